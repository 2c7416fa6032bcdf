import {
  type AgreementReport,
  agreement,
  compareWithReference,
  type Figure,
  type FigureName,
  type ReferenceReport,
  type TargetAgreement,
} from '../../calibration/index.js'
import { textIn } from '../../documents/text.js'
import { isCallgradeError } from '../../issues/index.js'
import { formOf } from '../../rubric/format/form.js'
import { type Rubric, safeParseRubric } from '../../rubric/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { readSound } from '../input/read-documents.js'
import { readJudged, tellIssues } from '../input/read-ratings.js'
import { markdownTable, percentText, tableOf } from '../output/table.js'
import { type CalibrationWords, calibrationWordsOf } from '../words/calibration.js'

const FORMATS = ['table', 'json', 'markdown']

/** Options of the command as given. */
export interface CalibrateOptions {
  readonly rubric: string | undefined
  readonly reference: string | undefined
  readonly areInterchangeable: boolean
  readonly seed: string | undefined
  readonly format: string | undefined
}

/** `callgrade calibrate --rubric FILE RATINGS` */
export async function calibrateCommand(
  files: readonly string[],
  options: CalibrateOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = calibrationWordsOf(language)
  const [file] = files
  if (file === undefined || files.length > 1) throw new WrongUse(words.oneFile)
  if (options.rubric === undefined) throw new WrongUse(words.needs('--rubric FILE'))
  const { format = 'table' } = options
  if (!FORMATS.includes(format)) throw new WrongUse(words.format(format, FORMATS.join(', ')))
  const rubric = await readSound(options.rubric, safeParseRubric, context)
  if (!rubric) return EXIT.faults
  const read = await readJudged(file, rubric, context)
  if (!read) return EXIT.faults
  try {
    const report = agreement(read.judged, rubric, {
      raters: options.areInterchangeable ? 'interchangeable' : 'fixed',
      ...(options.seed !== undefined && { seed: options.seed }),
    })
    const { reference } = options
    const against = reference === undefined ? undefined : compareWithReference(read.judged, rubric, reference)
    for (const { issues } of report.failed) tellIssues(file, issues, read.lineOf, context)
    if (report.failed.length > 0) console.writeError(`${words.failed(report.failed.length)}\n`)
    if (format === 'json')
      await console.write(`${JSON.stringify({ ...report, ...(against && { against }) }, null, 2)}\n`)
    else {
      const table = format === 'markdown' ? markdownTable : tableOf
      await console.write(`${reportText(report, against, rubric, options, context, words, table)}\n`)
    }
    return report.failed.length > 0 ? EXIT.faults : EXIT.fine
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    tellIssues(file, error.issues, read.lineOf, context)
    return EXIT.faults
  }
}

type Table = (header: readonly string[], rows: readonly (readonly string[])[], left?: readonly number[]) => string

function reportText(
  report: AgreementReport,
  against: ReferenceReport | undefined,
  rubric: Rubric,
  { areInterchangeable }: CalibrateOptions,
  { language }: CommandContext,
  words: CalibrationWords,
  table: Table,
): string {
  const form = formOf(rubric)
  const titleOf = (id: string): string => {
    const title = form.byId.get(id)?.source.title ?? rubric.vetoes?.find((veto) => veto.id === id)?.title
    return title === undefined ? id : textIn(title, language)
  }
  const nameOf = ({ kind, id }: { readonly kind: TargetAgreement['kind']; readonly id: string }): string =>
    kind === 'total' || kind === 'verdict' ? words.kinds[kind] : `${words.kinds[kind]} ${titleOf(id)}`
  const figure = ({ figures }: TargetAgreement, ...names: readonly FigureName[]): Figure | undefined =>
    figures.find(({ name }) => names.includes(name))?.figure
  const rows = report.targets.map((target) => {
    const declared = ({ levels: 'alpha-ordinal', names: 'alpha-nominal', numbers: 'alpha-interval' } as const)[
      target.scale.kind
    ]
    const alpha = figure(target, declared)
    const ac = figure(target, target.scale.kind === 'levels' ? 'ac2' : 'ac1')
    return [
      nameOf(target),
      String(target.calls),
      String(target.notApplicable),
      shareText(figure(target, 'percent-exact'), words),
      shareText(figure(target, 'percent-within-one'), words),
      valueText(alpha, words),
      limitsText(alpha),
      valueText(ac, words),
      limitsText(ac),
      words.usable[target.usable],
    ]
  })
  const parts = [words.session(report.calls, report.raters.length), '', table(words.header, rows)]
  if (areInterchangeable) parts.push('', words.notPeople)
  else if (report.severity?.kind === 'value') {
    const severity = report.severity.raters.map(({ raterId, calls, effect, interval }) => [
      raterId,
      String(calls),
      effect.toFixed(2),
      interval ? `${interval.lower.toFixed(2)} .. ${interval.upper.toFixed(2)}` : '-',
    ])
    parts.push('', words.severity, table(words.severityHeader, severity))
    const talking = (report.deviations ?? []).filter(({ isWorthTalking }) => isWorthTalking)
    if (talking.length > 0)
      parts.push(
        '',
        words.deviations,
        ...talking.map(({ raterId, item, mean, interval }) => {
          const limits = interval ? ` (${interval.lower.toFixed(2)} .. ${interval.upper.toFixed(2)})` : ''
          return `- ${raterId}, ${titleOf(item)}: ${mean > 0 ? '+' : ''}${mean.toFixed(2)}${limits}`
        }),
      )
  }
  if (against) {
    const compared = against.raters.flatMap(({ raterId, items, scores }) => [
      ...items.map((item) => [
        raterId,
        nameOf(item),
        String(item.calls),
        percentText(item.exact),
        percentText(item.withinOne),
        item.bias.toFixed(2),
        item.meanAbsoluteError.toFixed(2),
        valueText(item.kappa, words),
        limitsText(item.kappa),
      ]),
      ...scores.map(({ kind, id, differences, meanAbsoluteError }) => [
        raterId,
        nameOf({ kind, id }),
        String(differences.calls),
        '-',
        '-',
        valueText(differences.bias, words),
        meanAbsoluteError.toFixed(2),
        '-',
        limitsText(differences.bias),
      ]),
    ])
    parts.push('', words.against(against.reference), table(words.referenceHeader, compared, [0, 1]))
  }
  if (report.discuss.length > 0)
    parts.push(
      '',
      words.discuss,
      ...report.discuss.map(
        (one) =>
          `- ${one.callId}, ${nameOf(one)}: ${one.ratings.map(({ raterId, rating }) => `${raterId} ${rating}`).join(', ')}`,
      ),
    )
  return [...parts, '', words.remark].join('\n')
}

function shareText(figure: Figure | undefined, words: CalibrationWords): string {
  if (!figure) return '-'
  return figure.kind === 'value' ? percentText(figure.value) : words.reasons[figure.reason]
}

function valueText(figure: Figure | undefined, words: CalibrationWords): string {
  if (!figure) return '-'
  return figure.kind === 'value' ? figure.value.toFixed(3) : words.reasons[figure.reason]
}

function limitsText(figure: Figure | undefined): string {
  if (figure?.kind !== 'value' || !figure.interval) return '-'
  return `${figure.interval.lower.toFixed(2)} .. ${figure.interval.upper.toFixed(2)}`
}
