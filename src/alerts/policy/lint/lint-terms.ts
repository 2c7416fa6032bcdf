import type { Duration } from '../../../calendar/calendar.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { AlertPolicy } from '../alert-policy.js'

/**
 * Reports levels that leave more time than a less grave one: each level counts by its shortest term. Terms of different units are
 * not compared, and a level that is faster in one of them is not reported.
 */
export function lintTerms({ levels }: AlertPolicy): readonly IssueDraft[] {
  const drafts: IssueDraft[] = []
  const shortest = levels.map(({ duties = [] }) => {
    const terms = new Map<Unit, Term>()
    for (const [index, { within }] of duties.entries()) {
      const term = termOf(within)
      if (term && term.length < (terms.get(term.unit)?.length ?? Number.POSITIVE_INFINITY))
        terms.set(term.unit, { ...term, index })
    }
    return terms
  })
  for (const [rank, terms] of shortest.entries()) {
    for (const [other, others] of shortest.entries()) {
      if (other <= rank) continue
      const common = [...terms.values()].filter(({ unit }) => others.has(unit))
      const longer = common.filter((term) => term.length > (others.get(term.unit)?.length ?? 0))
      const [term] = longer
      if (!term || longer.length < common.length) continue
      drafts.push({
        code: 'alerts/longer-term',
        path: ['levels', rank, 'duties', term.index, 'within'],
        received: term.text,
        details: {
          level: levels[rank]?.id ?? '',
          other: levels[other]?.id ?? '',
          term: others.get(term.unit)?.text ?? '',
        },
      })
      break
    }
  }
  return drafts
}

type Unit = 'elapsed' | 'workingHours' | 'workingDays'

interface Term {
  readonly unit: Unit
  readonly length: number
  /** As written. */
  readonly text: string
  /** Place of the duty. */
  readonly index: number
}

function termOf(within: Duration): Term | undefined {
  const { note: _, ...written } = within
  const text = JSON.stringify(written)
  if ('minutes' in within) return { unit: 'elapsed', length: within.minutes, text, index: 0 }
  if ('hours' in within) return { unit: 'elapsed', length: within.hours * 60, text, index: 0 }
  if ('workingHours' in within) return { unit: 'workingHours', length: within.workingHours, text, index: 0 }
  if ('workingDays' in within) return { unit: 'workingDays', length: within.workingDays, text, index: 0 }
  return undefined
}
