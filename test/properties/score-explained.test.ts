import { expect, test } from 'vitest'
import type { ExplainedNode, ExplainedScore } from '../../src/scoring/explanation/explanation.js'
import { explanationText } from '../../src/scoring/explanation/explanation-text.js'
import { own } from '../reference/documents.js'
import * as exact from '../reference/rational.js'
import { ReferenceRefusal, type ReferenceResult, referenceScore } from '../reference/reference-score.js'
import { evaluationOf, randomCase } from '../scoring/random-pairs.js'
import { expectSame } from '../support/expect-same.js'
import { runs } from '../support/runs.js'

/** Rubrics with some eight evaluations each; more by hand with CALLGRADE_EXPLAINED_RUBRICS. */
const RUBRICS = runs('CALLGRADE_EXPLAINED_RUBRICS', 160)

interface Sample {
  readonly seed: string
  readonly decimals: number
  readonly rounding: exact.Rounding
  readonly reference: ReferenceResult
  readonly explained: ExplainedScore
  readonly score: object
}

const samples: Sample[] = []
for (let number = 0; number < RUBRICS; number++) {
  const { seed, rubric, scorer, evaluations } = randomCase(`explained-${number}`)
  for (const evaluation of evaluations) {
    let reference: ReferenceResult
    try {
      reference = referenceScore(rubric, evaluation)
    } catch (error) {
      if (error instanceof ReferenceRefusal) continue
      throw error
    }
    const { decimals = 2, rounding = 'half-up' } = rubric.result
    const score = scorer.score(evaluationOf(evaluation))
    samples.push({ seed, decimals, rounding, reference, explained: scorer.explain(evaluationOf(evaluation)), score })
  }
}
const scored = samples.filter(({ reference }) => reference.status === 'scored')

function leavesOf(nodes: readonly ExplainedNode[]): readonly ExplainedNode[] {
  return nodes.flatMap((node) => (node.children ? leavesOf(node.children) : [node]))
}

function sectionsOf(nodes: readonly ExplainedNode[]): readonly ExplainedNode[] {
  return nodes.flatMap((node) => (node.children ? [node, ...sectionsOf(node.children)] : []))
}

function totalOf(texts: readonly string[]): exact.Rational {
  return exact.sum(texts.map(exact.fromText))
}

/** Sums decimals as whole units, so that the comparison is exact. */
function unitsOf(numbers: readonly number[], decimals: number): number {
  return numbers.reduce((sum, number) => sum + Math.round(number * 10 ** decimals), 0)
}

test('there is something to explain: scored, not scored, with effects and without', () => {
  expect(scored.length).toBeGreaterThan(5 * RUBRICS)
  expect(samples.length).toBeGreaterThan(scored.length)
  expect(scored.filter(({ explained }) => explained.explanation.effects.length > 0).length).toBeGreaterThan(2 * RUBRICS)
})

test('an explanation holds the very score that score gives', () => {
  for (const { seed, explained, score } of samples) {
    const { explanation, ...same } = explained
    expectSame(same, score, seed)
  }
})

test('every leaf has exactly the share and the points that the reference finds', () => {
  for (const { seed, reference, explained } of samples) {
    for (const leaf of leavesOf(explained.explanation.tree)) {
      if (leaf.status === 'recorded') continue
      const share = own(reference.exact.shares, leaf.id) ?? '0'
      const points = own(reference.exact.points, leaf.id) ?? '0'
      expectSame([leaf.id, leaf.share, leaf.points], [leaf.id, share, points], seed)
    }
  }
})

test('shares of the leaves add to 1 and their points to the raw score, as fractions in lowest terms', () => {
  for (const { seed, reference, explained, decimals, rounding } of scored) {
    const leaves = leavesOf(explained.explanation.tree)
    expect(exact.toText(totalOf(leaves.map(({ share }) => share))), seed).toBe('1')
    const raw = totalOf(leaves.map(({ points }) => points))
    expectSame(raw, totalOf(Object.values(reference.exact.points)), seed)
    expect(exact.round(raw, decimals, rounding), seed).toBe(reference.rawScore)
    for (const { share, points, lost } of leaves) {
      const inLowestTerms = [share, points, lost].map((text) => exact.toText(exact.fromText(text)))
      expectSame([share, points, lost], inLowestTerms, seed)
      expectSame(totalOf([points, lost]), exact.multiply(exact.HUNDRED, exact.fromText(share)), seed)
    }
  }
})

test('rounded points add to the rounded raw score, and rounded losses to what it lacks of 100', () => {
  for (const { seed, explained, decimals } of scored) {
    const leaves = leavesOf(explained.explanation.tree)
    const rawUnits = unitsOf([explained.rawScore ?? Number.NaN], decimals)
    expect(
      unitsOf(
        leaves.map(({ roundedPoints }) => roundedPoints),
        decimals,
      ),
      seed,
    ).toBe(rawUnits)
    expect(
      unitsOf(
        leaves.map(({ roundedLost }) => roundedLost),
        decimals,
      ),
      seed,
    ).toBe(100 * 10 ** decimals - rawUnits)
    for (const { points, roundedPoints, lost, roundedLost } of leaves) {
      // Largest remainder: each part is its own floor or the next unit.
      for (const [part, roundedPart] of [
        [points, roundedPoints],
        [lost, roundedLost],
      ] as const) {
        const floor = unitsOf([exact.round(exact.fromText(part), decimals, 'down')], decimals)
        const units = unitsOf([roundedPart], decimals)
        if (units !== floor && units !== floor + 1) expect.fail(`${seed}: ${units} is not ${floor} or the next unit`)
      }
    }
  }
})

test('a section has exactly the points, losses and share of its leaves', () => {
  for (const { seed, explained, decimals } of samples) {
    for (const section of sectionsOf(explained.explanation.tree)) {
      const leaves = leavesOf(section.children ?? [])
      for (const key of ['share', 'points', 'lost'] as const)
        expectSame(exact.fromText(section[key]), totalOf(leaves.map((leaf) => leaf[key])), seed)
      for (const key of ['roundedPoints', 'roundedLost'] as const)
        expectSame(
          unitsOf([section[key]], decimals),
          unitsOf(
            leaves.map((leaf) => leaf[key]),
            decimals,
          ),
          seed,
        )
    }
  }
})

test('what does not apply has no share, and what applies has a rating and a fraction', () => {
  for (const { seed, explained } of samples) {
    for (const leaf of leavesOf(explained.explanation.tree)) {
      // Records have no score, whether they apply or not.
      if (leaf.status === 'recorded' || !Object.hasOwn(explained.items, leaf.id)) continue
      const isOut = explained.items[leaf.id] === null
      expectSame(leaf.status === 'not-applicable', isOut, seed)
      expectSame(leaf.why.reason, isOut ? 'not-applicable' : 'rated', seed)
      if (isOut || leaf.status === 'no-weight') expectSame(leaf.share, '0', seed)
    }
  }
})

test('the effects lead without a gap from the raw score to the score', () => {
  for (const { seed, explained, reference, decimals, rounding } of scored) {
    let total = totalOf(Object.values(reference.exact.points))
    for (const { before, after, roundedAfter } of explained.explanation.effects) {
      expectSame(exact.fromText(before), total, seed)
      total = exact.fromText(after)
      if (exact.compare(total, exact.ZERO) >= 0) expect(roundedAfter, seed).toBe(exact.round(total, decimals, rounding))
    }
    expect(exact.round(total, decimals, rounding), seed).toBe(reference.score)
    const last = explained.explanation.effects.at(-1)
    expect(last ? last.roundedAfter : explained.rawScore, seed).toBe(reference.score)
  }
})

test('effects come in the fixed order: sections, bonuses, deductions, caps, zero', () => {
  const order = ['zero-section', 'cap-section', 'bonus', 'maximum', 'deduct', 'cap', 'zero', 'minimum']
  for (const { seed, explained } of scored) {
    const kinds = explained.explanation.effects.map(({ kind }) => order.indexOf(kind))
    expect(kinds, seed).toEqual([...kinds].sort((a, b) => a - b))
  }
})

test('every rule is told, with the outcome that the score names', () => {
  for (const { seed, explained } of samples) {
    const fired = [...explained.vetoes, ...explained.gates, ...explained.bonuses]
    const outcomes = (outcome: string): string[] =>
      explained.explanation.rules.filter((rule) => rule.outcome === outcome).map(({ id }) => id)
    expect(outcomes('fired'), seed).toEqual(fired)
    expect(outcomes('undetermined'), seed).toEqual(explained.undetermined)
    expect(outcomes('not-looked-at').length > 0 && explained.status === 'scored', seed).toBe(false)
  }
})

test('the text of any explanation is lines without holes, in both languages', () => {
  for (const { seed, explained } of samples.slice(0, 2 * RUBRICS)) {
    for (const language of ['en', 'zh-CN'] as const) {
      const text = explanationText(explained, language)
      expect(text, seed).not.toMatch(/undefined|NaN|\[object|-0(?![.\d])/)
      expect(text.split('\n').length, seed).toBeGreaterThan(3)
    }
  }
})
