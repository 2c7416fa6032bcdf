import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/issues/issue.js'
import type { Score } from '../../src/scoring/score.js'
import type { EvaluationDocument, Item, RubricDocument, Section } from '../reference/documents.js'
import { own } from '../reference/documents.js'
import * as exact from '../reference/rational.js'
import { leavesOf, siblingGroupsOf } from '../reference/reference-weights.js'
import { evaluationOf, type RandomCase, randomCase, scorerOf } from '../scoring/random-pairs.js'
import { expectSame } from '../support/expect-same.js'
import { runs } from '../support/runs.js'

/** Rubrics per law; more by hand with CALLGRADE_LAW_RUBRICS. */
const RUNS = runs('CALLGRADE_LAW_RUBRICS', 120)

/** A random rubric with evaluations and what scoring gives for each. Laws share the cases and change only copies. */
interface LawCase extends RandomCase {
  readonly results: readonly Result<Score>[]
}

const cases: LawCase[] = []

function caseOf(number: number): LawCase {
  const known = cases[number]
  if (known) return known
  const each = randomCase(`law-${number}`)
  const made = { ...each, results: each.evaluations.map((one) => each.scorer.safeScore(evaluationOf(one))) }
  cases[number] = made
  return made
}

function holdsFor(law: (each: LawCase) => void, rubrics = RUNS): void {
  for (let number = 0; number < rubrics; number++) {
    const each = caseOf(number)
    try {
      law(each)
    } catch (error) {
      throw new Error(`${each.seed}: ${String(error)}`, { cause: error })
    }
  }
}

function resultsOf(rubric: RubricDocument, evaluations: readonly EvaluationDocument[]): Result<Score>[] {
  const scorer = scorerOf(rubric)
  return evaluations.map((evaluation) => scorer.safeScore(evaluationOf(evaluation)))
}

/** The weight times three, or undefined where no double says it exactly. */
function tripled(weight: number): number | undefined {
  const wanted = exact.multiply(exact.fromNumber(weight), exact.fromNumber(3))
  const got = weight * 3
  return exact.compare(exact.fromNumber(got), wanted) === 0 ? got : undefined
}

function shuffled<Value>(values: readonly Value[], seed: string): Value[] {
  const random = seedrandom(seed)
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

describe('weights', () => {
  test('scaling all weights of a group changes no score', () => {
    let scaledGroups = 0
    holdsFor(({ rubric, evaluations, results }) => {
      const scaled = structuredClone(rubric)
      for (const group of siblingGroupsOf(scaled)) {
        const weights = group.map(({ weight }) => (weight === undefined ? undefined : tripled(weight)))
        if (weights.includes(undefined)) continue
        scaledGroups++
        group.forEach((node, index) => {
          node.weight = weights[index] ?? 0
        })
      }
      expectSame(resultsOf(scaled, evaluations), results)
    })
    expect(scaledGroups).toBeGreaterThan(RUNS / 2)
  })

  test('weights that are all alike are no weights', () => {
    holdsFor(({ rubric, evaluations, results }) => {
      const equal = structuredClone(rubric)
      for (const group of siblingGroupsOf(equal))
        if (group.every(({ weight }) => weight === undefined)) for (const node of group) node.weight = 0.7
      expectSame(resultsOf(equal, evaluations), results)
    }, RUNS / 2)
  })
})

describe('order', () => {
  test('the order of vetoes, gates and bonuses changes nothing but the order of lists', () => {
    const inOneOrder = (result: Result<Score>): unknown => {
      if (!result.success) return result.issues.map(({ code, path }) => `${code} ${path.join('.')}`).sort()
      const { vetoes, gates, bonuses, undetermined, ...rest } = result.data
      return { ...rest, lists: [vetoes, gates, bonuses, undetermined].map((list) => [...list].sort()) }
    }
    holdsFor(({ seed, rubric, evaluations, results }) => {
      const reordered: RubricDocument = { ...rubric }
      if (rubric.vetoes) reordered.vetoes = shuffled(rubric.vetoes, `${seed}v`)
      if (rubric.gates) reordered.gates = shuffled(rubric.gates, `${seed}g`)
      if (rubric.bonuses) reordered.bonuses = shuffled(rubric.bonuses, `${seed}b`)
      expectSame(resultsOf(reordered, evaluations).map(inOneOrder), results.map(inOneOrder))
    })
  })

  test('the order of ratings, facts and marks changes no score', () => {
    holdsFor(({ seed, evaluations, results, scorer }) => {
      for (const [index, evaluation] of evaluations.entries()) {
        const reordered: EvaluationDocument = {
          ...Object.fromEntries(shuffled(Object.entries(evaluation), seed)),
          ...evaluation,
          ratings: Object.fromEntries(shuffled(Object.entries(evaluation.ratings), seed)),
        }
        if (evaluation.vetoes) reordered.vetoes = shuffled(evaluation.vetoes, seed)
        if (evaluation.facts) reordered.facts = Object.fromEntries(shuffled(Object.entries(evaluation.facts), seed))
        expectSame(scorer.safeScore(evaluationOf(reordered)), results[index])
      }
    })
  })
})

test('JSON text gives the same as the value, for rubrics and for evaluations', () => {
  holdsFor(({ rubric, evaluations, results, scorer }) => {
    const fromText = scorerOf(JSON.stringify(rubric, undefined, 2) as unknown as RubricDocument)
    expectSame(fromText.rubric, scorer.rubric)
    for (const [index, fromValue] of results.entries()) {
      const again = fromText.safeScore(JSON.stringify(evaluations[index]))
      if (fromValue.success) expectSame(again, fromValue)
      else
        expect(again.issues).toEqual(
          fromValue.issues.map((issue) => ({ ...issue, position: expect.objectContaining({ line: 1 }) })),
        )
    }
  })
})

test('one evaluation leaves nothing behind for the next', () => {
  holdsFor(({ rubric, evaluations, scorer }) => {
    for (const evaluation of [...evaluations].reverse())
      expectSame(scorer.safeScore(evaluationOf(evaluation)), resultsOf(rubric, [evaluation])[0])
  }, RUNS / 5)
})

test('an evaluation and a rubric are left as they were', () => {
  holdsFor(({ rubric, evaluations, scorer }) => {
    const before = structuredClone({ rubric, evaluations })
    for (const evaluation of evaluations) {
      const frozen = deepFrozen(structuredClone(evaluation))
      expectSame(scorer.safeScore(evaluationOf(frozen)), scorer.safeScore(evaluationOf(evaluation)))
    }
    expectSame({ rubric, evaluations }, before)
  }, RUNS / 2)
})

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const member of Object.values(value)) deepFrozen(member)
  }
  return value
}

test('rawScore and section scores stay in 0..100 and the score in 0..maximum as rounded', () => {
  holdsFor(({ rubric, results }) => {
    const { decimals = 2, rounding = 'half-up', maximum = 100 } = rubric.result
    const most = exact.round(exact.fromNumber(maximum), decimals, rounding)
    for (const result of results) {
      if (!result.success) continue
      const { rawScore, score, sections, items } = result.data
      const percents = [rawScore, ...Object.values(sections), ...Object.values(items)]
      expect(percents.filter((value) => value !== null && !isWithin(value, 100))).toEqual([])
      if (score !== null && !isWithin(score, most)) expect.fail(`${score} is not in 0..${most}`)
    }
  }, RUNS * 2)
})

function isWithin(value: number, most: number): boolean {
  return value >= 0 && value <= most && !Object.is(value, -0)
}

/** A scale item with its levels from low to high, where a higher level earns at least as much. */
function ratedScales(rubric: RubricDocument, evaluation: EvaluationDocument): { item: Item; higher: number[] }[] {
  return leavesOf(rubric).flatMap((item) => {
    const rating = own(evaluation.ratings, item.id)
    const scale = own(rubric.scales, item.scale ?? rubric.defaultScale ?? '')
    if ((item.kind ?? 'scale') !== 'scale' || typeof rating !== 'number' || scale?.scoring === 'points') return []
    const higher = (scale?.levels ?? []).map(({ value }) => value).filter((value) => value > rating)
    return higher.length > 0 ? [{ item, higher }] : []
  })
}

test('raising a level of a ratio or span scale never lowers rawScore or a section score', () => {
  let raisings = 0
  holdsFor(({ rubric, evaluations, results, scorer }) => {
    for (const [index, evaluation] of evaluations.entries()) {
      const before = results[index]
      if (!before?.success || before.data.rawScore === null) continue
      for (const { item, higher } of ratedScales(rubric, evaluation)) {
        for (const level of higher) {
          const raised = { ...evaluation, ratings: { ...evaluation.ratings, [item.id]: level } }
          const after = scorer.safeScore(evaluationOf(raised))
          // A rule that ends unknown may refuse; a rule of the level itself cannot make the form fall apart.
          if (!after.success) continue
          raisings++
          expect(after.data.rawScore).toBeGreaterThanOrEqual(before.data.rawScore)
          const sections = Object.entries(before.data.sections)
          const isLower = ([id, score]: [string, number | null]): boolean =>
            score !== null && !((after.data.sections[id] ?? -1) >= score)
          expect(sections.filter(isLower)).toEqual([])
        }
      }
    }
  })
  expect(raisings).toBeGreaterThan(RUNS)
})

test('a form in which everything is full scores 100, and one in which everything is empty scores 0', () => {
  const plain = (node: Section): Section => ({
    id: node.id,
    ...(node.weight !== undefined && { weight: node.weight }),
    ...(node.items && {
      items: node.items.map(
        ({ id, kind, weight }): Item => ({
          id,
          kind: kind === 'text' || kind === 'record' ? 'text' : 'yes-no',
          ...(weight !== undefined && { weight }),
        }),
      ),
    }),
    ...(node.sections && { sections: node.sections.map(plain) }),
  })
  holdsFor(({ rubric }) => {
    const { format, id, version, title, sections } = rubric
    const form: RubricDocument = { format, id, version, title, sections: sections.map(plain), result: { passMark: 0 } }
    for (const [rating, score] of [
      [true, 100],
      [false, 0],
    ] as const) {
      const ratings = Object.fromEntries(leavesOf(form).map((leaf): [string, boolean] => [leaf.id, rating]))
      expect(resultsOf(form, [{ id: 'e', rubric: id, ratings }])[0]?.data).toMatchObject({ rawScore: score, score })
    }
  })
})
