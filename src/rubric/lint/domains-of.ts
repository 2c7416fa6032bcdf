import type { Leaf } from '../../conditions/condition.js'
import { parseFactPath } from '../../conditions/parse-fact-path.js'
import { assertNever } from '../../issues/assert-never.js'
import { greatest, least, type Rational, toNumber } from '../exact/rational.js'
import type { Form } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'
import { ratingDomain } from '../items/aspects/rating-domain.js'
import { numberPoints } from '../items/number-points.js'
import type { ValueDomain } from '../items/value-domain.js'
import type { Attainable } from './attainable.js'

/** The values that each reference of a rubric's conditions can have. */
export type DomainOf = (fact: string, path: string | undefined) => ValueDomain | undefined

/** Looks up declared ranges of facts, levels of scales, and what sections and the total can reach. */
export function domainsOf(rubric: Rubric, form: Form, attainable: readonly Attainable[]): DomainOf {
  const unit = 10 ** -(rubric.result.decimals ?? 2)
  return (fact, path) => {
    const steps = path === undefined ? [] : (parseFactPath(path) ?? [])
    if (fact === 'rawScore')
      return scoreDomain(
        attainable.map(({ rawScore }) => rawScore),
        unit,
      )
    if (fact === 'businessType') return { kind: 'values', values: (rubric.businessTypes ?? []).map(({ id }) => id) }
    const node = steps.length === 1 ? form.byId.get(String(steps[0])) : undefined
    if (fact === 'ratings') return node?.kind === 'item' ? ratingDomain(node.source, rubric) : undefined
    if (fact === 'sections')
      return node
        ? scoreDomain(
            attainable.flatMap(({ sections }) => sections.get(node) ?? []),
            unit,
          )
        : undefined
    return steps.length === 0 ? factDomain(fact, rubric) : undefined
  }
}

function factDomain(fact: string, { facts = {} }: Rubric): ValueDomain | undefined {
  const declared = Object.hasOwn(facts, fact) ? facts[fact] : undefined
  switch (declared?.type) {
    case 'number':
    case 'integer': {
      const { minimum, maximum, type } = declared
      return {
        kind: 'number',
        range: {
          ...(minimum !== undefined && { minimum }),
          ...(maximum !== undefined && { maximum }),
          isWhole: type === 'integer',
        },
      }
    }
    case 'string':
      return declared.values ? { kind: 'values', values: declared.values } : { kind: 'text' }
    case 'boolean':
      return { kind: 'values', values: [true, false] }
    default:
      return undefined
  }
}

/** Scores are rounded before conditions see them, which may move the ends by a unit. */
function scoreDomain(
  bounds: readonly { readonly least: Rational; readonly greatest: Rational }[],
  unit: number,
): ValueDomain | undefined {
  const [first, ...others] = bounds
  if (!first) return undefined
  const lowest = others.reduce((low, other) => least(low, other.least), first.least)
  const highest = others.reduce((high, other) => greatest(high, other.greatest), first.greatest)
  return {
    kind: 'number',
    range: { minimum: Math.max(0, toNumber(lowest) - unit), maximum: Math.min(100, toNumber(highest) + unit) },
  }
}

/** Most texts compared together. */
const MAXIMUM_TEXTS = 1_000

/**
 * Returns values that represent all of a domain where it is compared with these literals; undefined where there are too
 * many.
 */
export function pointsOf(
  domain: ValueDomain,
  leaves: readonly Leaf[],
): readonly (string | number | boolean)[] | undefined {
  switch (domain.kind) {
    case 'values':
      return domain.values.length > MAXIMUM_TEXTS ? undefined : domain.values
    case 'number':
      return numberPoints(
        literalsOf(leaves).filter((literal) => typeof literal === 'number'),
        domain.range,
      )
    case 'text': {
      const texts = new Set(literalsOf(leaves).filter((literal) => typeof literal === 'string'))
      if (texts.size > MAXIMUM_TEXTS) return undefined
      let other = 'other'
      while (texts.has(other)) other += '-'
      return [...texts, other]
    }
    default:
      return assertNever(domain)
  }
}

function literalsOf(leaves: readonly Leaf[]): readonly unknown[] {
  return leaves.flatMap(({ value }): readonly unknown[] => (Array.isArray(value) ? value : [value]))
}
