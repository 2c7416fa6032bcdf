import type {
  Band,
  Effect,
  EvaluationDocument,
  Item,
  Json,
  Mark,
  Option,
  Range,
  RatingTest,
  RubricDocument,
  Scale,
  Section,
} from './documents.js'
import { own } from './documents.js'
import type { Rational } from './rational.js'
import * as exact from './rational.js'
import { anyOf, type Facts, type Truth, truthOf } from './reference-condition.js'
import {
  allSectionsOf,
  childrenOf,
  isSection,
  leafSharesOf,
  leavesOf,
  leavesUnder,
  localDate,
  type Node,
  shareOf,
  sharesOfParent,
  topNodesOf,
} from './reference-weights.js'

/** A score that is refused because a decision depends on something unknown or unanswered. */
export class ReferenceRefusal extends Error {
  override name = 'ReferenceRefusal'
}

export interface SelfRating {
  level: number
  given?: Json
}

export interface ReferenceResult {
  status: 'scored' | 'not-scored'
  rawScore: number | null
  score: number | null
  verdict: 'qualified' | 'unqualified' | null
  band: string | null
  actions: string[]
  sections: Record<string, number | null>
  items: Record<string, number | null>
  vetoes: string[]
  gates: string[]
  bonuses: string[]
  undetermined: string[]
  criticalErrors: Record<string, 'error' | 'clear' | 'not-assessed'>
  selfRated?: Record<string, SelfRating>
  faults?: Record<string, Record<string, number>>
  options?: Record<string, string[]>
  /** Of every leaf that is not itself n/a: share after step 2, and 100 x share x fraction. */
  exact: { points: Record<string, string>; shares: Record<string, string> }
}

/** What a rating comes to. */
interface Answer {
  /** 0 to 1. */
  fraction: Rational
  /** What conditions see at `ratings.<item>`. */
  seen: Json
  /** Occurrences by fault id. */
  faults: Map<string, number>
  /** Chosen option ids. */
  options: string[]
}

/** The date that decides which adjustments are in force: a period has the same ones throughout. */
function dateOf(rubric: RubricDocument, evaluation: EvaluationDocument): string | undefined {
  if (evaluation.period !== undefined) return evaluation.period.from
  if (evaluation.callAt === undefined) return undefined
  return localDate(evaluation.callAt, rubric.timeZone ?? 'UTC')
}

/** A rating as given, out of its `{rating, comment}` wrapping. */
function ratingGiven(evaluation: EvaluationDocument, id: string): Json | undefined {
  const rating = own(evaluation.ratings, id)
  const isWrapped = rating !== null && typeof rating === 'object' && !Array.isArray(rating)
  return isWrapped ? own(rating, 'rating') : rating
}

function declaredFacts(evaluation: EvaluationDocument): Map<string, Json> {
  const facts = new Map<string, Json>(Object.entries(evaluation.facts ?? {}))
  if (evaluation.businessType !== undefined) facts.set('businessType', evaluation.businessType)
  return facts
}

/** Why a node is n/a: its own rating says so, or it was not asked at all. */
type WhyNotApplicable = 'rated' | 'not-asked'

/** The sections and items that are n/a by a rating, by appliesWhen or by a section above. */
function notApplicableNodes(
  rubric: RubricDocument,
  evaluation: EvaluationDocument,
  facts: Facts,
): Map<string, WhyNotApplicable> {
  const notApplicable = new Map<string, WhyNotApplicable>()
  const whyOf = (node: Node): WhyNotApplicable | undefined => {
    if (node.appliesWhen !== undefined) {
      const applies = truthOf(node.appliesWhen, facts, rubric.conditions)
      if (applies === undefined) throw new ReferenceRefusal(`appliesWhen of ${node.id} unknown`)
      if (!applies) return 'not-asked'
    }
    return ratingGiven(evaluation, node.id) === 'na' ? 'rated' : undefined
  }
  const visit = (node: Node, isUnderNotApplicable: boolean): void => {
    const why = isUnderNotApplicable ? 'not-asked' : whyOf(node)
    if (why !== undefined) notApplicable.set(node.id, why)
    if (isSection(node)) {
      for (const item of node.items ?? []) visit(item, why !== undefined)
      for (const section of node.sections ?? []) visit(section, why !== undefined)
    }
  }
  for (const section of rubric.sections) visit(section, false)
  return notApplicable
}

function scaleOf(rubric: RubricDocument, item: Item): Scale {
  const scale = own(rubric.scales, item.scale ?? rubric.defaultScale ?? '')
  if (scale === undefined) throw new Error(`no scale for ${item.id}`)
  return scale
}

function scaleFraction(scale: Scale, value: number): Rational {
  const level = scale.levels.find((each) => each.value === value)
  if (level === undefined) throw new Error(`no level ${value}`)
  const values = scale.levels.map((each) => each.value)
  const top = exact.fromNumber(Math.max(...values))
  switch (scale.scoring ?? 'ratio') {
    case 'ratio':
      return exact.divide(exact.fromNumber(value), top)
    case 'span': {
      const bottom = exact.fromNumber(Math.min(...values))
      return exact.divide(exact.subtract(exact.fromNumber(value), bottom), exact.subtract(top, bottom))
    }
    case 'points': {
      const points = scale.levels.map((each) => each.points ?? 0)
      return exact.divide(exact.fromNumber(level.points ?? 0), exact.fromNumber(Math.max(...points)))
    }
  }
}

/** Points over the greatest, at most 1. */
function pointsFraction(points: Rational, maximum: Rational): Rational {
  return exact.least(exact.divide(points, maximum), exact.ONE)
}

function choiceFraction(item: Item, chosen: readonly string[]): Rational {
  const options = item.options ?? []
  const pointsOf = (option: Option): Rational => exact.fromNumber(option.points ?? 0)
  const got = exact.sum(options.filter((option) => chosen.includes(option.id)).map(pointsOf))
  const best = item.multiple ? exact.sum(options.map(pointsOf)) : exact.greatest(exact.ZERO, ...options.map(pointsOf))
  return pointsFraction(got, item.maximumPoints === undefined ? best : exact.fromNumber(item.maximumPoints))
}

function isInRange(range: Range, value: number): boolean {
  return (
    (range.atLeast === undefined || value >= range.atLeast) &&
    (range.above === undefined || value > range.above) &&
    (range.atMost === undefined || value <= range.atMost) &&
    (range.below === undefined || value < range.below)
  )
}

function numericFraction(item: Item, value: number): Rational {
  if (item.linear !== undefined) {
    const zeroAt = exact.fromNumber(item.linear.zeroAt)
    const fullAt = exact.fromNumber(item.linear.fullAt)
    const part = exact.divide(exact.subtract(exact.fromNumber(value), zeroAt), exact.subtract(fullAt, zeroAt))
    return exact.least(exact.greatest(part, exact.ZERO), exact.ONE)
  }
  const ranges = item.ranges ?? []
  const range = ranges.find((each) => isInRange(each, value))
  if (range === undefined) throw new ReferenceRefusal(`no range of ${item.id} matches`)
  const best = exact.greatest(exact.ZERO, ...ranges.map((each) => exact.fromNumber(each.points)))
  return pointsFraction(
    exact.fromNumber(range.points),
    item.maximumPoints === undefined ? best : exact.fromNumber(item.maximumPoints),
  )
}

/** Occurrences of each fault; entries of one fault add up. */
function countFaults(rating: Json): Map<string, number> {
  if (!Array.isArray(rating)) throw new Error('a list of faults was expected')
  const counts = new Map<string, number>()
  for (const entry of rating) {
    const isWrapped = entry !== null && typeof entry === 'object' && !Array.isArray(entry)
    const id = String(isWrapped ? own(entry, 'id') : entry)
    const count = isWrapped ? Number(own(entry, 'count') ?? 1) : 1
    counts.set(id, (counts.get(id) ?? 0) + count)
  }
  return counts
}

/** Points lost, at most the base. */
function pointsLost(item: Item, counts: ReadonlyMap<string, number>): Rational {
  const losses = (item.faults ?? []).map((fault) => {
    const count = counts.get(fault.id) ?? 0
    const counted = Math.min(count, fault.maximumCount ?? count)
    return exact.multiply(exact.fromNumber(fault.points), exact.fromNumber(counted))
  })
  return exact.least(exact.sum(losses), exact.fromNumber(item.base ?? 0))
}

function answerTo(rubric: RubricDocument, item: Item, rating: Json): Answer {
  const plain = { seen: rating, faults: new Map<string, number>(), options: [] }
  switch (item.kind ?? 'scale') {
    case 'scale':
      return { ...plain, fraction: scaleFraction(scaleOf(rubric, item), Number(rating)) }
    case 'yes-no': {
      const isFull = rating === ((item.fullWhen ?? 'yes') === 'yes')
      return { ...plain, fraction: isFull ? exact.ONE : exact.ZERO }
    }
    case 'choice': {
      const chosen = (Array.isArray(rating) ? rating : [rating]).map(String)
      return { ...plain, fraction: choiceFraction(item, chosen), options: chosen }
    }
    case 'numeric':
      return { ...plain, fraction: numericFraction(item, Number(rating)) }
    case 'deduction': {
      const faults = countFaults(rating)
      const lost = pointsLost(item, faults)
      const base = exact.fromNumber(item.base ?? 0)
      return {
        ...plain,
        fraction: exact.divide(exact.subtract(base, lost), base),
        seen: exact.toNumber(lost),
        faults,
      }
    }
    case 'text':
    case 'record':
      throw new Error('a recorded item has no score')
  }
}

/** The level an item gives itself, or undefined where none is certain. */
function ownLevel(rubric: RubricDocument, item: Item, facts: Facts): number | 'unknown' | undefined {
  for (const { level, when } of item.rateWhen ?? []) {
    const truth = truthOf(when, facts, rubric.conditions)
    if (truth === undefined) return 'unknown'
    if (truth) return level
  }
  return undefined
}

/** The rating that counts: the given one, a fact's value, or the item's own. */
function ratingThatCounts(
  item: Item,
  given: Json | undefined,
  level: number | 'unknown' | undefined,
  facts: Facts,
): Json {
  if (given !== undefined) return given
  const measured = item.fact === undefined ? undefined : facts.get(item.fact)
  if (measured !== undefined) return measured
  if (level === 'unknown') throw new ReferenceRefusal(`rateWhen of ${item.id} unknown`)
  if (level === undefined) throw new ReferenceRefusal(`${item.id} is unanswered`)
  return level
}

/** Whether a criticalError or an onRating holds for an answer. */
function isHit(item: Item, test: RatingTest, answer: Answer): boolean {
  switch (item.kind ?? 'scale') {
    case 'scale':
      return Number(answer.seen) <= (test.atMost ?? Number.NEGATIVE_INFINITY)
    case 'yes-no':
      return exact.isZero(answer.fraction)
    case 'choice':
      return answer.options.some((option) => (test.options ?? []).includes(option))
    case 'numeric':
    case 'deduction': {
      const percent = exact.multiply(answer.fraction, exact.HUNDRED)
      return exact.compare(percent, exact.fromNumber(test.belowPercent ?? 0)) < 0
    }
    case 'text':
    case 'record':
      throw new Error('a recorded item is no part of rules')
  }
}

/** Leaf shares of what remains under `siblings`: a weight that is out goes to the siblings left. */
function sharesAmongSiblings(
  rubric: RubricDocument,
  ofParent: ReadonlyMap<string, Rational>,
  notApplicable: ReadonlyMap<string, WhyNotApplicable>,
): Map<string, Rational> {
  const remainingWeight = (nodes: readonly Node[]): Rational =>
    exact.sum(nodes.filter(remains).map((node) => shareOf(ofParent, node.id)))
  const remains = (node: Node): boolean => {
    if (notApplicable.has(node.id)) return false
    return !isSection(node) || !exact.isZero(remainingWeight(childrenOf(node)))
  }
  const leafShares = new Map<string, Rational>()
  const visit = (nodes: readonly Node[], parentShare: Rational): void => {
    const total = remainingWeight(nodes)
    if (exact.isZero(total)) return
    for (const node of nodes.filter(remains)) {
      const part = exact.divide(shareOf(ofParent, node.id), total)
      const share = exact.multiply(parentShare, part)
      if (isSection(node)) visit(childrenOf(node), share)
      else leafShares.set(node.id, share)
    }
  }
  visit(topNodesOf(rubric), exact.ONE)
  return leafShares
}

/** Leaf shares of what remains under `whole`: the first shares, scaled up to add to 1. */
function sharesOfWhole(
  rubric: RubricDocument,
  ofParent: ReadonlyMap<string, Rational>,
  notApplicable: ReadonlyMap<string, WhyNotApplicable>,
): Map<string, Rational> {
  const remaining = [...leafSharesOf(rubric, ofParent)].filter(([id]) => !notApplicable.has(id))
  const total = exact.sum(remaining.map(([, share]) => share))
  if (exact.isZero(total)) return new Map()
  return new Map(remaining.map(([id, share]) => [id, exact.divide(share, total)]))
}

function countMarks(marks: readonly Mark[] | undefined, id: string): number {
  return (marks ?? []).filter((mark) => (typeof mark === 'string' ? mark : mark.id) === id).length
}

/** A required record has to be there unless it, or a section around it, is not applicable. */
function requireRecords(
  section: Section,
  evaluation: EvaluationDocument,
  facts: Facts,
  rubric: RubricDocument,
  isUnder: boolean,
): void {
  const applies = section.appliesWhen === undefined ? true : truthOf(section.appliesWhen, facts, rubric.conditions)
  const isOut = isUnder || applies === false || ratingGiven(evaluation, section.id) === 'na'
  for (const item of section.items ?? []) {
    if (isOut || item.kind !== 'record' || item.required !== true) continue
    if (ratingGiven(evaluation, item.id) === undefined) throw new ReferenceRefusal(`${item.id} is not recorded`)
  }
  for (const child of section.sections ?? []) requireRecords(child, evaluation, facts, rubric, isOut)
}

interface FiredEffect {
  effect: Effect
  times: number
}

/** A section's points after zero-section, then cap-section from the inside out. */
function pointsAfterEffects(
  nodes: readonly Node[],
  fired: readonly FiredEffect[],
  pointsOf: (leaf: Item) => Rational,
  shareOfLeaf: (leaf: Item) => Rational,
): Rational {
  const about = (section: Section, kind: Effect['kind']): Effect[] =>
    fired.map(({ effect }) => effect).filter((effect) => effect.kind === kind && effect.section === section.id)
  const pointsOfNode = (node: Node): Rational => {
    if (!isSection(node)) return pointsOf(node)
    if (about(node, 'zero-section').length > 0) return exact.ZERO
    const points = exact.sum(childrenOf(node).map(pointsOfNode))
    // A cap of m on a section's score is a cap of m x its share on its points.
    const share = exact.sum(leavesUnder(node).map(shareOfLeaf))
    const caps = about(node, 'cap-section').map((effect) =>
      exact.multiply(exact.fromNumber(effect.maximum ?? 0), share),
    )
    return exact.least(points, ...caps)
  }
  return exact.sum(nodes.map(pointsOfNode))
}

function bandOf(rubric: RubricDocument, score: number): Band | undefined {
  const reached = (rubric.result.bands ?? []).filter((band) => band.minimum <= score)
  return reached.sort((a, b) => b.minimum - a.minimum)[0]
}

/**
 * Scores an evaluation straight from the description of the format, in exact fractions.
 * The rubric and the evaluation must be valid.
 * @throws ReferenceRefusal where a decision depends on an unknown or nothing was answered
 */
export function referenceScore(rubric: RubricDocument, evaluation: EvaluationDocument): ReferenceResult {
  const facts = declaredFacts(evaluation)
  const leaves = leavesOf(rubric)
  const leafById = new Map(leaves.map((leaf) => [leaf.id, leaf]))

  // Step 1, weights.
  const ofParent = sharesOfParent(rubric, evaluation.businessType, dateOf(rubric, evaluation))

  // Step 2, applicability.
  const notApplicable = notApplicableNodes(rubric, evaluation, facts)
  const leafShares =
    rubric.result.notApplicablePolicy === 'whole'
      ? sharesOfWhole(rubric, ofParent, notApplicable)
      : sharesAmongSiblings(rubric, ofParent, notApplicable)
  const isScored = leafShares.size > 0

  // Ratings.
  const answers = new Map<string, Answer>()
  const selfRated: [string, SelfRating][] = []
  for (const leaf of leaves) {
    const given = ratingGiven(evaluation, leaf.id)
    if (notApplicable.get(leaf.id) === 'not-asked') continue
    const level = ownLevel(rubric, leaf, facts)
    if (typeof level === 'number' && given === undefined) selfRated.push([leaf.id, { level }])
    if (typeof level === 'number' && given !== undefined && given !== level) {
      selfRated.push([leaf.id, { level, given }])
    }
    if (notApplicable.has(leaf.id)) continue
    answers.set(leaf.id, answerTo(rubric, leaf, ratingThatCounts(leaf, given, level, facts)))
  }

  for (const section of rubric.sections) requireRecords(section, evaluation, facts, rubric, false)

  // Step 3, raw score and section scores.
  const shareOfLeaf = (leaf: Item): Rational => leafShares.get(leaf.id) ?? exact.ZERO
  const pointsOf = (leaf: Item): Rational => {
    const fraction = answers.get(leaf.id)?.fraction ?? exact.ZERO
    return exact.multiply(exact.HUNDRED, exact.multiply(shareOfLeaf(leaf), fraction))
  }
  const rounded = (value: Rational): number =>
    exact.round(value, rubric.result.decimals ?? 2, rubric.result.rounding ?? 'half-up')
  const rawScore = isScored ? rounded(exact.sum(leaves.map(pointsOf))) : null
  const sectionScores = allSectionsOf(rubric).map((section): [string, number | null] => {
    const share = exact.sum(leavesUnder(section).map(shareOfLeaf))
    if (exact.isZero(share)) return [section.id, null]
    const points = exact.sum(leavesUnder(section).map(pointsOf))
    return [section.id, rounded(exact.divide(points, share))]
  })

  // Step 4, what fires.
  const known = new Map<string, Json>(facts)
  known.set('ratings', Object.fromEntries([...answers].map(([id, answer]): [string, Json] => [id, answer.seen])))
  known.set('sections', Object.fromEntries(sectionScores.filter(([, score]) => score !== null)))
  if (rawScore !== null) known.set('rawScore', rawScore)
  const truth = (when: Parameters<typeof truthOf>[0] | undefined): Truth =>
    when === undefined ? false : truthOf(when, known, rubric.conditions)

  const firedEffects: FiredEffect[] = []
  const undetermined: string[] = []
  const settle = (rule: { id: string; whenUnknown?: 'refuse' }, outcome: Truth): boolean => {
    if (outcome === undefined) {
      if (rule.whenUnknown === 'refuse') throw new ReferenceRefusal(`${rule.id} is undetermined`)
      undetermined.push(rule.id)
    }
    return outcome === true
  }
  const onRatingHolds = (test: (RatingTest & { item: string }) | undefined): boolean => {
    const item = test === undefined ? undefined : leafById.get(test.item)
    const answer = item === undefined ? undefined : answers.get(item.id)
    if (test === undefined || item === undefined || answer === undefined) return false
    return isHit(item, test, answer)
  }

  const vetoOutcomes = (rubric.vetoes ?? []).map((veto) => {
    const excess = countMarks(evaluation.vetoes, veto.id) - (veto.toleratedMarks ?? 0)
    const outcome = anyOf([excess > 0, truth(veto.when), onRatingHolds(veto.onRating)])
    const isFired = settle(veto, outcome)
    if (isFired) {
      for (const effect of veto.effects ?? [{ kind: 'zero' }]) {
        firedEffects.push({ effect, times: Math.max(excess, 1) })
      }
    }
    const isNotApplicable = veto.when === undefined && veto.onRating !== undefined && !answers.has(veto.onRating.item)
    return { veto, outcome, isFired, isNotApplicable }
  })
  const firedVetoes = vetoOutcomes.filter(({ isFired }) => isFired).map(({ veto }) => veto)

  const firedGates = (isScored ? (rubric.gates ?? []) : []).filter((gate) => settle(gate, truth(gate.when)))
  for (const gate of firedGates) {
    for (const effect of gate.effects) firedEffects.push({ effect, times: 1 })
  }
  const firedBonuses = (isScored ? (rubric.bonuses ?? []) : []).filter((bonus) =>
    settle(bonus, anyOf([countMarks(evaluation.bonuses, bonus.id) > 0, truth(bonus.when)])),
  )

  // Step 4, effects in their order, and step 5, the score.
  const maximum = exact.fromNumber(rubric.result.maximum ?? 100)
  const ofKind = (kind: Effect['kind']): FiredEffect[] => firedEffects.filter(({ effect }) => effect.kind === kind)
  let score: number | null = null
  if (isScored) {
    let total = pointsAfterEffects(topNodesOf(rubric), firedEffects, pointsOf, shareOfLeaf)
    const extra = exact.sum(firedBonuses.map((bonus) => exact.fromNumber(bonus.points)))
    const limit = rubric.bonusLimit === undefined ? extra : exact.fromNumber(rubric.bonusLimit)
    total = exact.least(exact.add(total, exact.least(extra, limit)), maximum)
    for (const { effect, times } of ofKind('deduct')) {
      const points = exact.fromNumber(effect.points ?? 0)
      total = exact.subtract(total, exact.multiply(points, exact.fromNumber(times)))
    }
    for (const { effect } of ofKind('cap')) {
      total = exact.least(total, exact.fromNumber(effect.maximum ?? 0))
    }
    if (ofKind('zero').length > 0) total = exact.ZERO
    score = rounded(exact.least(exact.greatest(total, exact.ZERO), maximum))
  }

  const isUnqualified = firedVetoes.some((veto) => veto.verdict !== 'keep') || ofKind('fail').length > 0
  let verdict: ReferenceResult['verdict'] = null
  if (isUnqualified) verdict = 'unqualified'
  else if (score !== null) {
    verdict = score >= rubric.result.passMark ? 'qualified' : 'unqualified'
  }
  const band = score === null ? undefined : bandOf(rubric, score)

  // Critical errors: counted, never scored.
  const criticalErrors = (rubric.families ?? []).map(({ id: family }): [string, 'error' | 'clear' | 'not-assessed'] => {
    const findings: boolean[] = []
    for (const leaf of leaves) {
      const answer = answers.get(leaf.id)
      if (answer === undefined) continue
      if (leaf.criticalError?.family === family) {
        findings.push(isHit(leaf, leaf.criticalError, answer))
      }
      for (const fault of leaf.faults ?? []) {
        if (fault.criticalError?.family === family) findings.push(answer.faults.has(fault.id))
      }
    }
    for (const { veto, outcome, isFired, isNotApplicable } of vetoOutcomes) {
      if (veto.family !== family) continue
      if (isFired) findings.push(true)
      else if (outcome === false && !isNotApplicable) findings.push(false)
    }
    if (findings.includes(true)) return [family, 'error']
    return [family, findings.length > 0 ? 'clear' : 'not-assessed']
  })

  const itemPercents = leaves.map((leaf): [string, number | null] => {
    const answer = answers.get(leaf.id)
    return [leaf.id, answer === undefined ? null : rounded(exact.multiply(exact.HUNDRED, answer.fraction))]
  })
  const faults = [...answers].filter(([, answer]) => answer.faults.size > 0)
  const options = [...answers].filter(([, answer]) => answer.options.length > 0)
  const answered = leaves.filter((leaf) => answers.has(leaf.id))

  return {
    status: isScored ? 'scored' : 'not-scored',
    rawScore,
    score,
    verdict,
    band: band?.id ?? null,
    actions: [...(band?.actions ?? [])],
    sections: Object.fromEntries(sectionScores),
    items: Object.fromEntries(itemPercents),
    vetoes: firedVetoes.map(({ id }) => id),
    gates: firedGates.map(({ id }) => id),
    bonuses: firedBonuses.map(({ id }) => id),
    undetermined,
    criticalErrors: Object.fromEntries(criticalErrors),
    ...(selfRated.length > 0 && { selfRated: Object.fromEntries(selfRated) }),
    ...(faults.length > 0 && {
      faults: Object.fromEntries(faults.map(([id, answer]) => [id, Object.fromEntries(answer.faults)])),
    }),
    ...(options.length > 0 && {
      options: Object.fromEntries(options.map(([id, answer]) => [id, answer.options])),
    }),
    exact: {
      points: Object.fromEntries(answered.map((leaf) => [leaf.id, exact.toText(pointsOf(leaf))])),
      shares: Object.fromEntries(answered.map((leaf) => [leaf.id, exact.toText(shareOfLeaf(leaf))])),
    },
  }
}
