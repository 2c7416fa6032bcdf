import type { RescoredEvaluation, Rescoring } from '../../../calibration/index.js'
import { messageOf } from '../../../issues/index.js'
import type { Rubric } from '../../../rubric/index.js'
import type { Score } from '../../../scoring/index.js'
import type { CommandContext } from '../../command-context.js'
import { rubricTitles } from '../rubric-titles.js'
import { tableOf } from '../table-of.js'

/**
 * What a new version would have done to old evaluations: means and moves by business type, then every evaluation whose
 * score changes, the greatest change first, and those that cannot be carried.
 */
export function impactText(
  { impact, notCarried, carried }: Rescoring,
  before: Rubric,
  after: Rubric,
  lineOf: (index: number) => number | undefined,
  { language, words: { calibration: words, scores } }: Pick<CommandContext, 'language' | 'words'>,
): string {
  const [old, current] = [rubricTitles(before, language), rubricTitles(after, language)]
  const verdictOf = (verdict: string): string =>
    verdict === 'qualified' || verdict === 'unqualified' ? scores.verdicts[verdict] : verdict
  // A move is written `before -> after`, in ids.
  const moves = (
    counts: Readonly<Record<string, number>>,
    was: (id: string) => string,
    is: (id: string) => string,
  ): string => {
    const texts = Object.entries(counts).map(([move, count]) => {
      const [left = '', right = ''] = move.split(' -> ')
      return words.move(was(left), is(right), count)
    })
    return texts.join(scores.separator) || '-'
  }
  const rows = impact.map((one) => [
    one.businessType === undefined ? '-' : current.businessType(one.businessType),
    String(one.evaluations),
    one.meanBefore === null ? '-' : one.meanBefore.toFixed(2),
    one.meanAfter === null ? '-' : one.meanAfter.toFixed(2),
    moves(one.bands, old.band, current.band),
    moves(one.verdicts, verdictOf, verdictOf),
  ])
  const resultOf = ({ score, band, verdict }: Score, titleOf: (id: string) => string): string =>
    [
      score === null ? scores.notScored : String(score),
      verdict === null ? '' : scores.verdicts[verdict],
      band === null ? '' : titleOf(band),
    ]
      .filter((part) => part !== '')
      .join(' ')
  const movers = carried
    .filter(isMoved)
    .sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))
    .map((one) => {
      const { difference } = one
      const change = difference === null ? '' : ` (${difference > 0 ? '+' : ''}${difference})`
      return `  ${one.evaluationId}${words.colon}${resultOf(one.before, old.band)} -> ${resultOf(one.after, current.band)}${change}`
    })
  const left = notCarried.map(({ index, evaluationId, issues }) => {
    const line = lineOf(index)
    const reasons = issues.map((issue) => `${issue.code} ${messageOf(issue, language)}`).join(' ')
    return `  ${evaluationId ?? ''}${line === undefined ? '' : ` :${line}`} ${reasons}`
  })
  return [
    ...(rows.length > 0 ? [tableOf(words.impactHeader, rows, [0, 4, 5])] : []),
    ...(movers.length > 0 ? [words.movers(movers.length), ...movers] : []),
    ...(left.length > 0 ? [words.notCarried(left.length), ...left] : []),
  ].join('\n')
}

function isMoved({ difference, changesBand, changesVerdict }: RescoredEvaluation): boolean {
  return changesBand || changesVerdict || (difference !== null && difference !== 0)
}
