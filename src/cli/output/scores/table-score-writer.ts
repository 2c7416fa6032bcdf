import type { Rubric } from '../../../rubric/index.js'
import { figuresOf, type SummaryBuilder, summaryBuilder } from '../../../scoring/index.js'
import type { CommandContext } from '../../command-context.js'
import { percentText } from '../percent-text.js'
import { rubricTitles } from '../rubric-titles.js'
import { tableOf } from '../table-of.js'
import { figureCell } from './figure-cell.js'
import type { ScoreWriter } from './score-writer.js'

/** Rows that set the width of the columns together. */
const ROWS_AT_ONCE = 1_000

/** Writes a table for people, with the totals of all scores below it. */
export function tableScoreWriter(
  rubrics: readonly Rubric[],
  { language, words: allWords }: Pick<CommandContext, 'language' | 'words'>,
): ScoreWriter {
  const words = allWords.scores
  const titles = new Map(rubrics.map((rubric) => [rubric.id, rubricTitles(rubric, language)]))
  const summary: SummaryBuilder = summaryBuilder([])
  let rows: (readonly string[])[] = []
  let failed = 0
  let isFirst = true
  const take = (cells: readonly string[]): string => {
    rows.push(cells)
    return rows.length < ROWS_AT_ONCE ? '' : page()
  }
  const page = (): string => {
    if (rows.length === 0) return ''
    const text = tableOf(words.header, rows, [0, 1, 2, 5, 6, 7])
    rows = []
    const separator = isFirst ? '' : '\n'
    isFirst = false
    return `${separator}${text}\n`
  }
  return {
    begin: () => '',
    score: (score) => {
      summary.add(score)
      const { evaluationId, agentId = '', businessType, rawScore, verdict, band, status } = score
      const title = titles.get(score.rubric)
      return take([
        evaluationId,
        agentId,
        businessType === undefined ? '' : (title?.businessType(businessType) ?? businessType),
        figureCell(rawScore),
        status === 'scored' ? figureCell(score.score) : words.notScored,
        verdict === null ? '' : words.verdicts[verdict],
        band === null ? '' : (title?.band(band) ?? band),
        [
          ...score.vetoes.map((id) => title?.veto(id) ?? id),
          ...score.gates.map((id) => title?.gate(id) ?? id),
          ...score.bonuses.map((id) => title?.bonus(id) ?? id),
        ].join(words.separator),
      ])
    },
    failure: ({ evaluationId, line, code, message }) => {
      failed++
      const id = evaluationId ?? (line === undefined ? '' : words.line(line))
      return take([id, '', '', '', '', '', '', `${code}: ${message}`])
    },
    end: () => {
      const table = page()
      const [group] = summary.finish().groups
      const { mean, passRate, vetoRate } = group ? figuresOf(group) : {}
      const figures = words.figures({
        scored: group?.score.count ?? 0,
        failed,
        notScored: group?.notScored ?? 0,
        mean: mean === undefined ? undefined : mean.toFixed(2),
        passRate: passRate === undefined ? undefined : percentText(passRate),
        vetoRate: vetoRate === undefined ? undefined : percentText(vetoRate),
      })
      return `${table}\n${figures}\n`
    },
  }
}
