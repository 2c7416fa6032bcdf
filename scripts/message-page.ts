import { type Issue, type IssueCode, type IssueDetails, type Language, messageOf } from '../src/issues/index.js'
import { messages } from '../src/issues/messages/en.js'
import { EXAMPLE_DETAILS } from './example-details.js'

/** Capabilities in the order in which an author meets them. */
const CAPABILITIES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  document: { en: 'The file as JSON, and its shape', 'zh-CN': '文件的 JSON 写法和结构' },
  rubric: { en: 'Rubrics', 'zh-CN': '评分标准' },
  conditions: { en: 'Conditions', 'zh-CN': '条件' },
  evaluation: { en: 'Evaluations', 'zh-CN': '评价' },
  scoring: { en: 'Scoring in bulk', 'zh-CN': '批量打分' },
  sampling: { en: 'Sampling', 'zh-CN': '抽样' },
  statistics: { en: 'Statistics', 'zh-CN': '统计' },
  calendar: { en: 'Calendars and deadlines', 'zh-CN': '日历与期限' },
  alerts: { en: 'Alerts', 'zh-CN': '预警' },
  calibration: { en: 'Calibration and review', 'zh-CN': '校准与复核' },
}

const HEADS: Readonly<Record<Language, string>> = {
  en: `# What each message means

English | [简体中文](messages.zh-CN.md)

Every fault has a code that never changes, such as \`rubric/unused\`, and a sentence that says what is wrong and what to do. \`callgrade check\` prints it with file, line and column, and names the value, the place and often what was meant; here it stands without them, and ids and numbers in it are examples. A **warning** is legal and still worth a look; with \`--strict\` it counts as a fault. An **error** has to be cured before anything is scored.

Written by \`npm run messages\` from the messages themselves.
`,
  'zh-CN': `# 每条提示的含义

[English](messages.md) | 简体中文

每种差错都有固定不变的代码（如 \`rubric/unused\`），以及一句说明：哪里不对、怎样改。\`callgrade check\` 会连同文件、行、列一起列出，并写明具体的值、位置和可能的本意；本页列出的是不带具体值的说明，其中的 id 和数字是示例。**警告**不影响使用，但值得一看，加上 \`--strict\` 则按差错处理；**差错**必须改正后才能打分。

本页由 \`npm run messages\` 根据程序中的提示生成。
`,
}

/** Codes that are told as warnings. */
const WARNINGS: ReadonlySet<string> = new Set([
  'rubric/band-out-of-reach',
  'rubric/pass-mark-out-of-reach',
  'rubric/pass-mark-always-reached',
  'rubric/weightless',
  'rubric/changes-nothing',
  'rubric/range-gap',
  'rubric/range-hidden',
  'rubric/range-overlap',
  'rubric/always-true',
  'rubric/never-true',
  'rubric/contradiction',
  'rubric/unused',
  'rubric/no-guidance',
  'rubric/section-may-vanish',
  'rubric/nothing-may-be-left',
  'rubric/one-language',
  'rubric/example-expired',
  'alerts/shadowed-step',
  'alerts/step-impossible',
  'alerts/unused',
  'alerts/never-found',
  'alerts/one-language',
  'alerts/longer-term',
])

function detailsOf(code: IssueCode): Pick<Issue, 'details'> {
  return Object.hasOwn(EXAMPLE_DETAILS, code) ? { details: { ...EXAMPLE_DETAILS[code as keyof IssueDetails] } } : {} // hasOwn
}

/** The page of all messages in a language. */
export function messagePage(language: Language): string {
  const codes = Object.keys(messages.sentences).sort() as IssueCode[]
  const words = language === 'en' ? ['code', 'meaning and cure', 'warning'] : ['代码', '含义与改法', '警告']
  const [code, meaning, warning] = words
  const parts = Object.entries(CAPABILITIES).flatMap(([capability, titles]) => {
    const own = codes.filter((name) => name.startsWith(`${capability}/`))
    if (own.length === 0) return []
    const rows = own.map((name) => {
      const severity = WARNINGS.has(name) ? ('warning' as const) : ('error' as const)
      const text = messageOf({ code: name, severity, path: [], ...detailsOf(name) }, language)
      const cell = text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', ' ')
      return `| \`${name}\` | ${severity === 'warning' ? `**${warning}** ` : ''}${cell} |`
    })
    return [`## ${titles[language]}`, '', `| ${code} | ${meaning} |`, '| --- | --- |', ...rows, '']
  })
  return `${[HEADS[language], ...parts].join('\n').trimEnd()}\n`
}
