import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { estimationMethods } from '../../oracles/estimation-adapter.js'

interface OracleCase {
  readonly id: string
  readonly fn: string
  readonly input: never
  readonly expected: unknown
  readonly tolerance?: number
}

const folder = process.env.CALLGRADE_ORACLES ?? join(import.meta.dirname, '../../oracles')
const { cases } = JSON.parse(readFileSync(join(folder, 'sampling.json'), 'utf8')) as { cases: readonly OracleCase[] }
const methods: Readonly<Record<string, (input: never) => unknown>> = estimationMethods

describe('estimates equal the oracles', () => {
  for (const fn of Object.keys(methods)) {
    const own = cases.filter((one) => one.fn === fn)
    test.each(own)(`${fn} $id`, ({ input, expected, tolerance = 0 }) => {
      compare(methods[fn]?.(input), expected, tolerance, '')
    })
    test(`${fn} has cases`, () => expect(own.length).toBeGreaterThan(0))
  }
})

/** Every expected figure is there, within the tolerance: absolute, relative over 1. */
function compare(found: unknown, expected: unknown, tolerance: number, path: string): void {
  if (typeof expected === 'number') {
    expect(typeof found, path).toBe('number')
    const room = tolerance * Math.max(1, Math.abs(expected))
    expect(Math.abs((found as number) - expected), `${path}: ${found} for ${expected}`).toBeLessThanOrEqual(room)
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, value] of Object.entries(expected))
      compare((found as Record<string, unknown> | undefined)?.[key], value, tolerance, `${path}.${key}`)
  } else expect(found, path).toBe(expected)
}
