// First part of the demo: scores 625 real evaluations by their rubric, sums them up per agent, explains one, and writes
// everything down.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  compileRubric,
  type ExplainedScore,
  explanationText,
  isFailedScore,
  type Language,
  messageOf,
  type Rubric,
  scoreAll,
  summarise,
  textIn,
} from 'callgrade'
import { figuresOf, type GroupSummary, meanOf } from 'callgrade/scoring'
import { fedEvaluations } from '../support/fed-ratings.js'
import { print, row } from '../support/print.js'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'demo-results')

/** @returns how many evaluations could not be scored */
export async function scoreRatings(language: Language): Promise<number> {
  const isChinese = language === 'zh-CN'
  const scorer = compileRubric(readFileSync(join(root, 'rubrics/conversation-quality.json'), 'utf8'))
  const evaluations = fedEvaluations()

  const explained: ExplainedScore[] = []
  let failed = 0
  for await (const outcome of scoreAll(scorer, evaluations, { with: (one, evaluation) => one.explain(evaluation) })) {
    if (!isFailedScore(outcome)) explained.push(outcome)
    else {
      failed++
      for (const issue of outcome.error.issues)
        console.error(`${outcome.evaluationId ?? outcome.index}: ${messageOf(issue, language)}`)
    }
  }

  const summary = summarise(explained, 'agentId')
  const notApplicable = explained
    .flatMap(({ items }) => Object.values(items))
    .filter((percent) => percent === null).length
  const titles = itemTitles(scorer.rubric, language)

  print(
    isChinese
      ? `${evaluations.length} 条真实评价，${new Set(evaluations.map(({ callId }) => callId)).size} 段对话，${failed} 条未能打分，${notApplicable} 处评为不适用（保留评分人的理由）。`
      : `${evaluations.length} real evaluations of ${new Set(evaluations.map(({ callId }) => callId)).size} conversations; ${failed} could not be scored; ${notApplicable} ratings are not applicable, with the annotator's reason kept.`,
  )
  print('')
  print(
    row(
      isChinese
        ? ['坐席', '评价数', '均分', '标准差', '原始均分', '合格率']
        : ['agent', 'evaluations', 'mean', 'spread', 'raw mean', 'pass rate'],
    ),
  )
  for (const group of summary.groups) print(row(agentRow(group)))
  print('')
  print(
    isChinese
      ? '每位坐席失分最多的三项（每次评价平均失分）：'
      : 'The criteria that cost most, points lost per evaluation:',
  )
  for (const group of summary.groups)
    print(`  ${group.key.agentId}: ${costliest(group, 3, titles).join(isChinese ? '；' : '; ')}`)

  const example = lowestWithReason(explained)
  print('')
  print(isChinese ? '一条评价的完整说明：' : 'One evaluation in full:')
  print(explanationText(example, language))

  mkdirSync(folder, { recursive: true })
  const files: Readonly<Record<string, string>> = {
    'evaluations.jsonl': lines(evaluations),
    'scores.jsonl': lines(explained.map(({ explanation: _explanation, ...score }) => score)),
    'explanations.jsonl': lines(explained),
    'summary.json': `${JSON.stringify(summary, null, 2)}\n`,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  print('')
  print(`${isChinese ? '结果已写入' : 'Written to'} ${relative(root, folder)}/: ${Object.keys(files).join(', ')}`)
  return failed
}

function agentRow(group: GroupSummary): readonly string[] {
  const { mean = 0, standardDeviation = 0, meanRawScore = 0, passRate = 0 } = figuresOf(group)
  return [
    group.key.agentId ?? '-',
    String(group.evaluations),
    mean.toFixed(2),
    standardDeviation.toFixed(2),
    meanRawScore.toFixed(2),
    `${(passRate * 100).toFixed(1)} %`,
  ]
}

function costliest(group: GroupSummary, count: number, titles: ReadonlyMap<string, string>): readonly string[] {
  return Object.entries(group.items)
    .map(([id, { lost = '0' }]) => ({ id, lost: meanOf({ count: group.score.count, sum: lost, sumOfSquares: '0' }) }))
    .sort((a, b) => b.lost - a.lost)
    .slice(0, count)
    .map(({ id, lost }) => `${titles.get(id) ?? id} ${lost.toFixed(2)}`)
}

/** The lowest score of an evaluation that has a mark with a reason, so that the example shows both. */
function lowestWithReason(all: readonly ExplainedScore[]): ExplainedScore {
  const candidates = all.filter(({ items }) => items['error-recovery'] === null)
  return [...candidates].sort((a, b) => (a.score ?? 0) - (b.score ?? 0))[0] ?? (all[0] as ExplainedScore)
}

function itemTitles(rubric: Rubric, language: Language): ReadonlyMap<string, string> {
  const items = rubric.sections.flatMap((section) => section.items ?? [])
  return new Map(items.map(({ id, title = id }) => [id, textIn(title, language)]))
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}
