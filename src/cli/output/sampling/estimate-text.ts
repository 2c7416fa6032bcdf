import type { Estimate, Manifest, ScoreFigures, ScoreReport } from '../../../sampling/index.js'
import type { CommandContext } from '../../command-context.js'
import type { SamplingWords } from '../../words/sampling-words.js'
import { percentText } from '../percent-text.js'
import { tableOf } from '../table-of.js'
import { dimensionTitle } from './dimension-title.js'
import { replacementLines } from './replacement-lines.js'

/** The estimates of a sample as a table, with what to know about them above it. */
export function estimateText(
  report: ScoreReport,
  manifest: Manifest,
  { language, words: allWords }: Pick<CommandContext, 'language' | 'words'>,
): string {
  const words = allWords.sampling
  const { total, strata, agents, domains, targeted, coaching } = report
  const groups: readonly (readonly [string, ScoreFigures])[] = [
    [words.total, total],
    ...strata.map(({ key, figures }) => [`${words.stratum} ${labelsOf(key)}`, figures] as const),
    ...Object.entries(domains).flatMap(([name, groups]) =>
      groups.map(
        ({ label, figures }) => [`${dimensionTitle(manifest.design, name, language)} ${label}`, figures] as const,
      ),
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
    ...replacementLines(manifest, allWords),
    '',
    tableOf(
      words.estimateHeader,
      groups.flatMap(([name, figures]) => rowsOf(name, figures, words)),
      [0, 1, 4, 6],
    ),
  ].join('\n')
}

function labelsOf(key: string): string {
  return (JSON.parse(key) as readonly string[]).join(' / ') // A stratum's key is the JSON of its labels.
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
      [words.reasons[figure.reason], ...notes].join(words.separator),
    ]
  const { lower, upper } = figure.interval
  return [
    group,
    measure,
    write(figure.estimate),
    `${write(lower)} .. ${write(upper)}`,
    words.methods[figure.method],
    String(figure.n),
    notes.join(words.separator),
  ]
}

/** The upper limit of a bad share comes first: that is what the sample proves. */
function vetoRow(measure: string, figure: ScoreFigures['vetoRate'], words: SamplingWords): readonly string[] {
  const [group, name, share, interval, ...rest] = figureRow('', measure, figure, (value) => percentText(value), words)
  const limit = figure.status === 'estimated' ? words.atMost(percentText(figure.interval.upper)) : share
  return [group ?? '', name ?? '', limit ?? '', `${share} (${interval})`, ...rest]
}
