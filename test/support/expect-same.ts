import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'

/** Expects equal values, as `toEqual` does, at a tenth of its time where they are: for tests of thousands of values. */
export function expectSame(actual: unknown, expected: unknown, message?: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, message).toEqual(expected)
}
