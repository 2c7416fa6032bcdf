import { describe, expectTypeOf, test } from 'vitest'
import { compileRubric, type Evaluation, type Score, type Scorer, scoreAll, summarise } from '../../src/index.js'

declare const evaluation: Evaluation

const scorer = compileRubric({
  format: 'callgrade/rubric@1',
  id: 'service',
  version: '1',
  title: 'Service',
  families: [{ id: 'compliance' }],
  sections: [
    {
      id: 'talk',
      items: [
        { id: 'greeting', kind: 'yes-no' },
        { id: 'remark', kind: 'text' },
      ],
      sections: [{ id: 'close', sections: [{ id: 'farewell', items: [{ id: 'thanks', kind: 'yes-no' }] }] }],
    },
    { id: 'case', items: [{ id: 'solved', kind: 'yes-no' }] },
  ],
  vetoes: [{ id: 'abuse', family: 'compliance' }, { id: 'leak' }],
  bonuses: [{ id: 'praise', points: 2 }],
  result: {
    passMark: 80,
    bands: [
      { id: 'good', minimum: 80 },
      { id: 'poor', minimum: 0 },
    ],
  },
})
const score = scorer.score(evaluation)

describe('a rubric that is written in place', () => {
  test('gives its scores the ids of sections and scored items', () => {
    expectTypeOf(score.sections).toEqualTypeOf<
      Readonly<Record<'talk' | 'close' | 'farewell' | 'case', number | null>>
    >()
    expectTypeOf(score.items).toEqualTypeOf<Readonly<Record<'greeting' | 'thanks' | 'solved', number | null>>>()
    // @ts-expect-error: no such item
    expectTypeOf(score.items.greetin).toBeAny()
    // @ts-expect-error: a text is recorded and not scored
    expectTypeOf(score.items.remark).toBeAny()
  })

  test('gives its scores the ids of rules, families and bands', () => {
    expectTypeOf(score.vetoes).toEqualTypeOf<readonly ('abuse' | 'leak')[]>()
    expectTypeOf(score.gates).toEqualTypeOf<readonly never[]>()
    expectTypeOf(score.bonuses).toEqualTypeOf<readonly 'praise'[]>()
    expectTypeOf(score.undetermined).toEqualTypeOf<readonly ('abuse' | 'leak' | 'praise')[]>()
    expectTypeOf(score.band).toEqualTypeOf<'good' | 'poor' | null>()
    expectTypeOf(score.criticalErrors).toEqualTypeOf<
      Readonly<Record<'compliance', 'error' | 'clear' | 'not-assessed'>>
    >()
    // @ts-expect-error: no such band
    expectTypeOf(score.band === 'god').toBeBoolean()
  })

  test('gives explained scores and safe results the same ids', () => {
    expectTypeOf(scorer.explain(evaluation).band).toEqualTypeOf<'good' | 'poor' | null>()
    expectTypeOf(scorer.safeScore(evaluation).data?.band).toEqualTypeOf<'good' | 'poor' | null | undefined>()
  })

  test('still narrows by status', () => {
    if (score.status === 'scored') expectTypeOf(score.score).toBeNumber()
  })

  test('gives a scorer that serves wherever any scorer does', () => {
    expectTypeOf(scorer).toExtend<Scorer>()
    expectTypeOf(score).toExtend<Score>()
    scoreAll([scorer], [evaluation])
    summarise([score], 'agentId')
  })
})

describe('a rubric as const', () => {
  const rubric = {
    format: 'callgrade/rubric@1',
    id: 'r',
    version: '1',
    title: 'R',
    sections: [{ id: 's', items: [{ id: 'answered', kind: 'yes-no' }] }],
    result: { passMark: 80 },
  } as const

  test('gives its scores its ids', () => {
    const { items, vetoes, band } = compileRubric(rubric).score(evaluation)
    expectTypeOf(items).toEqualTypeOf<Readonly<Record<'answered', number | null>>>()
    expectTypeOf(vetoes).toEqualTypeOf<readonly never[]>()
    expectTypeOf(band).toBeNull()
  })

  test('gives plain strings where a part comes from elsewhere', () => {
    const vetoes: readonly { readonly id: string }[] = []
    const { items, vetoes: fired } = compileRubric({ ...rubric, vetoes }).score(evaluation)
    expectTypeOf(items).toEqualTypeOf<Readonly<Record<'answered', number | null>>>()
    expectTypeOf(fired).toEqualTypeOf<readonly string[]>()
  })
})
