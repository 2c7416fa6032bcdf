// Fourth part of the demo: how far the five annotators of each conversation agree, criterion by criterion, and what a
// stricter scale would do to the order of the three agents.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { agreement, diffRubrics, type Language, parseRubric, textIn } from 'callgrade'
import { type Figure, type Rescoring, rescore, type TargetAgreement } from 'callgrade/calibration'
import { formatPath } from 'callgrade/issues'
import { studentT } from 'callgrade/statistics'
import { fedEvaluations } from '../support/fed-ratings.js'
import { print, row } from '../support/print.js'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'demo-results')
/** Of the resampling of alpha's intervals. */
const SEED = 'demo'

/** @returns whether all could be worked out */
export function agreeOnRatings(language: Language): boolean {
  const isChinese = language === 'zh-CN'
  const text = readFileSync(join(root, 'rubrics/conversation-quality.json'), 'utf8')
  const rubric = parseRubric(text)
  const evaluations = fedEvaluations()
  const report = agreement({ evaluations }, rubric, { raters: 'interchangeable', seed: SEED })
  const titles = new Map(
    rubric.sections.flatMap(({ items = [] }) =>
      items.map(({ id, title }) => [id, title ? textIn(title, language) : id]),
    ),
  )

  print(
    isChinese
      ? `五位评分人是否一致：${report.calls} 段对话，逐项。位置不是固定的人，因此只谈评分项，不谈任何一位评分人。`
      : `Do the five annotators agree? ${report.calls} conversations, criterion by criterion. Positions are not people: this says something of criteria and nothing of a single annotator.`,
  )
  print('')
  print(
    row(
      isChinese
        ? ['评分项', '完全一致', 'alpha', '95 %', 'AC2', '95 %', '能可靠评分']
        : ['criterion', 'all the same', 'alpha', '95 %', 'AC2', '95 %', 'reliable'],
      16,
    ),
  )
  const items = report.targets.filter(({ kind }) => kind === 'item')
  for (const target of items) {
    const [alpha, ac] = [figureOf(target, 'alpha-ordinal'), figureOf(target, 'ac2')]
    const usable = isChinese
      ? { yes: '是', no: '否', 'too-few-calls': '太少' }
      : { yes: 'yes', no: 'no', 'too-few-calls': 'too few' }
    print(
      row(
        [
          titles.get(target.id) ?? target.id,
          shareText(figureOf(target, 'percent-exact')),
          valueText(alpha),
          limitsText(alpha),
          valueText(ac),
          limitsText(ac),
          usable[target.usable],
        ],
        16,
      ),
    )
  }
  const unreliable = items.filter(({ usable }) => usable === 'no').map(({ id }) => titles.get(id) ?? id)
  print('')
  print(
    isChinese
      ? `不能可靠评分的有：${unreliable.join('、')}。它们的分数因人而异；请先改写标准、配上案例，再用于考核。`
      : `Not judged reliably: ${unreliable.join(', ')}. Their marks depend on who judges; rewrite the criteria and add cases before anybody's job hangs on them.`,
  )
  print(
    isChinese
      ? 'alpha 低而 AC2 高的，多半评“是”：一致有多少出自巧合，两种算法看法不同。'
      : 'Where alpha is low and AC2 high nearly everybody says yes: the two differ in how much of that they call chance.',
  )

  // "Somewhat" counts a quarter instead of a half.
  const stricter = parseRubric({
    ...rubric,
    version: `${rubric.version}-stricter`,
    scales: {
      ...rubric.scales,
      three: {
        ...rubric.scales?.three,
        scoring: 'points',
        levels: (rubric.scales?.three?.levels ?? []).map((level) => ({ ...level, points: level.value ** 2 })),
      },
    },
  })
  const { comparability, changes } = diffRubrics(rubric, stricter)
  const rescoring = rescore(evaluations, rubric, stricter)
  print('')
  print(
    isChinese
      ? `更严的量表（“有些”按四分之一计）：${changes.length} 处变化，${comparability}；${rescoring.carried.length} 条评价可沿用，${rescoring.notCarried.length} 条不能。`
      : `A stricter scale ("somewhat" counts a quarter): ${changes.length} changes, ${comparability}; ${rescoring.carried.length} evaluations carried, ${rescoring.notCarried.length} not.`,
  )
  print('')
  print(
    row(
      isChinese
        ? ['坐席', '对话数', '原均分', '更严均分', '95 %', '等级变化', '结论变化']
        : ['agent', 'talks', 'mean', 'stricter', '95 %', 'band moves', 'verdict moves'],
      12,
      16,
    ),
  )
  const agents = agentFigures(rescoring)
  for (const one of agents)
    print(
      row(
        [
          one.agentId,
          String(one.calls),
          one.before.toFixed(2),
          one.after.toFixed(2),
          `${one.lower.toFixed(1)} .. ${one.upper.toFixed(1)}`,
          String(one.bands),
          String(one.verdicts),
        ],
        12,
        16,
      ),
    )
  const order = (key: 'before' | 'after'): string =>
    [...agents]
      .sort((a, b) => b[key] - a[key])
      .map(({ agentId }) => agentId)
      .join(' > ')
  const apart = agents.every((one, place) => place === 0 || one.upper < (agents[place - 1]?.lower ?? 0))
  print('')
  print(
    isChinese
      ? `排序：${order('before')}；更严：${order('after')}。区间${apart ? '互不重叠' : '有重叠，相邻的不宜排名'}；分数整体下降，通过线和等级要随之重定。`
      : `Order: ${order('before')}; stricter: ${order('after')}. The intervals ${apart ? 'do not overlap' : 'overlap, so that neighbours are not ranked'}; all means fall, so that pass mark and bands have to be set anew.`,
  )

  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'agreement.json')
  writeFileSync(file, `${JSON.stringify({ report, impact: rescoring.impact }, null, 2)}\n`)
  print(isChinese ? `已写入 ${relative(root, file)}` : `Written to ${relative(root, file)}`)
  for (const { issues } of report.failed) for (const issue of issues) console.error(formatPath(issue.path), issue.code)
  return report.failed.length === 0 && rescoring.notCarried.length === 0
}

interface AgentFigures {
  readonly agentId: string
  readonly calls: number
  readonly before: number
  readonly after: number
  readonly lower: number
  readonly upper: number
  readonly bands: number
  readonly verdicts: number
}

/** A conversation counts once, by the mean of its five evaluations: they are not five conversations. */
function agentFigures({ carried }: Rescoring): readonly AgentFigures[] {
  const agents = [...new Set(carried.map(({ before }) => before.agentId ?? ''))]
  return agents
    .map((agentId): AgentFigures => {
      const own = carried.filter(({ before }) => before.agentId === agentId)
      const calls = [...new Set(own.map(({ before }) => before.callId))]
      const means = (of: (one: Rescoring['carried'][number]) => number | null): readonly number[] =>
        calls.map((callId) => mean(own.filter(({ before }) => before.callId === callId).map((one) => of(one) ?? 0)))
      const after = means((one) => one.after.score)
      const middle = mean(after)
      const deviation = Math.sqrt(after.reduce((sum, own) => sum + (own - middle) ** 2, 0) / (after.length - 1))
      const reach = (studentT.quantile(0.975, after.length - 1) * deviation) / Math.sqrt(after.length)
      return {
        agentId,
        calls: calls.length,
        before: mean(means((one) => one.before.score)),
        after: middle,
        lower: middle - reach,
        upper: middle + reach,
        bands: own.filter(({ changesBand }) => changesBand).length,
        verdicts: own.filter(({ changesVerdict }) => changesVerdict).length,
      }
    })
    .sort((a, b) => b.after - a.after)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function figureOf({ figures }: TargetAgreement, name: string): Figure | undefined {
  return figures.find((one) => one.name === name)?.figure
}

function shareText(figure: Figure | undefined): string {
  return figure?.kind === 'value' ? `${(100 * figure.value).toFixed(1)} %` : '-'
}

function valueText(figure: Figure | undefined): string {
  return figure?.kind === 'value' ? figure.value.toFixed(2) : '-'
}

function limitsText(figure: Figure | undefined): string {
  return figure?.kind === 'value' && figure.interval
    ? `${figure.interval.lower.toFixed(2)} .. ${figure.interval.upper.toFixed(2)}`
    : '-'
}
