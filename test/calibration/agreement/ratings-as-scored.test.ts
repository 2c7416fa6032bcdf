import { describe, expect, it } from 'vitest'
import { agreement, figureOf, type RaterRating } from '../../../src/calibration/index.js'
import { type Issue, isCallgradeError } from '../../../src/issues/index.js'
import { compileRubric, type Rating } from '../../../src/scoring/index.js'

const rubric = {
  format: 'callgrade/rubric@1' as const,
  id: 'r',
  version: '1',
  title: 'R',
  scales: { three: { levels: [1, 2, 3].map((value) => ({ value })) } },
  defaultScale: 'three',
  sections: [
    {
      id: 'all',
      items: [
        { id: 'level' },
        { id: 'check', kind: 'yes-no' as const },
        {
          id: 'way',
          kind: 'choice' as const,
          options: [
            { id: 'a', points: 1 },
            { id: 'b', points: 0 },
          ],
        },
        {
          id: 'ways',
          kind: 'choice' as const,
          multiple: true,
          options: [
            { id: 'a', points: 1 },
            { id: 'b', points: 1 },
          ],
        },
        {
          id: 'wait',
          kind: 'numeric' as const,
          minimum: 0,
          maximum: 60,
          linear: { zeroAt: 60, fullAt: 0 },
        },
        {
          id: 'slips',
          kind: 'deduction' as const,
          base: 1,
          faults: [
            { id: 'a', points: 0.1 },
            { id: 'b', points: 0.2 },
            { id: 'c', points: 0.3 },
          ],
        },
        { id: 'remark', kind: 'text' as const },
      ],
    },
  ],
  result: { passMark: 60 },
}

/** One sound rating of every item that has to be rated. */
const SOUND: Readonly<Record<string, Rating>> = { level: 3, check: true, way: 'a', ways: [], wait: 10, slips: [] }

const FAULTY: readonly (readonly [item: string, rating: unknown])[] = [
  ['level', 4],
  ['level', '3'],
  ['check', 'yes'],
  ['check', 1],
  ['way', 'c'],
  ['way', ['a']],
  ['ways', 'a'],
  ['ways', ['a', 'a']],
  ['wait', 61],
  ['wait', -1],
  ['wait', '10'],
  ['wait', Number.NaN],
  ['wait', Number.POSITIVE_INFINITY],
  ['slips', 'a'],
  ['slips', ['d']],
  ['slips', [{ id: 'a', count: -3 }]],
  ['slips', [{ id: 'a', count: 1.5 }]],
  ['slips', [{ id: 'a', count: '3' }]],
  ['slips', [{ id: 'a', count: 0 }]],
  ['slips', [{ id: 'a', cuont: 3 }]],
  ['slips', [{ id: 'a', comment: 5 }]],
  ['remark', 7],
]

function rate(...ratings: readonly (readonly [raterId: string, callId: string, item: string, rating: unknown])[]) {
  return {
    ratings: ratings.map(
      // Wrong ratings are what these tests are about.
      ([raterId, callId, item, rating]) => ({ raterId, callId, item, rating }) as RaterRating,
    ),
  }
}

function issuesOf(item: string, rating: unknown): readonly Issue[] {
  try {
    agreement(rate(['A', '1', item, rating]), rubric)
  } catch (error) {
    if (isCallgradeError(error)) return error.issues
    throw error
  }
  return []
}

describe('ratings for agreement are read like ratings of an evaluation', () => {
  it.each(FAULTY)('%s: %j is refused by both', (item, rating) => {
    const evaluation = { id: 'e', rubric: 'r', ratings: { ...SOUND, [item]: rating as Rating } }
    const scored = compileRubric(rubric).safeScore(evaluation)
    expect(scored.success).toBe(false)
    expect(issuesOf(item, rating)).not.toEqual([])
  })

  it.each(Object.entries({ ...SOUND, remark: 'friendly' }))('%s: %j is taken by both', (item, rating) => {
    const evaluation = { id: 'e', rubric: 'r', ratings: { ...SOUND, [item]: rating } }
    expect(compileRubric(rubric).safeScore(evaluation).success).toBe(true)
    expect(issuesOf(item, rating)).toEqual([])
  })

  it('a fault within a list is named where it stands', () => {
    expect(issuesOf('slips', ['b', { id: 'a', count: -3 }])).toMatchObject([
      { code: 'evaluation/out-of-range', path: ['ratings', 0, 'rating', 1, 'count'], expected: '>= 1', received: '-3' },
    ])
    expect(issuesOf('slips', [{ id: 'a', cuont: 3 }])).toMatchObject([
      { code: 'document/unknown-key', path: ['ratings', 0, 'rating', 0, 'cuont'], suggestion: 'count' },
    ])
  })

  it('points lost are added exactly: 0.1 + 0.2 is 0.3', () => {
    const calls = ['1', '2', '3', '4'].flatMap((call, index) => [
      ['A', call, 'slips', index % 2 === 0 ? ['a', 'b'] : []] as const,
      ['B', call, 'slips', index % 2 === 0 ? ['c'] : []] as const,
    ])
    const report = agreement(rate(...calls), rubric)
    const slips = report.targets.find(({ id }) => id === 'slips')
    expect(slips && figureOf(slips, 'percent-exact')).toBe(1)
    expect(report.discuss).toEqual([])
  })
})
