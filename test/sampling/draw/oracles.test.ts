import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type DrawInput, drawMethods } from '../../oracles/draw-adapter.js'
import { expectClose } from '../../oracles/expect-close.js'

interface DrawCase {
  readonly id: string
  readonly fn: string
  readonly input: DrawInput
  readonly expected: Readonly<Record<string, unknown>>
  readonly tolerance: number
}

const file = join(process.env.CALLGRADE_ORACLES ?? join(import.meta.dirname, '../../oracles'), 'sampling.json')
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly DrawCase[] }

test.each(cases.filter(({ fn }) => fn === 'planAndDraw'))('$id', ({ input, expected, tolerance }) => {
  // Two digests of its own that the oracle gives for information.
  const { frameDigestSorted: _, fileSha256: __, ...figures } = expected
  expectClose(drawMethods.planAndDraw?.(input as never), figures, tolerance)
  expect(Object.keys(figures).length).toBeGreaterThan(8)
})
