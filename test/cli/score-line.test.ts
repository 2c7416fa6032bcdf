import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreLine } from '../../src/cli/score-line.js'
import type { Score } from '../../src/scoring/index.js'

const texts = fc.oneof(
  fc.constantFrom('', 'greeting', '1', '问候', '"', '\\', '\n', '\u2028', '\ud800', '__proto', 'constructor'),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const numbers = fc.oneof(fc.constantFrom(0, -0, 100, 66.67, 1e21, 1e-7), fc.double({ noNaN: false }))
const ids = texts.filter((id) => id !== '__proto__')
const cells = fc.oneof(numbers, fc.constant(null))
const lists = fc.array(texts, { maxLength: 3 })

const scores = fc.record(
  {
    evaluationId: texts,
    rubric: texts,
    rubricVersion: texts,
    businessType: texts,
    callId: fc.option(texts, { nil: undefined }),
    period: fc.record({ from: texts, through: texts }),
    subject: fc.record({ kind: texts, id: texts }),
    purpose: texts,
    status: texts,
    rawScore: cells,
    score: cells,
    verdict: fc.option(texts),
    band: fc.option(texts),
    actions: lists,
    sections: fc.dictionary(ids, cells, { maxKeys: 4 }),
    items: fc.dictionary(ids, cells, { maxKeys: 6 }),
    faults: fc.dictionary(ids, fc.dictionary(ids, numbers, { maxKeys: 2 }), { maxKeys: 2 }),
    options: fc.dictionary(ids, lists, { maxKeys: 2 }),
    vetoes: lists,
    criticalErrors: fc.dictionary(ids, texts, { maxKeys: 3 }),
  },
  { requiredKeys: ['evaluationId'] },
)

describe('a score as a line', () => {
  test('is what JSON.stringify makes of it, to the character', () => {
    fc.assert(
      fc.property(scores, (score) => {
        expect(scoreLine(score as unknown as Score)).toBe(`${JSON.stringify(score)}\n`)
      }),
      { numRuns: 2_000 },
    )
  })

  test('stays so when more texts have come by than are kept', () => {
    for (let index = 0; index < 20_000; index++) scoreLine({ band: `b${index}` } as unknown as Score)
    const score = { band: 'never "seen"', items: { neu: 1 } }
    expect(scoreLine(score as unknown as Score)).toBe(`${JSON.stringify(score)}\n`)
  })
})
