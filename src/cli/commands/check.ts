import { lintAlertPolicy, safeParseAlertPolicy } from '../../alerts/index.js'
import { safeParseCalendar } from '../../calendar/index.js'
import { localDates } from '../../documents/time/local-times.js'
import type { Issue, Result } from '../../issues/index.js'
import { lintRubric, parseRubric, safeParseRubric } from '../../rubric/index.js'
import { safeParseManifest, safeParseSamplingDesign } from '../../sampling/index.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { githubLine } from '../faults/github-line.js'
import { issueLine } from '../faults/issue-line.js'
import { issueWithMessage } from '../faults/issue-with-message.js'
import { readText } from '../input/text/read-text.js'
import { formatOption } from '../options/format-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { defineCommand } from '../usage/command.js'
import type { DocumentKind } from '../words/document-words.js'

const PARSERS: Readonly<
  Record<DocumentKind, (text: string) => Result<{ readonly id: string; readonly version: string }>>
> = {
  rubric: safeParseRubric,
  'sampling-design': safeParseSamplingDesign,
  manifest: safeParseManifest,
  calendar: safeParseCalendar,
  'alert-policy': safeParseAlertPolicy,
}

/** Warnings about what is legal and still worth a look, of a sound document at an instant. */
const LINTERS: Readonly<Partial<Record<DocumentKind, (text: string, now: number) => readonly Issue[]>>> = {
  rubric: (text, now) => lintRubric(text, { today: localDates(parseRubric(text).timeZone ?? 'UTC')(now) }),
  'alert-policy': lintAlertPolicy,
}

export const checkCommand = defineCommand({
  arguments: [
    {
      name: { en: 'FILE', 'zh-CN': '文件' },
      isFile: true,
      repeats: true,
      text: {
        en: 'Rubrics, sampling designs, manifests, calendars or alert policies; each says by "format" what it is.',
        'zh-CN': '评分标准、抽样方案、抽样清单、工作日历或预警策略；由其中的 "format" 辨别。',
      },
      missing: { en: 'Name at least one file to check.', 'zh-CN': '请至少给出一个要检查的文件。' },
    },
  ],
  options: {
    strict: { text: { en: 'Warnings count as faults.', 'zh-CN': '警告也算差错。' } },
    format: formatOption(['text', 'json', 'github'], {
      en: 'Lines for people, JSON, or annotations of GitHub Actions.',
      'zh-CN': '给人看的文本、JSON，或 GitHub Actions 的注解。',
    }),
    out: OUT_OPTION,
  },
  remark: {
    en: 'Each line is: file:line:column severity code message. The codes stay the same from version to version.',
    'zh-CN': '每行为：文件:行:列 级别 代码 说明。代码不随版本改变。',
  },
  examples: [
    {
      line: 'callgrade check --strict my-rubric.json',
      text: {
        en: 'Names every fault of the rubric with its line, and what looks unintended.',
        'zh-CN': '逐行指出评分标准中的差错，以及可能不是本意的地方。',
      },
    },
  ],
  async run({ arguments: [files], options: { strict, format } }, context) {
    const { console, language, words } = context
    let exit: ExitCode = EXIT.fine
    const reports: object[] = []
    for (const file of files) {
      const text = await readText(file, context)
      const kind = kindOf(text)
      const result = PARSERS[kind](text)
      const issues = result.success ? (LINTERS[kind]?.(text, console.wallClock()) ?? []) : result.issues
      const isFaulty = issues.some(({ severity }) => strict || severity === 'error')
      if (isFaulty) exit = EXIT.faults
      if (format === 'json') {
        const named = result.success ? { id: result.data.id, version: result.data.version } : {}
        const written = issues.map((issue) => issueWithMessage(issue, language))
        reports.push({ file, ok: !isFaulty, kind, ...named, issues: written })
        continue
      }
      for (const issue of issues) {
        const line = format === 'github' ? githubLine(file, issue, language) : issueLine(file, issue, context)
        await context.write(`${line}\n`)
      }
      if (result.success && !isFaulty && format === 'text')
        await context.write(`${words.documents.sound(file, kind, result.data.id, result.data.version)}\n`)
    }
    if (format === 'json') await context.write(`${JSON.stringify(reports, null, 2)}\n`)
    return exit
  },
})

/** The kind that the text's format names, however faulty the rest is; a rubric where it names none that is known. */
function kindOf(text: string): DocumentKind {
  const [, name] = /["“＂]format["”＂]\s*[:：]\s*["“＂]callgrade\/([a-z-]+)@/.exec(text) ?? []
  return name !== undefined && isKind(name) ? name : 'rubric'
}

function isKind(name: string): name is DocumentKind {
  return Object.hasOwn(PARSERS, name)
}
