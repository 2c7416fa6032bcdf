import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { CivilDate } from '../../documents/time/civil-date.js'
import { isCivilDate, isWithin } from '../../documents/time/civil-date.js'
import { DATE_PATTERN } from '../../documents/time/date-pattern.js'
import { alternatives } from '../../issues/alternatives.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { unknownName } from '../../issues/unknown-name.js'
import { fractionText, toNumber } from '../exact/rational.js'
import { formOf } from '../format/form.js'
import { parseRubric } from '../format/parse-rubric.js'
import type { Rubric } from '../format/rubric.js'
import { formShares, stretchesOf, WeightLayers } from './weight-layers.js'

/** Options of which weights to return. */
export interface SharesOptions {
  /** Business type; required where the rubric declares any. */
  readonly businessType?: string
  /** `YYYY-MM-DD`; needed where the weights change with time. */
  readonly date?: CivilDate
}

/** Weight of one node in the whole form. */
export interface NodeShare {
  /** Fraction of the whole form, 0 to 1, the nearest double. */
  readonly share: number
  /** The same, exact and in lowest terms, such as `2/15`. */
  readonly exact: string
}

/**
 * Computes the weight of each section and item in the whole form, before anything is not applicable.
 * @param rubric - a rubric, parsed or as written
 * @param options - business type and date, where weights depend on them
 * @returns the share of each node by its id: a fraction of 0 to 1, and the same exactly
 * @throws CallgradeError as `parseRubric`; `evaluation/business-type-missing`, `evaluation/unknown-business-type`,
 * `evaluation/date-missing`, `evaluation/outside-effective`, `document/date` where the options do not say which weights
 * @example
 * sharesOf(rubric, { businessType: 'sales', date: '2026-03-01' })['greeting']
 * //=> { share: 0.13333333333333333, exact: '2/15' }
 */
export function sharesOf(
  rubric: DocumentInput<Rubric>,
  options: SharesOptions = {},
): Readonly<Record<string, NodeShare>> {
  const sound = parseRubric(rubric)
  const { businessType, date } = options
  const types = sound.businessTypes?.map(({ id }) => id) ?? []
  if (businessType === undefined && types.length > 0)
    throw refusal({ code: 'evaluation/business-type-missing', path: ['businessType'], expected: alternatives(types) })
  if (businessType !== undefined && !types.includes(businessType)) {
    throw refusal(
      unknownName({
        code: 'evaluation/unknown-business-type',
        path: ['businessType'],
        name: businessType,
        known: types,
      }),
    )
  }
  const stretches = stretchesOf(sound, businessType)
  if (date === undefined && stretches.length > 1)
    throw refusal({ code: 'evaluation/date-missing', path: ['date'], expected: '"YYYY-MM-DD"' })
  if (date !== undefined && !(DATE_PATTERN.test(date) && isCivilDate(date)))
    throw refusal({ code: 'document/date', path: ['date'], received: excerptOf(date) })
  const stretch = date === undefined ? stretches[0] : stretches.find((candidate) => isWithin(date, candidate))
  if (!stretch) {
    const { from = '', through = '' } = sound.effective ?? {}
    throw refusal({
      code: 'evaluation/outside-effective',
      path: ['date'],
      expected: `${from}..${through}`,
      ...(date !== undefined && { received: date }),
    })
  }
  const form = formOf(sound)
  const shares: Record<string, NodeShare> = {}
  for (const [node, share] of formShares(form, new WeightLayers(form, sound).shares(businessType, stretch.adjustments)))
    shares[node.id] = { share: toNumber(share), exact: fractionText(share) }
  return shares
}

function refusal(draft: IssueDraft): CallgradeError {
  return new CallgradeError([issueOf(draft, undefined)])
}
