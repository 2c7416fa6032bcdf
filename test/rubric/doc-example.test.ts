import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseRubric, safeParseRubric, sharesOf } from '../../src/rubric/index.js'

/** The rubric that the description of the format shows, as it stands there. */
const text = readFileSync(join(import.meta.dirname, 'format-example.json'), 'utf8')

describe('the example of the format', () => {
  test('is JSON as it stands, and reads without a fault', () => {
    expect(safeParseRubric(text).issues).toBeUndefined()
    expect(parseRubric(text)).toEqual(JSON.parse(text))
  })

  test('keeps the waiting time as a number from a fact', () => {
    expect(parseRubric(text).sections[2]?.items?.[1]).toMatchObject({
      id: 'wait',
      kind: 'numeric',
      fact: 'queueSeconds',
    })
  })

  // product and answer: 1/10 + 1/4, 2/15 + 3/14 in the adjustment, 3/50 + 7/20 for complaints.
  test.each([
    ['sales', '2026-06-01', 35],
    ['sales', '2026-10-01', 34.7619],
    ['complaint', '2026-06-01', 41],
  ])('keeps its promise of 30 %% knowledge for %s on %s', (businessType, date, percent) => {
    const shares = sharesOf(text, { businessType, date })
    expect(100 * ((shares.product?.share ?? 0) + (shares.answer?.share ?? 0))).toBeCloseTo(percent, 4)
  })

  test('breaks its promise as soon as it asks for more, and says for whom and when', () => {
    const issues = safeParseRubric(text.replace('"minimumSharePercent": 30', '"minimumSharePercent": 35')).issues
    expect(issues).toMatchObject([
      {
        code: 'rubric/weight-rule-broken',
        path: ['weightRules', 0, 'minimumSharePercent'],
        expected: '>= 35',
        received: '34.7619',
        details: { businessType: 'sales', from: '2026-10-01', through: '2026-12-31' },
      },
    ])
  })
})
