import fc from 'fast-check'
import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/issues/issue.js'
import type { Score } from '../../src/scoring/score.js'
import type { EvaluationDocument, Item, RubricDocument, Section } from '../reference/documents.js'
import { own } from '../reference/documents.js'
import * as exact from '../reference/rational.js'
import { leavesOf, siblingGroupsOf } from '../reference/reference-weights.js'
import { evaluationOf, type RandomCase, randomCase, scorerOf } from '../scoring/random-pairs.js'

const RUNS = 120

/** A failure names the number of the case to run again. */
const caseNumber = fc.nat({ max: 1_000_000 })

function holdsFor(law: (each: RandomCase) => void, runs = RUNS): void {
  const property = fc.property(caseNumber, (number) => law(randomCase(`law-${number}`)))
  fc.assert(property, { numRuns: runs, endOnFailure: true, seed: 20260101 })
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
  test('scaling all weights of a group changes no score', { timeout: 600_000 }, () => {
    let scaledGroups = 0
    holdsFor(({ rubric, evaluations, scorer }) => {
      const scaled = structuredClone(rubric)
      for (const group of siblingGroupsOf(scaled)) {
        const weights = group.map(({ weight }) => (weight === undefined ? undefined : tripled(weight)))
        if (weights.includes(undefined)) continue
        scaledGroups++
        group.forEach((node, index) => {
          node.weight = weights[index] ?? 0
        })
      }
      expect(resultsOf(scaled, evaluations)).toEqual(
        evaluations.map((evaluation) => scorer.safeScore(evaluationOf(evaluation))),
      )
    })
    expect(scaledGroups).toBeGreaterThan(RUNS / 2)
  })

  test('weights that are all alike are no weights', { timeout: 600_000 }, () => {
    holdsFor(({ rubric, evaluations, scorer }) => {
      const equal = structuredClone(rubric)
      for (const group of siblingGroupsOf(equal))
        if (group.every(({ weight }) => weight === undefined)) for (const node of group) node.weight = 0.7
      expect(resultsOf(equal, evaluations)).toEqual(
        evaluations.map((evaluation) => scorer.safeScore(evaluationOf(evaluation))),
      )
    }, RUNS / 2)
  })
})

describe('order', () => {
  test('the order of vetoes, gates and bonuses changes nothing but the order of lists', { timeout: 600_000 }, () => {
    const inOneOrder = (result: Result<Score>): unknown => {
      if (!result.success) return result.issues.map(({ code, path }) => `${code} ${path.join('.')}`).sort()
      const { vetoes, gates, bonuses, undetermined, ...rest } = result.data
      return { ...rest, lists: [vetoes, gates, bonuses, undetermined].map((list) => [...list].sort()) }
    }
    holdsFor(({ seed, rubric, evaluations, scorer }) => {
      const reordered: RubricDocument = { ...rubric }
      if (rubric.vetoes) reordered.vetoes = shuffled(rubric.vetoes, `${seed}v`)
      if (rubric.gates) reordered.gates = shuffled(rubric.gates, `${seed}g`)
      if (rubric.bonuses) reordered.bonuses = shuffled(rubric.bonuses, `${seed}b`)
      expect(resultsOf(reordered, evaluations).map(inOneOrder)).toEqual(
        evaluations.map((evaluation) => inOneOrder(scorer.safeScore(evaluationOf(evaluation)))),
      )
    })
  })

  test('the order of ratings, facts and marks changes no score', { timeout: 600_000 }, () => {
    holdsFor(({ seed, evaluations, scorer }) => {
      for (const evaluation of evaluations) {
        const reordered: EvaluationDocument = {
          ...Object.fromEntries(shuffled(Object.entries(evaluation), seed)),
          ...evaluation,
          ratings: Object.fromEntries(shuffled(Object.entries(evaluation.ratings), seed)),
        }
        if (evaluation.vetoes) reordered.vetoes = shuffled(evaluation.vetoes, seed)
        if (evaluation.facts) reordered.facts = Object.fromEntries(shuffled(Object.entries(evaluation.facts), seed))
        expect(scorer.safeScore(evaluationOf(reordered))).toEqual(scorer.safeScore(evaluationOf(evaluation)))
      }
    })
  })
})

test('JSON text gives the same as the value, for rubrics and for evaluations', { timeout: 600_000 }, () => {
  holdsFor(({ rubric, evaluations, scorer }) => {
    const fromText = scorerOf(JSON.stringify(rubric, undefined, 2) as unknown as RubricDocument)
    expect(fromText.rubric).toEqual(scorer.rubric)
    for (const evaluation of evaluations) {
      const fromValue = scorer.safeScore(evaluationOf(evaluation))
      const text = JSON.stringify(evaluation)
      const again = fromText.safeScore(text)
      if (fromValue.success) expect(again).toEqual(fromValue)
      else
        expect(again.issues).toEqual(
          fromValue.issues.map((issue) => ({ ...issue, position: expect.objectContaining({ line: 1 }) })),
        )
    }
  })
})

test('one evaluation leaves nothing behind for the next', { timeout: 600_000 }, () => {
  holdsFor(({ rubric, evaluations, scorer }) => {
    for (const evaluation of [...evaluations].reverse())
      expect(scorer.safeScore(evaluationOf(evaluation))).toEqual(resultsOf(rubric, [evaluation])[0])
  }, RUNS / 5)
})

test('an evaluation and a rubric are left as they were', { timeout: 600_000 }, () => {
  holdsFor(({ rubric, evaluations, scorer }) => {
    const before = structuredClone({ rubric, evaluations })
    for (const evaluation of evaluations) {
      const frozen = deepFrozen(structuredClone(evaluation))
      expect(scorer.safeScore(evaluationOf(frozen))).toEqual(scorer.safeScore(evaluationOf(evaluation)))
    }
    expect({ rubric, evaluations }).toEqual(before)
  }, RUNS / 2)
})

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const member of Object.values(value)) deepFrozen(member)
  }
  return value
}

test('rawScore and section scores stay in 0..100 and the score in 0..maximum as rounded', { timeout: 600_000 }, () => {
  holdsFor(({ rubric, evaluations, scorer }) => {
    const { decimals = 2, rounding = 'half-up', maximum = 100 } = rubric.result
    const most = exact.round(exact.fromNumber(maximum), decimals, rounding)
    for (const evaluation of evaluations) {
      const result = scorer.safeScore(evaluationOf(evaluation))
      if (!result.success) continue
      const { rawScore, score, sections, items } = result.data
      for (const value of [rawScore, ...Object.values(sections), ...Object.values(items)])
        if (value !== null) expect(value >= 0 && value <= 100 && !Object.is(value, -0)).toBe(true)
      if (score !== null) expect(score >= 0 && score <= most && !Object.is(score, -0)).toBe(true)
    }
  }, RUNS * 2)
})

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

test('raising a level of a ratio or span scale never lowers rawScore or a section score', { timeout: 600_000 }, () => {
  let raisings = 0
  holdsFor(({ rubric, evaluations, scorer }) => {
    for (const evaluation of evaluations) {
      const before = scorer.safeScore(evaluationOf(evaluation))
      if (!before.success || before.data.rawScore === null) continue
      for (const { item, higher } of ratedScales(rubric, evaluation)) {
        for (const level of higher) {
          const raised = { ...evaluation, ratings: { ...evaluation.ratings, [item.id]: level } }
          const after = scorer.safeScore(evaluationOf(raised))
          // A rule that ends unknown may refuse; a rule of the level itself cannot make the form fall apart.
          if (!after.success) continue
          raisings++
          expect(after.data.rawScore).toBeGreaterThanOrEqual(before.data.rawScore)
          for (const [id, score] of Object.entries(before.data.sections))
            if (score !== null) expect(after.data.sections[id]).toBeGreaterThanOrEqual(score)
        }
      }
    }
  })
  expect(raisings).toBeGreaterThan(RUNS)
})

test('a form in which everything is full scores 100, and one in which everything is empty scores 0', {
  timeout: 600_000,
}, () => {
  const plain = (node: Section): Section => ({
    id: node.id,
    ...(node.weight !== undefined && { weight: node.weight }),
    ...(node.items && {
      items: node.items.map(
        ({ id, kind, weight }): Item => ({
          id,
          kind: kind === 'text' ? 'text' : 'yes-no',
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
