import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allocationMethods } from './allocation-adapter.js'
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
}

describe.each(['statistics.json', 'sampling.json'])('%s', (file) => {
  const { cases } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { cases: readonly OracleCase[] }
  const names = [...new Set(cases.map(({ fn }) => fn))]

  test.each(names)('%s has a method of the library', (fn) => {
    expect(Object.keys(methods)).toContain(fn)
  })

  test.each(cases)('$id: $fn as in $source', ({ fn, input, expected, tolerance }) => {
    const method = methods[fn]
    if (!method) throw new Error(`no method for ${fn}`)
    expectClose(method(input as never), expected, tolerance)
  })
})
