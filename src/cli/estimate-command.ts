import { type Issue, isCallgradeError } from '../issues/index.js'
import { type Estimate, estimate, type Manifest, type ScoreFigures, type ScoreReport } from '../sampling/index.js'
import type { Score } from '../scoring/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from './console.js'
import { issueLine } from './issue-lines.js'
import { readTextPieces } from './read-text.js'
import { replacementLines } from './sample-command.js'
import { readManifest } from './sampling-documents.js'
import type { SamplingOptions } from './sampling-options.js'
import { type SamplingWords, samplingWordsOf } from './sampling-words.js'
import { splitEvaluations } from './split-evaluations.js'
import { percentText, tableOf } from './table.js'

/** `callgrade estimate --manifest FILE SCORES` */
export async function estimateCommand(
  files: readonly string[],
  options: SamplingOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = samplingWordsOf(language)
  if (options.manifest === undefined) throw new WrongUse(words.noManifest)
  const [file] = files
  if (file === undefined || files.length > 1) throw new WrongUse(words.oneScores)
  const manifest = await readManifest(options.manifest, context)
  if (!manifest) return EXIT.faults
  const read = await readScores(file, context)
  const tell = (issues: readonly Issue[]): void => {
    for (const issue of issues) console.writeError(`${issueLine(file, issue, language)}\n`)
  }
  tell(read.issues)
  if (read.failed > 0) console.writeError(`${words.failedScores(read.failed)}\n`)
  if (read.issues.length > 0) return EXIT.faults
  try {
    const report = estimate(manifest, read.scores, {
      confidence: options.confidence,
      missing: options.missing,
      ...(options.maximum !== undefined && { maximum: options.maximum }),
      ...(options.singleCall && { singleCall: options.singleCall }),
    })
    tell(report.issues)
    const text = options.format === 'json' ? JSON.stringify(report, null, 2) : reportText(report, manifest, words)
    await console.write(`${text}\n`)
    return EXIT.fine
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    tell(error.issues)
    return EXIT.faults
  }
}

interface ReadScores {
  readonly scores: readonly Score[]
  /** Lines that hold an error instead of a score. */
  readonly failed: number
  readonly issues: readonly Issue[]
}

async function readScores(file: string, context: CommandContext): Promise<ReadScores> {
  const scores: Score[] = []
  const issues: Issue[] = []
  let failed = 0
  for await (const part of splitEvaluations(readTextPieces(file, context))) {
    const position = { line: part.line, column: part.column, offset: 0 }
    const value = 'text' in part ? parsedObject(part.text) : undefined
    if (!value) {
      const code = 'text' in part ? 'document/not-json' : part.code
      issues.push({ code, severity: 'error', path: [], position })
    } else if ('error' in value) failed++
    else {
      const wrong = wrongField(value)
      // Checked: the fields that estimates are made of have their types.
      if (wrong === undefined) scores.push(value as unknown as Score)
      else issues.push({ ...wrong, severity: 'error', position })
    }
  }
  return { scores, failed, issues }
}

function parsedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
const isScore = (value: unknown): boolean => value === null || (typeof value === 'number' && Number.isFinite(value))

/** What the estimates are made of, with what each has to be. */
const FIELDS: readonly (readonly [name: string, expected: string, fits: (value: unknown) => boolean])[] = [
  ['callId', 'string', (value) => value === undefined || isText(value)],
  ['agentId', 'string', (value) => value === undefined || isText(value)],
  ['businessType', 'string', (value) => value === undefined || isText(value)],
  ['status', '"scored" | "not-scored"', (value) => value === 'scored' || value === 'not-scored'],
  ['score', 'number', isScore],
  ['rawScore', 'number', isScore],
  [
    'verdict',
    '"qualified" | "unqualified"',
    (value) => value === null || value === 'qualified' || value === 'unqualified',
  ],
  ['vetoes', 'array', isTexts],
  ['undetermined', 'array', isTexts],
  [
    'criticalErrors',
    'object',
    (value) => typeof value === 'object' && value !== null && Object.values(value).every(isText),
  ],
]

function wrongField(
  value: Readonly<Record<string, unknown>>,
): Pick<Issue, 'code' | 'path' | 'expected' | 'received'> | undefined {
  const wrong = FIELDS.find(([name, , fits]) => !fits(value[name]))
  if (!wrong) return undefined
  const [name, expected] = wrong
  const received = JSON.stringify(value[name])
  return received === undefined
    ? { code: 'document/missing-key', path: [name], expected }
    : { code: 'document/type', path: [name], expected, received: received.slice(0, 60) }
}

function reportText(report: ScoreReport, manifest: Manifest, words: SamplingWords): string {
  const { total, strata, agents, domains, targeted, coaching } = report
  const groups: readonly (readonly [string, ScoreFigures])[] = [
    [words.total, total],
    ...strata.map(({ key, figures }) => [`${words.stratum} ${labelsOf(key)}`, figures] as const),
    ...Object.entries(domains).flatMap(([name, groups]) =>
      groups.map(({ label, figures }) => [`${name} ${label}`, figures] as const),
    ),
    ...agents.map(({ label, figures }) => [`${words.agent} ${label}`, figures] as const),
  ]
  const apart = (['targeted', 'coaching'] as const).flatMap((purpose) => {
    const { drawn, scored } = purpose === 'targeted' ? targeted : coaching
    return drawn === 0 ? [] : [words.apart(purpose, drawn, scored)]
  })
  const percent = report.confidence * 100
  return [
    words.scored(report.n, report.population, `${Number(percent.toFixed(6))} %`),
    ...(report.missing.calls.length > 0 ? [words.missing(report.missing.calls.length)] : []),
    ...apart,
    ...replacementLines(manifest, words),
    '',
    tableOf(
      words.estimateHeader,
      groups.flatMap(([name, figures]) => rowsOf(name, figures, words)),
      [0, 1, 4, 6],
    ),
  ].join('\n')
}

function labelsOf(key: string): string {
  return (JSON.parse(key) as readonly string[]).join(' / ')
}

function rowsOf(name: string, figures: ScoreFigures, words: SamplingWords): readonly (readonly string[])[] {
  const score = (value: number): string => value.toFixed(2)
  const share = (value: number): string => percentText(value)
  const { measures } = words
  return [
    figureRow(name, measures.score, figures.score, score, words),
    figureRow('', measures.rawScore, figures.rawScore, score, words),
    figureRow('', measures.passRate, figures.passRate, share, words),
    vetoRow(measures.vetoRate, figures.vetoRate, words),
    ...Object.entries(figures.vetoes).map(([id, figure]) => vetoRow(words.veto(id), figure, words)),
    ...Object.entries(figures.criticalErrors).map(([id, figure]) =>
      figureRow('', words.family(id), figure, share, words),
    ),
  ]
}

function figureRow(
  group: string,
  measure: string,
  figure: Estimate,
  write: (value: number) => string,
  words: SamplingWords,
): readonly string[] {
  const notes = figure.notes.map((note) => words.notes[note])
  if (figure.status !== 'estimated')
    return [
      group,
      measure,
      figure.estimate === undefined ? '-' : write(figure.estimate),
      '-',
      '-',
      String(figure.n),
      [words.reasons[figure.reason], ...notes].join(', '),
    ]
  const { lower, upper } = figure.interval
  return [
    group,
    measure,
    write(figure.estimate),
    `${write(lower)} .. ${write(upper)}`,
    figure.method,
    String(figure.n),
    notes.join(', '),
  ]
}

/** What is bad is told by its upper limit first: that is what the sample proves. */
function vetoRow(measure: string, figure: ScoreFigures['vetoRate'], words: SamplingWords): readonly string[] {
  const [group, name, share, interval, ...rest] = figureRow('', measure, figure, (value) => percentText(value), words)
  const limit = figure.status === 'estimated' ? words.atMost(percentText(figure.interval.upper)) : share
  return [group ?? '', name ?? '', limit ?? '', `${share} (${interval})`, ...rest]
}
