import { formOf } from '../../../rubric/format/form.js'
import type { Rubric } from '../../../rubric/index.js'
import type { CommandContext } from '../../command-context.js'
import { csvCell } from '../csv-cell.js'
import { csvText } from '../csv-text.js'
import { figureCell } from './figure-cell.js'
import type { ScoreWriter } from './score-writer.js'

/** Writes a line of CSV for each score, with the same columns for all: those of all rubrics' sections among them. */
export function csvScoreWriter(
  rubrics: readonly Rubric[],
  context: Pick<CommandContext, 'hasByteOrderMark'>,
): ScoreWriter {
  const sections = [...new Set(rubrics.flatMap((rubric) => formOf(rubric).sections.map(({ id }) => id)))]
  const families = [...new Set(rubrics.flatMap(({ families = [] }) => families.map(({ id }) => id)))]
  const facts = [
    'evaluationId',
    'rubric',
    'rubricVersion',
    'businessType',
    'callId',
    'callAt',
    'date',
    'agentId',
    'teamId',
    'evaluatorId',
    'purpose',
    'status',
    'rawScore',
    'score',
    'verdict',
    'band',
  ] as const
  const lists = ['actions', 'vetoes', 'gates', 'bonuses', 'undetermined'] as const
  const header = [
    ...facts,
    ...sections.map((id) => `section:${id}`),
    ...lists,
    ...families.map((id) => `criticalErrors:${id}`),
    'line',
    'errorCode',
    'error',
  ]
  const lineOf = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\n`
  return {
    begin: () => csvText([header], context),
    score: (score) =>
      lineOf([
        ...facts.map((name) => figureCell(score[name])),
        ...sections.map((id) => figureCell(score.sections[id])),
        ...lists.map((name) => score[name].join(' ')),
        ...families.map((id) => figureCell(score.criticalErrors[id])),
        '',
        '',
        '',
      ]),
    failure: ({ evaluationId, line, code, message }) => {
      const blanks = header.slice(1, -3).map(() => '')
      return lineOf([evaluationId ?? '', ...blanks, figureCell(line), code, message])
    },
    end: () => '',
  }
}
