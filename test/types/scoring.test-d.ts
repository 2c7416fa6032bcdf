import { describe, expectTypeOf, test } from 'vitest'
import {
  type CallgradeError,
  compileRubric,
  type Evaluation,
  type ExplainedScore,
  explanationText,
  type FailedScore,
  type Issue,
  isCallgradeError,
  isFailedScore,
  messageOf,
  type Result,
  type Rubric,
  type Score,
  type ScoreOutcome,
  type Scorer,
  type Summary,
  scoreAll,
  summarise,
} from '../../src/index.js'
import { type Explanation, figuresOf, mergeSummaries } from '../../src/scoring/index.js'

declare const rubric: Rubric
declare const evaluation: Evaluation
declare const scorer: Scorer
declare function takeRubric(rubric: Rubric): void
declare function takeEvaluation(evaluation: Evaluation): void

/** What documents may be given as: typed, as text, or with a type that says less. */
type Loose<T> = T | string | Readonly<Record<string, unknown>>

describe('compileRubric', () => {
  test('takes a rubric, its text or a value as an imported JSON file has it, and gives a scorer', () => {
    const imported = {
      format: 'callgrade/rubric@1',
      id: 'r',
      version: '1',
      title: 'R',
      sections: [{ id: 's', items: [{ id: 'answered', kind: 'yes-no' }] }],
      result: { passMark: 80, rounding: 'half-even' },
    }
    expectTypeOf(compileRubric('{}')).toEqualTypeOf<Scorer>()
    expectTypeOf(compileRubric(rubric)).toEqualTypeOf<Scorer>()
    expectTypeOf(compileRubric(imported)).toEqualTypeOf<Scorer>()
    expectTypeOf(compileRubric(imported as typeof imported | string)).toEqualTypeOf<Scorer>()
    expectTypeOf(compileRubric(rubric).rubric).toEqualTypeOf<Rubric>()
  })

  test('takes nothing that is no rubric', () => {
    // @ts-expect-error: a number is no rubric
    compileRubric(5)
    // @ts-expect-error: a misspelt key
    compileRubric({ formt: 1 })
    // @ts-expect-error: sections are missing
    compileRubric({ format: 'callgrade/rubric@1', id: 'r', version: '1', title: 'R', result: { passMark: 80 } })
    const values: Readonly<Record<string, unknown>> = {}
    // @ts-expect-error: nothing says that these values are a rubric
    compileRubric(values)
  })

  test('takes a rubric written in place', () => {
    takeRubric({
      format: 'callgrade/rubric@1',
      id: 'r',
      version: '1',
      title: { 'zh-CN': '质检', en: 'Quality' },
      scales: { five: { levels: [{ value: 1 }, { value: 5 }] } },
      defaultScale: 'five',
      sections: [{ id: 's', items: [{ id: 'greeting' }, { id: 'answered', kind: 'yes-no', fullWhen: 'no' }] }],
      result: { passMark: 80, rounding: 'half-even' },
    })
  })

  test('a value typed as a rubric is held to the type', () => {
    const result = { passMark: 80 }
    const head = { format: 'callgrade/rubric@1', id: 'r', version: '1', title: 'R' } as const
    // @ts-expect-error: sections are missing
    takeRubric({ ...head, result })
    // @ts-expect-error: no such format
    takeRubric({ ...head, format: 'callgrade/rubric@2', sections: [], result })
    // @ts-expect-error: no such rounding
    takeRubric({ ...head, sections: [], result: { passMark: 80, rounding: 'up' } })
    // @ts-expect-error: a deduction needs a base and faults
    takeRubric({ ...head, sections: [{ id: 's', items: [{ id: 'i', kind: 'deduction' }] }], result })
    // @ts-expect-error: a text has no weight
    takeRubric({ ...head, sections: [{ id: 's', items: [{ id: 'i', kind: 'text', weight: 1 }] }], result })
    // @ts-expect-error: fail is an effect of gates alone
    takeRubric({ ...head, sections: [], vetoes: [{ id: 'v', effects: [{ kind: 'fail' }] }], result })
  })
})

describe('a scorer', () => {
  test('scores and explains evaluations and their texts', () => {
    expectTypeOf(scorer.score).parameter(0).toEqualTypeOf<Loose<Evaluation>>()
    expectTypeOf(scorer.safeScore).parameter(0).toBeUnknown()
    expectTypeOf(scorer.score).returns.toEqualTypeOf<Score>()
    expectTypeOf(scorer.safeScore).returns.toEqualTypeOf<Result<Score>>()
    expectTypeOf(scorer.explain).returns.toEqualTypeOf<ExplainedScore>()
    expectTypeOf(scorer.explain(evaluation).explanation).toEqualTypeOf<Explanation>()
    expectTypeOf(scorer.explain(evaluation)).toExtend<Score>()
    expectTypeOf(explanationText(scorer.explain(evaluation), 'zh-CN')).toEqualTypeOf<string>()
  })

  test('takes every form of rating, and readonly data', () => {
    takeEvaluation({
      id: 'e',
      rubric: 'r',
      ratings: {
        level: 5,
        answer: true,
        option: 'right',
        options: ['a', 'b'],
        faults: ['late', { id: 'rude', count: 2, comment: 'x', evidence: { at: 12 } }],
        out: 'na',
        told: { rating: 3, comment: 'x', evidence: ['00:12'] },
      },
      vetoes: ['abuse', { id: 'leak', comment: 'x' }],
      subject: { kind: 'team', id: 't' },
      purpose: 'measure',
    } as const)
  })

  test('a value typed as an evaluation is held to the type', () => {
    // @ts-expect-error: ratings are missing
    takeEvaluation({ id: 'e', rubric: 'r' })
    // @ts-expect-error: no such purpose
    takeEvaluation({ id: 'e', rubric: 'r', ratings: {}, purpose: 'fun' })
    // @ts-expect-error: null is no rating
    takeEvaluation({ id: 'e', rubric: 'r', ratings: { greeting: null } })
    // @ts-expect-error: no such key
    takeEvaluation({ id: 'e', rubric: 'r', ratings: {}, veto: [] })
    // @ts-expect-error: a scorer has no other members to call
    scorer.rate(evaluation)
  })

  test('a score is read only, and null where nothing was scored', () => {
    const score = scorer.score(evaluation)
    expectTypeOf(score.score).toEqualTypeOf<number | null>()
    expectTypeOf(score.rawScore).toEqualTypeOf<number | null>()
    expectTypeOf(score.verdict).toEqualTypeOf<'qualified' | 'unqualified' | null>()
    expectTypeOf(score.status).toEqualTypeOf<'scored' | 'not-scored'>()
    expectTypeOf(score.sections).toEqualTypeOf<Readonly<Record<string, number | null>>>()
    expectTypeOf(score.vetoes).toEqualTypeOf<readonly string[]>()
    // @ts-expect-error: read only
    score.score = 5
    // @ts-expect-error: read only
    score.vetoes.push('abuse')
  })

  test('the status of a score narrows its numbers', () => {
    const score = scorer.score(evaluation)
    if (score.status === 'scored') {
      expectTypeOf(score.score).toBeNumber()
      expectTypeOf(score.rawScore).toBeNumber()
    } else {
      expectTypeOf(score.score).toBeNull()
      expectTypeOf(score.rawScore).toBeNull()
    }
    const explained = scorer.explain(evaluation)
    if (explained.status === 'scored') expectTypeOf(explained.score).toBeNumber()
  })

  test('a safe result is told apart by success', () => {
    const result = scorer.safeScore(evaluation)
    if (result.success) {
      expectTypeOf(result.data).toEqualTypeOf<Score>()
      expectTypeOf(result.issues).toEqualTypeOf<undefined>()
    } else {
      expectTypeOf(result.issues).toEqualTypeOf<readonly [Issue, ...Issue[]]>()
      expectTypeOf(result.issues[0]).toEqualTypeOf<Issue>()
      expectTypeOf(result.data).toEqualTypeOf<undefined>()
    }
  })
})

describe('scoreAll', () => {
  test('takes one scorer or several and any iterable', () => {
    expectTypeOf(scoreAll(scorer, [evaluation, '{}'])).toEqualTypeOf<
      AsyncGenerator<Score | FailedScore, void, undefined>
    >()
    expectTypeOf(scoreAll([scorer, scorer] as const, new Set([evaluation]))).toExtend<AsyncIterable<ScoreOutcome>>()
    async function* asynchronous(): AsyncGenerator<Evaluation | string> {
      yield evaluation
    }
    expectTypeOf(scoreAll(scorer, asynchronous())).toExtend<AsyncIterable<ScoreOutcome>>()
    // @ts-expect-error: a list of rubrics is no list of scorers
    scoreAll([rubric], [evaluation])
    // @ts-expect-error: numbers are no evaluations
    scoreAll(scorer, [1, 2])
  })

  test('gives explained scores where it is told how to make them', () => {
    const outcomes = scoreAll(scorer, [evaluation], { with: (each, one) => each.explain(one) })
    expectTypeOf(outcomes).toEqualTypeOf<AsyncGenerator<ExplainedScore | FailedScore, void, undefined>>()
  })

  test('outcomes are told apart by error, or by isFailedScore', async () => {
    for await (const outcome of scoreAll(scorer, [evaluation])) {
      if ('error' in outcome) expectTypeOf(outcome).toEqualTypeOf<FailedScore>()
      else expectTypeOf(outcome).toEqualTypeOf<Score>()
      if (isFailedScore(outcome)) expectTypeOf(outcome.error.issues[0]).toEqualTypeOf<Issue>()
      else expectTypeOf(outcome.evaluationId).toEqualTypeOf<string>()
    }
  })

  test('explained outcomes are told apart the same way', async () => {
    for await (const outcome of scoreAll(scorer, [evaluation], { with: (each, one) => each.explain(one) })) {
      if ('error' in outcome) expectTypeOf(outcome).toEqualTypeOf<FailedScore>()
      else expectTypeOf(outcome.explanation).toEqualTypeOf<Explanation>()
      if (!isFailedScore(outcome)) expectTypeOf(outcome.explanation).toEqualTypeOf<Explanation>()
    }
  })
})

describe('summaries', () => {
  test('take what scoring gives, and keys or labels', () => {
    expectTypeOf(summarise([scorer.score(evaluation)], 'agentId')).toEqualTypeOf<Summary>()
    summarise([scorer.explain(evaluation)], ['agentId', 'month'])
    summarise([scorer.score(evaluation)], (score) => ({ first: score.evaluationId.slice(0, 1), none: null }))
    expectTypeOf(mergeSummaries(summarise([], []), summarise([], []))).toEqualTypeOf<Summary>()
    // @ts-expect-error: no such key
    summarise([scorer.score(evaluation)], 'agent')
    // @ts-expect-error: labels are texts or null
    summarise([scorer.score(evaluation)], () => ({ number: 5 }))
  })

  test('figures may be missing', () => {
    for (const group of summarise([scorer.score(evaluation)], []).groups) {
      expectTypeOf(figuresOf(group).mean).toEqualTypeOf<number | undefined>()
      expectTypeOf(group.score.sum).toEqualTypeOf<string>()
    }
  })
})

describe('errors', () => {
  test('isCallgradeError narrows what was caught', () => {
    try {
      scorer.score(evaluation)
    } catch (error) {
      expectTypeOf(error).toBeUnknown()
      if (isCallgradeError(error)) {
        expectTypeOf(error).toEqualTypeOf<CallgradeError>()
        expectTypeOf(error.issues).toEqualTypeOf<readonly [Issue, ...Issue[]]>()
        expectTypeOf(messageOf(error.issues[0], 'en')).toEqualTypeOf<string>()
      } else expectTypeOf(error).toBeUnknown()
    }
  })

  test('messages take any tag of a language, and codes are a closed list', () => {
    expectTypeOf(messageOf).parameter(1).toEqualTypeOf<string>()
    expectTypeOf<Issue['severity']>().toEqualTypeOf<'error' | 'warning'>()
    // @ts-expect-error: codes are a closed list
    const code: Issue['code'] = 'evaluation/odd'
    expectTypeOf(code).toExtend<string>()
  })
})
