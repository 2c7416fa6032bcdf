import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import type { Rubric } from '../../../src/rubric/format/rubric.js'
import { scoreAll } from '../../../src/scoring/bulk/score-all.js'
import { compileRubric } from '../../../src/scoring/compile-rubric.js'
import type { Evaluation } from '../../../src/scoring/evaluation/evaluation.js'
import { isFailedScore } from '../../../src/scoring/is-failed-score.js'
import type { FailedScore, Score, ScoreOutcome } from '../../../src/scoring/score.js'

/** One number from 0 to 100 is the whole form. */
const rubric = {
  format: 'callgrade/rubric@1',
  id: 'line',
  version: '1',
  title: 'Line',
  timeZone: 'Asia/Shanghai',
  effective: { from: '2026-01-01', through: '2026-06-30' },
  sections: [{ id: 's', items: [{ id: 'quality', kind: 'numeric', linear: { zeroAt: 0, fullAt: 100 } }] }],
  result: { passMark: 80 },
} satisfies Rubric
/** Counts the other way round, so that it shows which one scored. */
const second: Rubric = {
  ...rubric,
  version: '2',
  effective: { from: '2026-07-01' },
  sections: [{ id: 's', items: [{ id: 'quality', kind: 'numeric', linear: { zeroAt: 100, fullAt: 0 } }] }],
}
const other: Rubric = { ...rubric, id: 'other' }
const overlapping: Rubric = { ...rubric, version: '3', effective: { from: '2026-06-01' } }

const scorer = compileRubric(rubric)

function evaluation(id: string, quality: number, members: Partial<Evaluation> = {}): Evaluation {
  return { id, rubric: 'line', callAt: '2026-03-01T10:00:00+08:00', ratings: { quality }, ...members }
}

async function all<Outcome>(outcomes: AsyncIterable<Outcome>): Promise<Outcome[]> {
  const list: Outcome[] = []
  for await (const outcome of outcomes) list.push(outcome)
  return list
}

function scoresOf(outcomes: readonly ScoreOutcome[]): (number | null | string)[] {
  return outcomes.map((outcome) => (isFailedScore(outcome) ? outcome.error.code : outcome.score))
}

describe('input', () => {
  const evaluations = [evaluation('a', 90), evaluation('b', 60), evaluation('c', 75.5)]

  test('a list is scored in order', async () => {
    expect(await all(scoreAll(scorer, evaluations))).toEqual(evaluations.map((each) => scorer.score(each)))
  })

  test('a generator, an async generator, a set and a stream give the same', async () => {
    function* generator(): Generator<Evaluation> {
      yield* evaluations
    }
    async function* asyncGenerator(): AsyncGenerator<Evaluation> {
      for (const each of evaluations) {
        await Promise.resolve()
        yield each
      }
    }
    const wanted = await all(scoreAll(scorer, evaluations))
    for (const input of [generator(), asyncGenerator(), new Set(evaluations), ReadableStream.from(evaluations)])
      expect(await all(scoreAll(scorer, input))).toEqual(wanted)
  })

  test('texts and values may be mixed', async () => {
    const [a, b, c] = evaluations
    expect(scoresOf(await all(scoreAll(scorer, [a ?? '', JSON.stringify(b), c ?? ''])))).toEqual([90, 60, 75.5])
  })

  test('nothing gives nothing', async () => {
    expect(await all(scoreAll(scorer, []))).toEqual([])
  })

  test('an evaluation is asked for only when its score is wanted, and the source is closed when no more are', async () => {
    let [asked, closed] = [0, false]
    function* endless(): Generator<Evaluation> {
      try {
        for (;;) yield evaluation(`e${asked++}`, 50)
      } finally {
        closed = true
      }
    }
    for await (const outcome of scoreAll(scorer, endless())) {
      if (isFailedScore(outcome) || outcome.evaluationId === 'e2') break
    }
    expect([asked, closed]).toEqual([3, true])
  })

  test('an error of the source itself ends the scoring', async () => {
    async function* broken(): AsyncGenerator<Evaluation> {
      yield evaluation('a', 1)
      throw new Error('connection lost')
    }
    const seen: unknown[] = []
    await expect(async () => {
      for await (const outcome of scoreAll(scorer, broken())) seen.push(outcome)
    }).rejects.toThrow('connection lost')
    expect(seen).toHaveLength(1)
  })
})

describe('faults', () => {
  test('a faulty evaluation yields its faults in its place, and the rest are scored', async () => {
    const outcomes = await all(
      scoreAll(scorer, [
        evaluation('a', 90),
        { ...evaluation('b', 1), ratings: {} },
        '{"id": "c", "rubric": "line"',
        evaluation('d', 70),
      ]),
    )
    expect(scoresOf(outcomes)).toEqual([90, 'evaluation/unanswered', 'document/unbalanced', 70])
    const [, b, c] = outcomes as FailedScore[]
    expect(b).toEqual({
      evaluationId: 'b',
      index: 1,
      error: {
        code: 'evaluation/unanswered',
        issues: [expect.objectContaining({ code: 'evaluation/unanswered', path: ['ratings', 'quality'] })],
      },
    })
    expect(c).toMatchObject({ index: 2, error: { issues: [{ position: { line: 1 } }] } })
    expect(c).not.toHaveProperty('evaluationId')
  })

  test('what is no evaluation at all is a fault in its place', async () => {
    const hostile = [null, 5, [], 'text', undefined, { id: 7 }] as unknown as Evaluation[]
    const outcomes = await all(scoreAll(scorer, [...hostile, evaluation('z', 80)]))
    expect(outcomes.slice(0, -1).every(isFailedScore)).toBe(true)
    expect(outcomes.map((outcome) => isFailedScore(outcome) && outcome.index)).toEqual([0, 1, 2, 3, 4, 5, false])
  })

  test('an evaluation whose getter throws does not end the scoring of the rest', async () => {
    const throwing = Object.defineProperty({ ...evaluation('b', 1) }, 'ratings', {
      enumerable: true,
      get: () => {
        throw new Error('no access')
      },
    })
    const outcomes = await all(scoreAll(scorer, [evaluation('a', 90), throwing, evaluation('c', 70)]))
    expect(scoresOf(outcomes)).toEqual([90, 'document/not-plain', 70])
  })

  test('an error that is no fault of an evaluation is thrown on', async () => {
    const outcomes = scoreAll(scorer, [evaluation('a', 90)], {
      with: () => {
        throw new TypeError('a mistake of the caller')
      },
    })
    await expect(all(outcomes)).rejects.toThrow(TypeError)
  })
})

describe('several rubrics', () => {
  const scorers = [scorer, compileRubric(second), compileRubric(other)]

  test('the scorer is taken whose rubric the evaluation names', async () => {
    const outcomes = await all(scoreAll(scorers, [evaluation('a', 30, { rubric: 'other' }), evaluation('b', 30)]))
    expect((outcomes as Score[]).map((score) => `${score.rubric} ${score.rubricVersion}`)).toEqual([
      'other 1',
      'line 1',
    ])
  })

  test('of several versions the one that the evaluation names is taken, if its date allows', async () => {
    const outcomes = await all(
      scoreAll(scorers, [
        evaluation('a', 30, { rubricVersion: '1' }),
        evaluation('b', 30, { rubricVersion: '2', callAt: '2026-07-01T00:00:00+08:00' }),
        evaluation('c', 30, { rubricVersion: '2' }),
      ]),
    )
    expect(scoresOf(outcomes)).toEqual([30, 70, 'evaluation/outside-effective'])
  })

  test('without a version the one is taken that is in effect on the local date', async () => {
    const outcomes = await all(
      scoreAll(scorers, [
        evaluation('a', 30, { callAt: '2026-06-30T23:59:59+08:00' }),
        evaluation('b', 30, { callAt: '2026-06-30T16:00:00Z' }),
        { id: 'c', rubric: 'line', period: { from: '2026-07-01', through: '2026-07-31' }, ratings: { quality: 30 } },
        JSON.stringify(evaluation('d', 30, { callAt: '2026-08-01T00:00:00Z' })),
      ]),
    )
    expect(scoresOf(outcomes)).toEqual([30, 70, 70, 70])
  })

  test('a rubric or version that is not there is a fault, with what was probably meant', async () => {
    const outcomes = await all(
      scoreAll(scorers, [
        evaluation('a', 30, { rubric: 'lime' }),
        evaluation('b', 30, { rubricVersion: '9' }),
        evaluation('c', 30, { callAt: '2025-01-01T00:00:00Z' }),
        JSON.stringify(evaluation('d', 30, { rubric: 'constructor' }), undefined, 1),
      ]),
    )
    expect(scoresOf(outcomes)).toEqual(Array.from({ length: 4 }, () => 'scoring/no-rubric'))
    const issues = (outcomes as FailedScore[]).map(({ error }) => error.issues[0])
    expect(issues[0]).toMatchObject({ path: ['rubric'], received: '"lime"', suggestion: 'line' })
    expect(issues[1]).toMatchObject({ path: ['rubricVersion'], expected: '"1" | "2"', received: '"9"' })
    expect(issues[3]).toMatchObject({ path: ['rubric'], position: { line: 3, column: 12 } })
    expect((outcomes as FailedScore[]).map(({ evaluationId }) => evaluationId)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('two versions in effect on one day are ambiguous, and a version settles it', async () => {
    const both = [scorer, compileRubric(overlapping)]
    const callAt = '2026-06-15T10:00:00+08:00'
    const outcomes = await all(
      scoreAll(both, [evaluation('a', 30, { callAt }), evaluation('b', 30, { callAt, rubricVersion: '3' })]),
    )
    expect(scoresOf(outcomes)).toEqual(['scoring/ambiguous-rubric', 30])
    expect((outcomes[0] as FailedScore).error.issues[0]).toMatchObject({ expected: '"1" | "3"', received: '"line"' })
  })

  test('faults of an evaluation without a rubric are told by a scorer', async () => {
    const outcomes = await all(scoreAll(scorers, [{ id: 'a', ratings: {} } as unknown as Evaluation, '[]', '{']))
    expect(outcomes.map((outcome) => isFailedScore(outcome) && outcome.error.code)).toEqual([
      'document/missing-key',
      'document/type',
      'document/unbalanced',
    ])
  })

  test('two scorers of the same rubric and version, or none, are refused when the first score is asked for', async () => {
    await expect(all(scoreAll([scorer, compileRubric(rubric)], []))).rejects.toMatchObject({
      code: 'scoring/ambiguous-rubric',
    })
    await expect(all(scoreAll([], []))).rejects.toMatchObject({ code: 'scoring/wrong-call' })
  })
})

test('explained scores come by an option, faults included', async () => {
  const outcomes = await all(
    scoreAll([scorer, compileRubric(second)], [evaluation('a', 90), { ...evaluation('b', 1), ratings: {} }], {
      with: (chosen, each) => chosen.explain(each),
    }),
  )
  const [a, b] = outcomes
  expect(a && !isFailedScore(a) && a.explanation.tree[0]?.points).toBe('90')
  expect(b && isFailedScore(b) && b.index).toBe(1)
})

test('100,000 evaluations are scored in constant memory', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const heap = (): number => {
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  // Different ids and dates, so that a cache that keeps them all would show.
  function* many(): Generator<Evaluation> {
    for (let index = 0; index < 100_000; index++) {
      const second = new Date(Date.UTC(2026, 0, 2) + index * 120_000).toISOString()
      yield evaluation(`e${index}`, index % 101, { callAt: second, agentId: `agent-${index}` })
    }
  }
  let [count, sum, early] = [0, 0, 0]
  for await (const outcome of scoreAll(scorer, many())) {
    if (isFailedScore(outcome)) throw new Error(outcome.error.code)
    sum += outcome.score ?? 0
    if (++count === 10_000) early = heap()
  }
  const late = heap()
  expect(count).toBe(100_000)
  // 990 full rounds of 0..100 are 990 x 5,050; then 0 + 1 + ... + 9 = 45.
  expect(sum).toBe(990 * 5_050 + 45)
  // 90,000 scores kept would be over 50 MB.
  expect((late - early) / 1e6).toBeLessThan(15)
})
