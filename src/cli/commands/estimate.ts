import { type Issue, isCallgradeError } from '../../issues/index.js'
import { type Estimate, estimate, type Manifest, type ScoreFigures, type ScoreReport } from '../../sampling/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { issueLine } from '../faults/issue-lines.js'
import { readManifest } from '../input/read-documents.js'
import { readScores, SCORE_FIELDS } from '../input/read-scores.js'
import type { SamplingOptions } from '../input/sampling-options.js'
import { percentText, tableOf } from '../output/table.js'
import { type SamplingWords, samplingWordsOf } from '../words/sampling.js'
import { replacementLines } from './sample.js'

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
  const read = await readScores(file, SCORE_FIELDS, context)
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
