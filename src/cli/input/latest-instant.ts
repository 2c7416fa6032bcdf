import { instantOf } from '../../documents/time/instant.js'

/** Finds the latest of the values that are instants; undefined where none is. */
export function latestInstant(values: Iterable<unknown>): string | undefined {
  let latest: string | undefined
  for (const value of values) {
    if (typeof value !== 'string' || Number.isNaN(instantOf(value))) continue
    if (latest === undefined || instantOf(value) > instantOf(latest)) latest = value
  }
  return latest
}
