import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allocationMethods } from './allocation-adapter.js'
import { calendarMethods } from './calendar-adapter.js'
import { calibrationMethods } from './calibration-adapter.js'
import { chartMethods } from './chart-adapter.js'
import { closureMethods } from './closure-adapter.js'
import { drawMethods } from './draw-adapter.js'
import { estimationMethods } from './estimation-adapter.js'
import { expectClose } from './expect-close.js'
import { sampleSizeMethods, statisticsMethods } from './statistics-adapter.js'

interface OracleCase {
  readonly id: string
  readonly fn: string
  readonly input: unknown
  readonly expected: unknown
  readonly tolerance: number
  readonly source: string
}

const folder = process.env.CALLGRADE_ORACLES ?? import.meta.dirname
const methods: Readonly<Record<string, (input: never) => unknown>> = {
  ...statisticsMethods,
  ...sampleSizeMethods,
  ...allocationMethods,
  ...estimationMethods,
  ...drawMethods,
  ...calendarMethods,
  ...chartMethods,
  ...closureMethods,
  ...calibrationMethods,
}

/**
 * What no result is compared with: digests of its own that an oracle gives for information, and stratallo's variance,
 * which subtracts sum N S^2 though neither N nor S is in its input. What the reasons of oracles say in words is named.
 */
const NOT_COMPARED: Readonly<Record<string, readonly string[]>> = {
  planAndDraw: ['frameDigestSorted', 'fileSha256'],
  optBox: ['variance'],
  // The figure on used levels alone is the trap, and irr's second interval of the same figure is another method's.
  cohenKappa: ['kappaObservedOnly'],
  icc: ['ci95McGrawWong'],
}

/** Sums of doubles are as right as doubles are, where a table wants them to the last digit. */
const LEAST_TOLERANCE = 1e-14

function comparable(fn: string, expected: unknown): unknown {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return expected
  // Where several vectors are optimal any of them is right: compared apart.
  const left = [...(NOT_COMPARED[fn] ?? []), 'optima']
  return Object.fromEntries(Object.entries(expected).filter(([key]) => !left.includes(key)))
}

describe.each(['statistics.json', 'sampling.json', 'alerts.json', 'calibration.json'])('%s', (file) => {
  const { cases } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { cases: readonly OracleCase[] }
  const names = [...new Set(cases.map(({ fn }) => fn))]

  test.each(names)('%s has a method of the library', (fn) => {
    expect(Object.keys(methods)).toContain(fn)
  })

  test.each(cases)('$id: $fn as in $source', ({ fn, input, expected, tolerance }) => {
    const method = methods[fn]
    if (!method) throw new Error(`no method for ${fn}`)
    const result = method(input as never)
    expectClose(result, comparable(fn, expected), Math.max(tolerance, LEAST_TOLERANCE))
    const { optima } = expected as { readonly optima?: readonly unknown[] }
    if (optima) expect(optima).toContainEqual((result as { readonly x: unknown }).x)
  })
})
