import { expect } from 'vitest'

/** Differences of a result from what an oracle expects; a result may hold more than that. */
export function differences(actual: unknown, expected: unknown, tolerance: number, path = 'result'): string[] {
  if (typeof expected === 'number') {
    if (typeof actual !== 'number') return [`${path}: ${String(actual)} instead of ${expected}`]
    const scale = Math.max(1, Math.abs(expected))
    return Math.abs(actual - expected) <= tolerance * scale ? [] : [`${path}: ${actual} instead of ${expected}`]
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return [`${path}: ${JSON.stringify(actual)?.slice(0, 200)} instead of ${expected.length} elements`]
    return expected.flatMap((part, index) => differences(actual[index], part, tolerance, `${path}[${index}]`))
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${path}: ${String(actual)} instead of an object`]
    return Object.entries(expected).flatMap(([key, part]) =>
      differences((actual as Readonly<Record<string, unknown>>)[key], part, tolerance, `${path}.${key}`),
    )
  }
  return Object.is(actual, expected)
    ? []
    : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`]
}

/** Tolerance is absolute, relative where what is expected is over 1. */
export function expectClose(actual: unknown, expected: unknown, tolerance: number): void {
  expect(differences(actual, expected, tolerance)).toEqual([])
}
