import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreement, certify, compareWithReference, rescore, reviewState } from '../../src/calibration/index.js'
import { isCallgradeError } from '../../src/issues/index.js'
import { compileRubric } from '../../src/scoring/index.js'

const rubric = {
  format: 'callgrade/rubric@1',
  id: 'r',
  version: '1',
  title: 'R',
  scales: { three: { levels: [1, 2, 3].map((value) => ({ value })) } },
  defaultScale: 'three',
  sections: [
    {
      id: 'talk',
      items: [
        { id: 'greeting' },
        { id: 'faults', kind: 'deduction', base: 10, faults: [{ id: 'late', points: 4 }] },
        { id: 'many', kind: 'choice', multiple: true, options: [{ id: 'a', points: 1 }] },
      ],
    },
  ],
  vetoes: [{ id: 'abuse' }],
  result: { passMark: 60 },
} as never
const scorer = compileRubric(rubric)
const options = { policy: { appeal: { within: { hours: 48 } } }, asOf: '2026-12-01T00:00:00Z' } as const

/** Records that are nearly right, and any JSON. */
const record = (keys: Readonly<Record<string, readonly unknown[]>>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    {
      weight: 4,
      arbitrary: fc.record(
        Object.fromEntries(
          Object.entries(keys).map(([key, values]) => [
            key,
            fc.oneof(
              { weight: 5, arbitrary: fc.constantFrom(...values) },
              { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
            ),
          ]),
        ),
        { requiredKeys: [] },
      ),
    },
  )
const rating = record({
  callId: ['1', '2'],
  raterId: ['A', 'B'],
  item: ['greeting', 'faults', 'many'],
  rating: [1, 2, 'na', [], ['late'], [{ id: 'late', count: 2 }], ['a']],
})
const evaluation = record({
  id: ['e'],
  rubric: ['r'],
  callId: ['1', '2'],
  evaluatorId: ['A', 'B'],
  ratings: [
    { greeting: 1, faults: [], many: [] },
    { greeting: 3, faults: ['late'], many: ['a'] },
  ],
  vetoes: [[], ['abuse']],
})
const call = record({
  callId: ['1', '2'],
  sessionId: ['s'],
  heldAt: ['2026-01-01T00:00:00Z'],
  score: [null, 50, 80],
  reference: [50, 80],
  vetoes: [['abuse'], []],
  referenceVetoes: [['abuse'], []],
})
const event = record({
  id: ['1', '2', '3', '4'],
  evaluationId: ['e'],
  kind: ['scored', 'published', 'appealed', 'answered', 'settled'],
  at: ['2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'],
  by: ['A', 'B'],
  tier: ['junior', 'reviewer', 'expert'],
  about: [[{ item: 'greeting' }], [{ veto: 'abuse' }], []],
  decision: ['upheld', 'rejected'],
  changes: [{ ratings: { greeting: 2 } }, { vetoes: [] }],
})

/** Whatever comes in: a result, or faults with codes. */
function isTold(work: () => unknown): boolean {
  try {
    return work() !== undefined
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    return error.issues.length > 0
  }
}

describe('broken records are told, and end nothing', () => {
  const sound = { id: 'e', rubric: 'r', ratings: { greeting: 2, faults: [], many: [] }, vetoes: [] }

  it.each([
    ['ratings', rating, (list: readonly unknown[]) => agreement({ ratings: list as never }, rubric, { resamples: 5 })],
    [
      'evaluations',
      evaluation,
      (list: readonly unknown[]) => agreement({ evaluations: list as never }, rubric, { resamples: 5 }),
    ],
    [
      'a reference',
      rating,
      (list: readonly unknown[]) => compareWithReference({ ratings: list as never }, rubric, 'A'),
    ],
    ['certification', call, (list: readonly unknown[]) => certify(list as never)],
    ['review', event, (list: readonly unknown[]) => reviewState(sound as never, list as never, scorer, options)],
    ['versions', evaluation, (list: readonly unknown[]) => rescore(list as never, rubric, rubric)],
  ] as const)('%s', (_, one, work) => {
    fc.assert(
      fc.property(fc.array(one as fc.Arbitrary<unknown>, { maxLength: 6 }), (list) => {
        expect(isTold(() => work(list))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('a review of nothing names what is missing', () => {
    expect(isTold(() => reviewState(null as never, [], scorer, options))).toBe(true)
    expect(
      reviewState(sound as never, [null, { id: '1', kind: 'scord' }] as never, scorer, options).refused.map(
        ({ issue }) => [issue.code, issue.path.join('.')],
      ),
    ).toEqual([
      ['document/type', ''],
      ['document/missing-key', 'evaluationId'],
    ])
  })
})
