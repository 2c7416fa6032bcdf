import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toNumber } from '../../src/rubric/exact/rational.js'
import { formOf } from '../../src/rubric/format/form.js'
import { parseRubric } from '../../src/rubric/index.js'
import { attainableScores } from '../../src/rubric/lint/attainable.js'
import { compileRubric } from '../../src/scoring/index.js'

interface DrawnItem {
  readonly values: readonly unknown[]
  readonly source: object
}

const flag = fc.boolean()
const weight = fc.integer({ min: 0, max: 4 })

/** Items with every rating that they can be given. */
const item: fc.Arbitrary<DrawnItem> = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 3 }).chain((levels) =>
    fc.constantFrom('ratio', 'span').map((scoring) => ({
      values: levels,
      source: { scale: JSON.stringify([levels, scoring]) },
    })),
  ),
  fc.constant({ values: [true, false], source: { kind: 'yes-no' } }),
  fc.constant({
    values: [[], [{ id: 'f', count: 2 }], [{ id: 'f' }]],
    source: { kind: 'deduction', base: 10, faults: [{ id: 'f', points: 3, maximumCount: 2 }] },
  }),
  fc.constant({
    values: [[], ['a'], ['a', 'b'], ['b']],
    source: {
      kind: 'choice',
      multiple: true,
      maximumPoints: 4,
      options: [
        { id: 'a', points: 1 },
        { id: 'b', points: 5 },
      ],
    },
  }),
)

const form = fc.record({
  policy: fc.constantFrom('siblings', 'whole'),
  sections: fc.array(
    fc.record({
      weight,
      mayBeNotApplicable: flag,
      items: fc.array(fc.tuple(item, weight, flag), { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
})

describe('what a rubric can reach', () => {
  it('is what scoring every possible evaluation gives', () => {
    let scored = 0
    fc.assert(
      fc.property(form, ({ policy, sections }) => {
        const scales: Record<string, object> = {}
        const choices: { readonly id: string; readonly values: readonly unknown[] }[] = []
        const document = {
          format: 'callgrade/rubric@1',
          id: 'r',
          version: '1',
          title: 'R',
          scales,
          sections: sections.map(({ items, ...section }, place) => {
            const id = `s${place}`
            if (section.mayBeNotApplicable) choices.push({ id, values: ['na', undefined] })
            return {
              ...section,
              id,
              items: items.map(([{ source, values }, weight, mayBeNotApplicable], index) => {
                choices.push({ id: `${id}i${index}`, values: mayBeNotApplicable ? [...values, 'na'] : values })
                return { id: `${id}i${index}`, weight, mayBeNotApplicable, ...named(source, scales) }
              }),
            }
          }),
          result: { passMark: 50, decimals: 6, notApplicablePolicy: policy },
        }
        let rubric: ReturnType<typeof parseRubric>
        try {
          rubric = parseRubric(document as never)
        } catch {
          // All weights of a group 0, or a scale whose values are all 0.
          return
        }
        const [attainable] = attainableScores(rubric, formOf(rubric))
        const scorer = compileRubric(rubric)
        let least = Number.POSITIVE_INFINITY
        let greatest = Number.NEGATIVE_INFINITY
        for (const ratings of everyChoice(choices)) {
          const { rawScore } = scorer.score({ id: 'e', rubric: 'r', ratings, vetoes: [] } as never)
          if (rawScore === null) continue
          scored++
          least = Math.min(least, rawScore)
          greatest = Math.max(greatest, rawScore)
        }
        if (!attainable || least > greatest) return
        const close = (bound: number, reached: number): boolean => Math.abs(bound - reached) <= 1e-6
        const [lowest, highest] = [toNumber(attainable.rawScore.least), toNumber(attainable.rawScore.greatest)]
        if (policy === 'siblings') expect([close(lowest, least), close(highest, greatest)]).toEqual([true, true])
        // By `whole` sections that leave together are taken one by one, which reaches at most further.
        else expect([lowest <= least + 1e-6, highest >= greatest - 1e-6]).toEqual([true, true])
      }),
      { numRuns: 300 },
    )
    expect(scored).toBeGreaterThan(5_000)
  })
})

function named(source: object, scales: Record<string, object>): object {
  if (!('scale' in source)) return source
  const name = String(source.scale)
  const id = `x${Object.keys(scales).length}`
  const [levels, scoring] = JSON.parse(name) as [number[], string]
  scales[id] = { levels: levels.map((value) => ({ value })), scoring }
  return { scale: id }
}

function* everyChoice(
  choices: readonly { readonly id: string; readonly values: readonly unknown[] }[],
): Generator<Record<string, unknown>> {
  const [first, ...others] = choices
  if (!first) {
    yield {}
    return
  }
  for (const rest of everyChoice(others))
    for (const value of first.values) {
      if (value === undefined) {
        yield rest
        continue
      }
      // What stands in a section that is n/a needs no rating.
      const kept = Object.entries(rest).filter(([id]) => value !== 'na' || !id.startsWith(first.id))
      yield { ...Object.fromEntries(kept), [first.id]: value }
    }
}
