import { GroupTable } from './group-table.js'
import type { Summary } from './summary.js'

/**
 * Merges summaries of parts into the summary of the whole. Sums are whole numbers, so the result is the same to the
 * last digit for every split and every order.
 * @param summaries - of parts that share no evaluation, grouped alike
 */
export function mergeSummaries(...summaries: readonly Summary[]): Summary {
  const table = new GroupTable()
  for (const summary of summaries) {
    table.failed += summary.failed
    for (const group of summary.groups) table.group(group.key).addGroup(group)
  }
  return table.summary()
}
