import type {
  AgreementReport,
  Figure,
  FigureName,
  ReferenceReport,
  TargetAgreement,
} from '../../../calibration/index.js'
import { textIn } from '../../../issues/text.js'
import { formOf } from '../../../rubric/format/form.js'
import type { Rubric } from '../../../rubric/index.js'
import type { CommandContext } from '../../command-context.js'
import type { CalibrationWords } from '../../words/calibration-words.js'
import { markdownTable } from '../markdown-table.js'
import { percentText } from '../percent-text.js'
import { tableOf } from '../table-of.js'

/** How the text is written. */
export interface AgreementTextOptions {
  readonly areInterchangeable: boolean
  readonly format: 'table' | 'markdown'
}

type Table = (header: readonly string[], rows: readonly (readonly string[])[], left?: readonly number[]) => string

/** How far raters agree, as tables for people, plain or in Markdown. */
export function agreementText(
  report: AgreementReport,
  against: ReferenceReport | undefined,
  rubric: Rubric,
  { areInterchangeable, format }: AgreementTextOptions,
  { language, words: allWords }: Pick<CommandContext, 'language' | 'words'>,
): string {
  const words = allWords.calibration
  const table: Table = format === 'markdown' ? markdownTable : tableOf
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
          return `- ${raterId}${words.separator}${titleOf(item)}${words.colon}${mean > 0 ? '+' : ''}${mean.toFixed(2)}${limits}`
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
          `- ${one.callId}${words.separator}${nameOf(one)}${words.colon}${one.ratings.map(({ raterId, rating }) => `${raterId} ${rating}`).join(words.separator)}`,
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
