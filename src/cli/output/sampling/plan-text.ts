import type { Language } from '../../../issues/index.js'
import { type Text, textIn } from '../../../issues/text.js'
import type { PlannedStratum, SamplePlan } from '../../../sampling/index.js'
import type { CommandContext } from '../../command-context.js'
import type { SamplingWords } from '../../words/sampling-words.js'
import { percentText } from '../percent-text.js'
import { tableOf } from '../table-of.js'
import { dimensionTitle } from './dimension-title.js'

/** Measured calls under which a group is not judged alone. */
const THIN = 10
/** Greatest size of strata that are named one by one. */
const TINY = 3

/** A plan as a manager reads it. */
export function planText(plan: SamplePlan, context: Pick<CommandContext, 'language' | 'words'>): string {
  const { language } = context
  const words = context.words.sampling
  return [
    ...headOf(plan, words),
    '',
    strataTable(plan, words),
    '',
    ...(plan.domains.length > 0 ? [domainsTable(plan, language, words), ''] : []),
    ...remarksOf(plan, language, words),
  ].join('\n')
}

function headOf(plan: SamplePlan, words: SamplingWords): readonly string[] {
  const { design, frame, N, n, formulaSize, sumOfLower, margin, confidence, strata } = plan
  const minimum = design.minimumTotal ?? 0
  const wanted = design.precision && design.precision.marginPercent / 100
  return [
    words.frame(N, frame.rows, strata.length),
    ...(frame.leftOut > 0 ? [words.leftOut(frame.leftOut)] : []),
    plan.isTakeAll
      ? words.takeAll(n, minimum)
      : plan.givenTotal !== undefined
        ? words.given(n)
        : words.sizes({ ...(design.precision && { formula: formulaSize }), minimum, lower: sumOfLower, n }),
    words.attained(
      percentText(margin, 2),
      percentText(confidence, confidence * 100 === Math.round(confidence * 100) ? 0 : 1),
    ),
    ...(wanted !== undefined && margin > wanted ? [words.notAttained(percentText(wanted, 2))] : []),
  ]
}

function strataTable({ strata }: SamplePlan, words: SamplingWords): string {
  return tableOf(
    words.strataHeader,
    strata.map((stratum) => [
      stratum.labels.join(' / '),
      String(stratum.N),
      String(stratum.n),
      percentText(stratum.n / stratum.N),
      String(stratum.lower),
      stratum.weight.toFixed(2),
      `+-${percentText(stratum.margin)}`,
      remarkOf(stratum, words),
    ]),
    [0, 7],
  )
}

function remarkOf({ n, N }: PlannedStratum, words: SamplingWords): string {
  if (n === N) return words.whole
  return n < THIN ? words.thin : ''
}

function domainsTable({ design, domains }: SamplePlan, language: Language, words: SamplingWords): string {
  return tableOf(
    words.domainsHeader,
    domains.map(({ dimension, label, N, n, margin }) => [
      dimension === 'coverage' ? words.coverage : dimensionTitle(design, dimension, language),
      dimension === 'coverage' ? titleIn(design.coverage, label, language) : label,
      String(N),
      String(n),
      percentText(n / N),
      `+-${percentText(margin)}`,
    ]),
    [0, 1],
  )
}

function remarksOf(plan: SamplePlan, language: Language, words: SamplingWords): readonly string[] {
  const { strata, work, frame, agentsWithTooFew } = plan
  const thin = strata.filter(({ n, N }) => n < THIN && n < N).length
  const tiny = strata.filter(({ N }) => N <= TINY).map(({ labels, N, n }) => `${labels.join(' / ')} (${n}/${N})`)
  return [
    ...(thin > 0 || tiny.length > 0 ? [words.thinStrata(thin, tiny.join(', '))] : []),
    words.work,
    words.measure(work.measure),
    ...work.targeted.map(({ rule, atMost, unknown }) =>
      words.targeted(titleIn(plan.design.targeted, rule, language), atMost, unknown),
    ),
    ...(work.coachingAtMost > 0 ? [words.coaching(work.coachingAtMost)] : []),
    ...(frame.withoutAgent > 0 ? [words.withoutAgent(frame.withoutAgent)] : []),
    ...agentsWithTooFew.map(({ agent, calls, minimum }) => words.tooFew(agent, calls, minimum)),
  ]
}

function titleIn(
  list: readonly { readonly id: string; readonly title?: Text }[] | undefined,
  id: string,
  language: Language,
): string {
  const title = list?.find((one) => one.id === id)?.title
  return title === undefined ? id : textIn(title, language)
}
