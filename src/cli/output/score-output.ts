import type { Language } from '../../issues/index.js'
import { formOf } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/index.js'
import { figuresOf, type Score, type SummaryBuilder, summaryBuilder } from '../../scoring/index.js'
import { wordsOf } from '../words/usage.js'
import { csvCell, percentText, tableOf } from './table.js'

/** An evaluation that could not be scored, with its place in the file and its sentence. */
export interface ScoreFailure {
  readonly evaluationId: string | undefined
  readonly line: number | undefined
  readonly code: string
  readonly message: string
}

/** How scores are written; each function gives what is to be printed next. */
export interface ScoreWriter {
  readonly begin: () => string
  readonly score: (score: Score) => string
  readonly failure: (failure: ScoreFailure) => string
  readonly end: () => string
}

/** One line of CSV a score, the same columns whatever comes: those of all rubrics' sections among them. */
export function csvWriter(rubrics: readonly Rubric[]): ScoreWriter {
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
    begin: () => lineOf(header),
    score: (score) =>
      lineOf([
        ...facts.map((name) => cellOf(score[name])),
        ...sections.map((id) => cellOf(score.sections[id])),
        ...lists.map((name) => score[name].join(' ')),
        ...families.map((id) => cellOf(score.criticalErrors[id])),
        '',
        '',
        '',
      ]),
    failure: ({ evaluationId, line, code, message }) => {
      const blanks = header.slice(1, -3).map(() => '')
      return lineOf([evaluationId ?? '', ...blanks, cellOf(line), code, message])
    },
    end: () => '',
  }
}

function cellOf(value: string | number | null | undefined): string {
  return value === undefined || value === null ? '' : String(value)
}

/** Rows whose cells say how wide the columns are. */
const ROWS_AT_ONCE = 1_000

/** A table for people, and below it what all scores come to. */
export function tableWriter(language: Language): ScoreWriter {
  const words = wordsOf(language).scores
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
      const { evaluationId, agentId = '', businessType = '', rawScore, verdict, band, status } = score
      return take([
        evaluationId,
        agentId,
        businessType,
        cellOf(rawScore),
        status === 'scored' ? cellOf(score.score) : words.notScored,
        verdict === null ? '' : words.verdicts[verdict],
        cellOf(band),
        [...score.vetoes, ...score.gates, ...score.bonuses].join(' '),
      ])
    },
    failure: ({ evaluationId, line, code, message }) => {
      failed++
      const id = evaluationId ?? (line === undefined ? '' : words.line(line))
      return take([id, '', '', '', '', '', '', `${code}: ${message}`])
    },
    end: () => {
      const table = page()
      const [group] = summary.summary().groups
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
