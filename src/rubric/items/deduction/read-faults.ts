import { excerptOf } from '../../../issues/excerpt-of.js'
import { unknownName } from '../../../issues/unknown-name.js'
import { readMark } from '../ratings/read-entry.js'
import type { RatingPath, ReportIssue } from '../ratings/reading.js'
import type { DeductionItem } from './format.js'

const FAULT_KEYS: ReadonlySet<string> = new Set(['id', 'count', 'comment', 'evidence', 'note'])

/**
 * Occurrences by fault, in the rubric's order, which decides what takes the last points left.
 * @returns undefined where an entry is faulty, which is reported
 */
export function readFaults(
  rating: readonly unknown[],
  item: DeductionItem,
  path: RatingPath,
  report: ReportIssue,
): ReadonlyMap<string, number> | undefined {
  const counts = new Map<string, number>()
  let isSound = true
  for (const [index, entry] of rating.entries()) {
    const at = [...path, index]
    const fault = readMark(entry, at, FAULT_KEYS, report, { item: item.id })
    if (!fault) {
      isSound = false
      continue
    }
    const count = fault.count === undefined ? 1 : fault.count
    const before = counts.get(fault.id) ?? 0
    if (!item.faults.some(({ id }) => id === fault.id)) {
      const names = item.faults.map(({ id }) => id)
      report(
        unknownName({
          code: 'evaluation/unknown-fault',
          path: fault.isEntry ? [...at, 'id'] : at,
          name: fault.id,
          known: names,
          details: { item: item.id },
        }),
      )
      isSound = false
    } else if (!isCount(count) || before + count > Number.MAX_SAFE_INTEGER) {
      const isNumber = typeof count === 'number'
      report({
        code: isNumber ? 'evaluation/out-of-range' : 'evaluation/rating-type',
        path: [...at, 'count'],
        expected: isNumber ? '>= 1' : 'integer >= 1',
        received: excerptOf(count),
        details: { item: item.id },
      })
      isSound = false
    } else counts.set(fault.id, before + count)
  }
  if (!isSound) return undefined
  return new Map(item.faults.filter(({ id }) => counts.has(id)).map(({ id }) => [id, counts.get(id) ?? 0]))
}

function isCount(count: unknown): count is number {
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 1
}
