import type {
  Band,
  Bonus,
  Condition,
  CriticalError,
  Effect,
  EvaluationDocument,
  FactDeclaration,
  Gate,
  Item,
  ItemKind,
  Json,
  Level,
  Mark,
  Range,
  RatingTest,
  RubricDocument,
  Scale,
  Section,
  Veto,
  WeightAdjustment,
  WeightProfile,
  WeightRule,
} from './documents.js'
import { own } from './documents.js'
import type { Rational } from './rational.js'
import * as exact from './rational.js'
import { type Facts, type Truth, truthOf } from './reference-condition.js'
import {
  allSectionsOf,
  childrenOf,
  isRecorded,
  leafSharesOf,
  leavesOf,
  localDate,
  type Node,
  sharesOfParent,
  siblingGroupsOf,
} from './reference-weights.js'

type Random = () => number

const MAXIMUM_ITEMS = 25

/** A whole number, both ends included. */
function wholeNumber(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

function chance(random: Random, probability: number): boolean {
  return random() < probability
}

function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[wholeNumber(random, 0, values.length - 1)]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

function shuffled<Value>(random: Random, values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}

/** Between `low` and `high` different ones, in any order. */
function some<Value>(random: Random, values: readonly Value[], low: number, high: number): Value[] {
  return shuffled(random, values).slice(0, wholeNumber(random, low, high))
}

function times<Value>(count: number, make: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** A number with few decimals: `between(random, 0, 1, 1)` is 0, 0.1, ... 1. */
function between(random: Random, low: number, high: number, decimals: number): number {
  const unit = 10 ** decimals
  return wholeNumber(random, Math.round(low * unit), Math.round(high * unit)) / unit
}

// ---------------------------------------------------------------------------------------------
// Conditions
// ---------------------------------------------------------------------------------------------

/** Something a condition can look at, with the values that fit it. */
interface Visible {
  fact: string
  path?: string
  type: 'number' | 'text' | 'boolean' | 'texts' | 'numbers'
  /** Values (for lists: elements) that may be compared with it. */
  values: Json[]
}

function pathStep(random: Random, key: string): string {
  return chance(random, 0.5) ? `.${key}` : `[${JSON.stringify(key)}]`
}

const ORDERS = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']

function randomLeaf(random: Random, visible: readonly Visible[]): Condition {
  const left = pick(random, visible)
  const at: Condition = { fact: left.fact }
  if (left.path !== undefined) at.path = left.path
  const value = (): Json => pick(random, left.values)
  const list = (): Json[] => some(random, left.values, 1, 3)
  const leaf = (operator: string, right: Json): Condition => ({ ...at, operator, value: right })
  const peers = visible.filter((other) => other.type === left.type && other !== left)
  if (peers.length > 0 && chance(random, 0.08) && left.type !== 'texts' && left.type !== 'numbers') {
    const peer = pick(random, peers)
    const right: { [key: string]: Json } = { fact: peer.fact }
    if (peer.path !== undefined) right.path = peer.path
    return leaf(left.type === 'number' ? pick(random, ORDERS) : 'equal', right)
  }
  const plain = ['equal', 'notEqual', 'not:equal', 'swap:notEqual']
  const listed = ['in', 'notIn', 'not:in', 'someValue:equal', 'everyValue:notEqual']
  switch (left.type) {
    case 'number': {
      const roll = random()
      if (roll < 0.65) return leaf(pick(random, ORDERS), value())
      if (roll < 0.72) return leaf(`not:${pick(random, ORDERS)}`, value())
      if (roll < 0.78) return leaf(`swap:${pick(random, ORDERS)}`, value())
      if (roll < 0.82) return leaf(`someValue:${pick(random, ORDERS)}`, list())
      if (roll < 0.91) return leaf(pick(random, plain), value())
      return leaf(pick(random, listed), list())
    }
    case 'text':
      if (chance(random, 0.06)) return leaf('swap:contains', list())
      if (chance(random, 0.5)) return leaf(pick(random, plain), value())
      return leaf(pick(random, listed), list())
    case 'boolean':
      if (chance(random, 0.1)) return leaf(pick(random, ['in', 'notIn']), [value()])
      return leaf(pick(random, plain), value())
    case 'texts': {
      const roll = random()
      if (roll < 0.5) {
        return leaf(pick(random, ['contains', 'doesNotContain', 'not:contains', 'swap:in', 'swap:notIn']), value())
      }
      if (roll < 0.75) {
        return leaf(pick(random, ['someFact:equal', 'everyFact:notEqual', 'not:someFact:equal']), value())
      }
      return leaf(
        pick(random, ['someFact:in', 'everyFact:in', 'everyValue:contains', 'someFact:someValue:equal']),
        list(),
      )
    }
    case 'numbers':
      if (chance(random, 0.2)) return leaf('contains', value())
      return leaf(`${pick(random, ['someFact', 'everyFact'])}:${pick(random, ORDERS)}`, value())
  }
}

/** An all, any, not or named condition; never a bare leaf at the outside. */
function randomCondition(random: Random, visible: readonly Visible[], named: readonly string[], depth = 0): Condition {
  const roll = random()
  if (named.length > 0 && roll < 0.12) return { condition: pick(random, named) }
  const part = (): Condition =>
    depth < 2 && chance(random, 0.2) ? randomCondition(random, visible, named, depth + 1) : randomLeaf(random, visible)
  if (roll < 0.25) return { not: part() }
  const parts = times(pick(random, [1, 1, 1, 2, 2, 3]), part)
  return roll < 0.65 ? { all: parts } : { any: parts }
}

// ---------------------------------------------------------------------------------------------
// Facts
// ---------------------------------------------------------------------------------------------

const TIERS = ['gold', 'silver', 'basic']
const LABELS = ['angry', 'refund', 'repeat', '投诉']
const CUSTOMER_AGES = [18, 30, 65]

function randomFacts(random: Random): Record<string, FactDeclaration> {
  const inherited: FactDeclaration = chance(random, 0.5)
    ? { type: 'boolean' }
    : { type: 'number', minimum: 0, maximum: 10 }
  // Every object inherits a toString: one that is missing must not be found there.
  const facts: Record<string, FactDeclaration> = Object.fromEntries([['toString', inherited]])
  if (chance(random, 0.6)) {
    facts.csat = { type: 'number', minimum: 0, maximum: 100, description: '回访满意度' }
  }
  if (chance(random, 0.5)) facts.queueSeconds = { type: 'integer', minimum: 0 }
  if (chance(random, 0.4)) facts.tier = { type: 'string', values: TIERS }
  if (chance(random, 0.3)) facts.channel = { type: 'string' }
  if (chance(random, 0.4)) facts.recorded = { type: 'boolean' }
  if (chance(random, 0.4)) facts.labels = { type: 'list' }
  if (chance(random, 0.3)) facts.pauses = { type: 'list' }
  if (chance(random, 0.4)) facts.customer = { type: 'object' }
  return facts
}

function visibleFacts(
  random: Random,
  facts: Record<string, FactDeclaration>,
  businessTypes: readonly string[],
): Visible[] {
  const visible: Visible[] = []
  for (const [fact, { type, maximum }] of Object.entries(facts)) {
    if (type === 'boolean') visible.push({ fact, type, values: [true, false] })
    if (type === 'number' || type === 'integer') {
      const top = maximum ?? 60
      const values = times(4, () => Math.round(top * random()))
      visible.push({
        fact,
        type: 'number',
        values: [...new Set([...values, Math.round(top / 2)])],
      })
    }
    if (fact === 'tier') visible.push({ fact, type: 'text', values: TIERS })
    if (fact === 'channel') visible.push({ fact, type: 'text', values: ['phone', 'chat'] })
    if (fact === 'labels') {
      visible.push({ fact, type: 'texts', values: LABELS })
      visible.push({ fact, path: '$[0]', type: 'text', values: LABELS })
    }
    if (fact === 'pauses') visible.push({ fact, type: 'numbers', values: [1, 5, 9] })
    if (fact === 'customer') {
      visible.push({ fact, path: '$.age', type: 'number', values: CUSTOMER_AGES })
      visible.push({ fact, path: '$["home"].city', type: 'text', values: ['杭州', 'Haifa'] })
      visible.push({ fact, path: '$.calls[0]["open"]', type: 'boolean', values: [true, false] })
    }
  }
  if (businessTypes.length > 0) {
    visible.push({ fact: 'businessType', type: 'text', values: [...businessTypes] })
  }
  return visible
}

function randomFactValue(random: Random, fact: string, declared: FactDeclaration): Json {
  switch (declared.type) {
    case 'boolean':
      return chance(random, 0.5)
    case 'number':
      return chance(random, 0.7)
        ? wholeNumber(random, 0, declared.maximum ?? 60)
        : between(random, 0, declared.maximum ?? 60, 1)
    case 'integer':
      return wholeNumber(random, 0, 60)
    case 'string':
      return pick(random, declared.values ?? ['phone', 'chat', 'mail'])
    case 'list':
      return fact === 'pauses'
        ? times(wholeNumber(random, 0, 3), () => wholeNumber(random, 0, 10))
        : some(random, LABELS, 0, 3)
    case 'object':
      return {
        age: pick(random, [17, 18, 30, 40, 65]),
        home: { city: pick(random, ['杭州', 'Haifa', 'Cork']) },
        calls: [{ open: chance(random, 0.5) }, { open: true }],
      }
  }
}

// ---------------------------------------------------------------------------------------------
// Scales and items
// ---------------------------------------------------------------------------------------------

function randomScale(random: Random): Scale {
  const scoring = pick(random, ['ratio', 'ratio', 'span', 'points'] as const)
  const sets = [
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
    [0, 1],
    [0, 50, 100],
    [1, 2, 3],
    [0.5, 1, 1.5, 2],
    [3, 7, 10],
  ]
  const values = pick(random, scoring === 'span' ? [...sets, [-2, -1, 0, 1, 2]] : sets)
  const levels = values.map((value): Level => {
    const level: Level = { value }
    if (scoring === 'points') level.points = between(random, 0, 10, chance(random, 0.7) ? 0 : 1)
    if (chance(random, 0.2)) level.title = `level ${value}`
    return level
  })
  const last = levels.at(-1)
  if (scoring === 'points' && last !== undefined) last.points = pick(random, [4, 8, 10, 12.5])
  const scale: Scale = { levels: chance(random, 0.2) ? shuffled(random, levels) : levels }
  if (scoring !== 'ratio' || chance(random, 0.3)) scale.scoring = scoring
  return scale
}

const FIVE: Scale = { title: '五级', levels: times(5, (index) => ({ value: index + 1 })) }

/** Ids that trip over what every object inherits, or over keys that look like numbers. */
const ODD_IDS = ['constructor', 'valueOf', 'hasOwnProperty', '7', '12', '规范-问候', 'É_1', '0a']

interface Making {
  random: Random
  scales: Record<string, Scale>
  facts: Record<string, FactDeclaration>
  families: string[]
  tags: string[]
  sees: Visible[]
  named: string[]
  isAllNotApplicable: boolean
  /** Only scales of 1 to 5 and yes-no, for scores that often end in a half. */
  isTidy: boolean
  usedIds: Set<string>
  itemCount: number
}

function freshId(making: Making, prefix: string): string {
  const { random, usedIds } = making
  const odd = ODD_IDS.filter((id) => !usedIds.has(id))
  const id = odd.length > 0 && chance(random, 0.03) ? pick(random, odd) : `${prefix}${usedIds.size + 1}`
  usedIds.add(id)
  return id
}

const KINDS: readonly ItemKind[] = ['scale', 'scale', 'scale', 'scale', 'yes-no', 'choice', 'numeric', 'deduction']

function fillScale(making: Making, item: Item): void {
  const { random, scales } = making
  const names = Object.keys(scales)
  const scale = making.isTidy ? 'five' : pick(random, names)
  // The first scale is the default one.
  if (scale !== names[0] || chance(random, 0.3)) item.scale = scale
  const levels = (own(scales, scale)?.levels ?? []).map(({ value }) => value)
  if (chance(random, 0.15)) {
    item.rateWhen = times(wholeNumber(random, 1, 3), () => ({
      level: pick(random, levels),
      when: randomCondition(random, making.sees, making.named),
    }))
  }
  if (chance(random, 0.05)) {
    item.guidance = { [String(pick(random, levels))]: { description: 'what it takes' } }
  }
}

function fillChoice(making: Making, item: Item): void {
  const { random } = making
  const options = times(wholeNumber(random, 2, 4), (index) => ({
    id: chance(random, 0.03) ? `valueOf${index}` : `o${index + 1}`,
    points: between(random, 0, 5, chance(random, 0.8) ? 0 : 1),
  }))
  const [first] = options
  if (first !== undefined && options.every(({ points }) => points === 0)) first.points = 5
  item.options = options
  if (chance(random, 0.5)) item.multiple = true
  if (chance(random, 0.25)) item.maximumPoints = pick(random, [2, 5, 8, 10])
}

function randomRanges(random: Random, top: number): Range[] {
  const cuts = [...new Set(times(wholeNumber(random, 1, 3), () => wholeNumber(random, 1, top - 1)))]
  cuts.sort((a, b) => a - b)
  const points = (): number => between(random, 0, 5, chance(random, 0.8) ? 0 : 1)
  const ranges: Range[] = []
  const isUpperOpen = chance(random, 0.5)
  cuts.forEach((cut, index) => {
    const range: Range = isUpperOpen ? { below: cut, points: points() } : { atMost: cut, points: points() }
    const previous = cuts[index - 1]
    if (previous !== undefined && chance(random, 0.5)) {
      if (isUpperOpen) range.atLeast = previous
      else range.above = previous
    }
    ranges.push(range)
  })
  const last = cuts.at(-1) ?? 0
  // Now and then the ranges leave a gap at the top, which refuses what falls in it.
  if (!chance(random, 0.03)) {
    ranges.push(isUpperOpen ? { atLeast: last, points: points() } : { above: last, points: points() })
  }
  const best = pick(random, ranges)
  if (best.points === 0) best.points = 5
  return ranges
}

function fillNumeric(making: Making, item: Item): void {
  const { random, facts } = making
  const measurable = Object.entries(facts).filter(([, { type }]) => type === 'number' || type === 'integer')
  let top = 60
  if (measurable.length > 0 && chance(random, 0.6)) {
    const [fact, { maximum }] = pick(random, measurable)
    item.fact = fact
    top = maximum ?? 60
  }
  item.minimum = 0
  item.maximum = top
  if (chance(random, 0.3)) item.unit = 's'
  if (chance(random, 0.5)) {
    item.ranges = randomRanges(random, top)
    if (chance(random, 0.2)) item.maximumPoints = pick(random, [2, 5, 10])
  } else {
    const ends = some(random, [0, 1, 3, 8, top / 2, top], 2, 2)
    const [zeroAt = 0, fullAt = top] = [...new Set(ends)]
    item.linear = zeroAt === fullAt ? { zeroAt: 0, fullAt: top } : { zeroAt, fullAt }
  }
}

function fillDeduction(making: Making, item: Item): void {
  const { random, families, tags } = making
  item.base = pick(random, [5, 8, 10, 12.5, 20])
  item.faults = times(wholeNumber(random, 1, 4), (index) => {
    const fault: NonNullable<Item['faults']>[number] = {
      id: chance(random, 0.04) ? `constructor${index || ''}` : `f${index + 1}`,
      points: pick(random, [0.1, 0.5, 1, 2, 2.5, 3, 7]),
    }
    if (chance(random, 0.3)) fault.maximumCount = wholeNumber(random, 1, 3)
    if (families.length > 0 && chance(random, 0.15)) {
      fault.criticalError = { family: pick(random, families) }
    }
    if (tags.includes('fault-tag') && chance(random, 0.2)) fault.tags = ['fault-tag']
    return fault
  })
}

function levelsOf(scales: Record<string, Scale>, item: Item): number[] {
  const scale = own(scales, item.scale ?? Object.keys(scales)[0] ?? '')
  return (scale?.levels ?? []).map(({ value }) => value)
}

/** The form that criticalError and onRating take for the item's kind. */
function randomRatingTest(random: Random, scales: Record<string, Scale>, item: Item): RatingTest {
  switch (item.kind ?? 'scale') {
    case 'scale':
      return { atMost: pick(random, levelsOf(scales, item)) }
    case 'numeric':
    case 'deduction':
      return { belowPercent: pick(random, [20, 50, 60, 80, 100, 33.3]) }
    case 'choice':
      return {
        options: some(
          random,
          (item.options ?? []).map(({ id }) => id),
          1,
          2,
        ),
      }
    case 'yes-no':
    case 'text':
    case 'record':
      return {}
  }
}

function randomItem(making: Making): Item {
  const { random, families, tags } = making
  making.itemCount += 1
  const item: Item = { id: freshId(making, 'i') }
  if (chance(random, 0.3)) item.title = `Item ${item.id}`
  if (chance(random, 0.05)) item.note = 'a note'
  const kind = pick(random, making.isTidy ? (['scale', 'scale', 'yes-no'] as const) : KINDS)
  if (kind !== 'scale' || chance(random, 0.2)) item.kind = kind
  if (kind === 'scale') fillScale(making, item)
  if (kind === 'yes-no' && chance(random, 0.6)) item.fullWhen = pick(random, ['yes', 'no'] as const)
  if (kind === 'choice') fillChoice(making, item)
  if (kind === 'numeric') fillNumeric(making, item)
  if (kind === 'deduction') fillDeduction(making, item)
  if (making.isAllNotApplicable || chance(random, 0.3)) item.mayBeNotApplicable = true
  if (chance(random, 0.06)) {
    item.appliesWhen = randomCondition(random, making.sees, making.named)
  }
  if (families.length > 0 && chance(random, 0.25)) {
    const error: CriticalError = {
      family: pick(random, families),
      ...randomRatingTest(random, making.scales, item),
    }
    item.criticalError = error
  }
  if (tags.includes('item-tag') && chance(random, 0.25)) item.tags = ['item-tag']
  return item
}

const INPUTS = ['text', 'number', 'date', 'choice'] as const

/** An item that is only recorded. */
function randomRecordedItem(making: Making): Item {
  const { random } = making
  making.itemCount += 1
  const id = freshId(making, 't')
  if (chance(random, 0.5)) return { id, kind: 'text' }
  const item: Item = { id, kind: 'record', input: pick(random, INPUTS) }
  if (item.input === 'choice') item.options = [{ id: 'left' }, { id: 'right' }]
  if (chance(random, 0.3)) item.required = true
  if (chance(random, 0.3)) item.mayBeNotApplicable = true
  return item
}

function randomSection(making: Making, depth: number, maximumDepth: number): Section {
  const { random } = making
  const section: Section = { id: freshId(making, 's') }
  if (chance(random, 0.3)) section.title = `Section ${section.id}`
  if (chance(random, 0.04)) {
    section.items = times(wholeNumber(random, 1, 2), () => randomRecordedItem(making))
    return section
  }
  if (making.isAllNotApplicable || chance(random, 0.25)) section.mayBeNotApplicable = true
  if (chance(random, 0.05)) {
    section.appliesWhen = randomCondition(random, making.sees, making.named)
  }
  const room = MAXIMUM_ITEMS - making.itemCount
  const hasSections = depth < maximumDepth && room > 3 && chance(random, 0.65)
  if (!hasSections || chance(random, 0.5)) {
    const items = times(Math.max(1, Math.min(room, wholeNumber(random, 1, 4))), () => randomItem(making))
    if (chance(random, 0.1)) items.splice(wholeNumber(random, 0, items.length), 0, randomRecordedItem(making))
    section.items = items
  }
  if (hasSections) {
    section.sections = times(wholeNumber(random, 1, 3), () => randomSection(making, depth + 1, maximumDepth))
  }
  return section
}

// ---------------------------------------------------------------------------------------------
// Weights
// ---------------------------------------------------------------------------------------------

/** Weights of a group of siblings, at least one over 0. */
function randomWeights(random: Random, count: number): number[] {
  const choices = pick(random, [
    [1, 2, 3, 4, 5],
    [1, 1, 1, 3, 7],
    [10, 20, 30, 50, 12.5, 37.5],
    [0.1, 0.2, 0.3, 33.3, 66.7, 12.5],
    [1e-7, 2.5e-7, 1e-6],
    [1e21, 2e21, 5],
  ])
  const hasZeros = chance(random, 0.3)
  const weights = times(count, () => (hasZeros && chance(random, 0.35) ? 0 : pick(random, choices)))
  const keep = wholeNumber(random, 0, count - 1)
  return weights.map((weight, index) => (index === keep && weight === 0 ? 1 : weight))
}

/** Weights that split 100 into halves, quarters and eighths. */
function tidyWeights(random: Random, count: number): number[] {
  const sets: Record<number, number[][]> = {
    2: [
      [1, 1],
      [1, 3],
      [7, 1],
      [12.5, 37.5],
    ],
    3: [
      [1, 1, 2],
      [2, 1, 5],
      [25, 25, 50],
      [0, 1, 7],
    ],
    4: [
      [1, 1, 1, 1],
      [1, 3, 3, 1],
      [10, 20, 40, 10],
    ],
  }
  return [...pick(random, sets[count] ?? [times(count, () => 1)])]
}

function nameWeights(random: Random, group: readonly Node[]): [string, number][] {
  const weights = randomWeights(random, group.length)
  return group.map((node, index) => [node.id, weights[index] ?? 1])
}

/** sharePercents of one group, in tenths of a percent so that they add up exactly. */
function nameSharePercents(random: Random, group: readonly Node[]): [string, number][] {
  const isAllNamed = group.length === 1 || chance(random, 0.25)
  const named = isAllNamed ? [...group] : some(random, group, 1, Math.min(3, group.length - 1))
  const step = chance(random, 0.7) ? 50 : 1
  let left = 1000
  return named.map((node, index) => {
    const isLast = isAllNamed && index === named.length - 1
    const tenths = isLast ? left : wholeNumber(random, 0, Math.floor(left / step)) * step
    left -= tenths
    return [node.id, tenths / 10]
  })
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** One date from every stretch between adjustment boundaries. */
function datesOfStretches(rubric: RubricDocument): string[] {
  const starts = (rubric.weightAdjustments ?? []).flatMap(({ from, through }) => [
    ...(from === undefined ? [] : [from]),
    ...(through === undefined ? [] : [dayAfter(through)]),
  ])
  return ['1970-01-01', ...new Set(starts)].sort()
}

function businessTypesOf(rubric: RubricDocument): (string | undefined)[] {
  return rubric.businessTypes === undefined ? [undefined] : rubric.businessTypes.map(({ id }) => id)
}

/** Leaf shares for every business type in every stretch, or undefined where one is not legal. */
function allLeafShares(
  rubric: RubricDocument,
): { businessType: string | undefined; shares: Map<string, Rational> }[] | undefined {
  try {
    return businessTypesOf(rubric).flatMap((businessType) =>
      datesOfStretches(rubric).map((date) => ({
        businessType,
        shares: leafSharesOf(rubric, sharesOfParent(rubric, businessType, date)),
      })),
    )
  } catch {
    return undefined
  }
}

function addWeights(random: Random, rubric: RubricDocument, isTidy: boolean): void {
  for (const group of siblingGroupsOf(rubric)) {
    if (!chance(random, isTidy ? 0.9 : 0.55)) continue
    const weights = (isTidy ? tidyWeights : randomWeights)(random, group.length)
    group.forEach((node, index) => {
      node.weight = weights[index] ?? 1
    })
  }
}

function addProfiles(random: Random, rubric: RubricDocument): void {
  const profiles: Record<string, WeightProfile> = {}
  for (const { id } of rubric.businessTypes ?? []) {
    if (!chance(random, 0.6)) continue
    const weights: [string, number][] = []
    const sharePercents: [string, number][] = []
    for (const group of siblingGroupsOf(rubric)) {
      const roll = random()
      if (roll < 0.25) weights.push(...nameWeights(random, group))
      else if (roll < 0.5) sharePercents.push(...nameSharePercents(random, group))
    }
    const profile: WeightProfile = {}
    if (weights.length > 0) profile.weights = Object.fromEntries(weights)
    if (sharePercents.length > 0) profile.sharePercents = Object.fromEntries(sharePercents)
    if (weights.length + sharePercents.length === 0) continue
    const withProfile = { ...rubric, weightProfiles: { ...profiles, [id]: profile } }
    if (allLeafShares(withProfile) !== undefined) profiles[id] = profile
  }
  if (Object.keys(profiles).length > 0) rubric.weightProfiles = profiles
}

function randomDay(random: Random): string {
  return new Date(Date.UTC(2026, 0, wholeNumber(random, 1, 365))).toISOString().slice(0, 10)
}

function randomStretch(random: Random): { from?: string; through?: string } {
  const [from = '2026-01-01', through = '2026-12-31'] = [randomDay(random), randomDay(random)].sort()
  const roll = random()
  if (roll < 0.15) return { from }
  if (roll < 0.3) return { through }
  return { from, through }
}

function addAdjustments(random: Random, rubric: RubricDocument): void {
  const types = (rubric.businessTypes ?? []).map(({ id }) => id)
  for (const number of times(pick(random, [0, 0, 1, 2, 3]), (index) => index + 1)) {
    const groups = some(random, siblingGroupsOf(rubric), 1, 2)
    const adjustment: WeightAdjustment = {
      ...(chance(random, 0.7) && { id: `adjustment-${number}` }),
      ...randomStretch(random),
      sharePercents: Object.fromEntries(groups.flatMap((group) => nameSharePercents(random, group))),
    }
    if (types.length > 0 && chance(random, 0.5)) {
      adjustment.businessTypes = some(random, types, 1, types.length)
    }
    const adjustments = [...(rubric.weightAdjustments ?? []), adjustment]
    if (allLeafShares({ ...rubric, weightAdjustments: adjustments }) !== undefined) {
      rubric.weightAdjustments = adjustments
    }
  }
}

/** Rules that just hold: the bounds are the whole percents around the shares that occur. */
function addWeightRules(random: Random, rubric: RubricDocument): void {
  const cases = allLeafShares(rubric)
  if (cases === undefined) throw new Error('the weights are not legal')
  const leaves = leavesOf(rubric)
  const rule: WeightRule = {}
  const leaf = pick(random, leaves)
  let counted = [leaf.id]
  const tagged = leaves.filter(({ tags }) => tags?.includes('item-tag'))
  if (tagged.length > 0 && chance(random, 0.5)) {
    rule.tag = 'item-tag'
    counted = tagged.map(({ id }) => id)
  } else rule.nodes = counted
  const percents = cases.map(({ shares }) =>
    exact.multiply(exact.HUNDRED, exact.sum(counted.map((id) => shares.get(id) ?? exact.ZERO))),
  )
  const [first = exact.ZERO, ...others] = percents
  rule.minimumSharePercent = exact.round(exact.least(first, ...others), 0, 'down')
  if (chance(random, 0.5)) {
    const greatest = exact.greatest(first, ...others)
    rule.maximumSharePercent = Math.min(100, exact.round(greatest, 0, 'down') + 1)
  }
  rubric.weightRules = [rule]
}

// ---------------------------------------------------------------------------------------------
// Rules and result
// ---------------------------------------------------------------------------------------------

function visibleRating(random: Random, scales: Record<string, Scale>, item: Item): Visible {
  const at = { fact: 'ratings', path: `$${pathStep(random, item.id)}` }
  switch (item.kind ?? 'scale') {
    case 'scale':
      return { ...at, type: 'number', values: levelsOf(scales, item) }
    case 'yes-no':
      return { ...at, type: 'boolean', values: [true, false] }
    case 'choice': {
      const values = (item.options ?? []).map(({ id }) => id)
      return { ...at, type: item.multiple ? 'texts' : 'text', values }
    }
    case 'numeric': {
      const top = item.maximum ?? 60
      return { ...at, type: 'number', values: [0, top / 2, top] }
    }
    case 'deduction':
      return { ...at, type: 'number', values: [0, 0.5, 1, 2.5, item.base ?? 1] }
    case 'text':
    case 'record':
      throw new Error('a recorded item is not seen')
  }
}

function visibleRatings(random: Random, rubric: RubricDocument): Visible[] {
  const ratings = leavesOf(rubric).map((item) => visibleRating(random, rubric.scales ?? {}, item))
  const sections = allSectionsOf(rubric)
    .filter((section) => childrenOf(section).length > 0)
    .map(
      ({ id }): Visible => ({
        fact: 'sections',
        path: `$${pathStep(random, id)}`,
        type: 'number',
        values: [0, 40, 50, 60, 66.67, 80, 100],
      }),
    )
  return [...ratings, ...sections, { fact: 'rawScore', type: 'number', values: [0, 50, 60, 62.5, 80, 100] }]
}

function randomEffect(random: Random, rubric: RubricDocument): Effect {
  const sections = allSectionsOf(rubric).filter((section) => childrenOf(section).length > 0)
  const section = pick(random, sections).id
  const maximum = rubric.result.maximum ?? 100
  switch (pick(random, ['zero-section', 'cap-section', 'cap-section', 'deduct', 'deduct', 'cap', 'zero'] as const)) {
    case 'zero-section':
      return { kind: 'zero-section', section }
    case 'cap-section':
      return {
        kind: 'cap-section',
        section,
        maximum: pick(random, [0, 20, 33.3, 50, 60, 80, 100]),
      }
    case 'deduct':
      return { kind: 'deduct', points: pick(random, [0.5, 1, 2.5, 5, 10, 33.33]) }
    case 'cap':
      return { kind: 'cap', maximum: Math.min(maximum, pick(random, [0, 40, 59, 59.5, 79.99])) }
    case 'zero':
      return { kind: 'zero' }
  }
}

function addRules(making: Making, rubric: RubricDocument): void {
  const { random, families } = making
  const visible = [...making.sees, ...visibleRatings(random, rubric)]
  const condition = (): Condition => randomCondition(random, visible, making.named)
  const effects = (low: number): Effect[] => times(wholeNumber(random, low, 2), () => randomEffect(random, rubric))
  const mayRefuse = (rule: { whenUnknown?: 'refuse' }): void => {
    if (chance(random, 0.04)) rule.whenUnknown = 'refuse'
  }

  const vetoes = times(pick(random, [0, 1, 1, 2, 3]), (index): Veto => {
    const veto: Veto = { id: index === 0 && chance(random, 0.05) ? 'valueOf' : `v${index + 1}` }
    if (families.length > 0 && chance(random, 0.5)) veto.family = pick(random, families)
    if (chance(random, 0.35)) veto.toleratedMarks = wholeNumber(random, 0, 2)
    if (chance(random, 0.3)) veto.when = condition()
    if (chance(random, 0.4)) {
      const item = pick(random, leavesOf(rubric))
      veto.onRating = { item: item.id, ...randomRatingTest(random, making.scales, item) }
    }
    if (chance(random, 0.7)) veto.effects = effects(0)
    if (chance(random, 0.3)) veto.verdict = 'keep'
    mayRefuse(veto)
    return veto
  })
  const gates = times(pick(random, [0, 0, 1, 2, 3]), (index): Gate => {
    const gate: Gate = {
      id: `g${index + 1}`,
      when: condition(),
      effects: chance(random, 0.25) ? [{ kind: 'fail' }] : effects(1),
    }
    if (chance(random, 0.1)) gate.effects.push({ kind: 'fail' })
    mayRefuse(gate)
    return gate
  })
  const bonuses = times(pick(random, [0, 0, 1, 2, 3]), (index): Bonus => {
    const bonus: Bonus = { id: `b${index + 1}`, points: pick(random, [0.5, 1, 2.5, 3, 5]) }
    if (chance(random, 0.4)) bonus.when = condition()
    mayRefuse(bonus)
    return bonus
  })
  if (vetoes.length > 0) rubric.vetoes = vetoes
  if (gates.length > 0) rubric.gates = gates
  if (bonuses.length > 0) {
    rubric.bonuses = bonuses
    if (chance(random, 0.5)) rubric.bonusLimit = pick(random, [0.5, 2, 5, 10])
  }
}

function randomResult(random: Random, actions: readonly string[], isTidy: boolean): RubricDocument['result'] {
  const result: RubricDocument['result'] = { passMark: 0 }
  if (isTidy) result.decimals = pick(random, [0, 0, 1])
  else if (chance(random, 0.8)) result.decimals = pick(random, [0, 0, 0, 1, 1, 1, 2, 3, 4, 5, 6])
  if (chance(random, 0.7)) {
    result.rounding = pick(random, ['half-up', 'half-even', 'half-even', 'down'] as const)
  }
  if (chance(random, 0.3)) result.maximum = pick(random, [100, 110, 120, 99.5, 90])
  const maximum = result.maximum ?? 100
  result.passMark = Math.min(maximum, pick(random, [0, 50, 60, 62.5, 70, 80, 85.5, 100]))
  if (chance(random, 0.6)) result.notApplicablePolicy = pick(random, ['siblings', 'whole'] as const)
  if (chance(random, 0.7)) {
    const minima = [...new Set([0, ...some(random, [30, 50, 60, 62.5, 75, 80, 90], 0, 4)])]
    minima.sort((a, b) => b - a)
    const bands = minima.map((minimum, index): Band => {
      const band: Band = { id: `band-${index + 1}`, minimum }
      if (actions.length > 0 && chance(random, 0.4)) band.actions = some(random, actions, 1, 2)
      return band
    })
    result.bands = chance(random, 0.2) ? shuffled(random, bands) : bands
  }
  return result
}

/**
 * A small legal rubric that may use any part of the format.
 * @param random - numbers from 0 up to but not including 1; the same numbers give the same rubric
 */
export function randomRubric(random: Random): RubricDocument {
  const declared = (ids: readonly string[]): { id: string }[] => ids.map((id) => ({ id }))
  const businessTypes = ['sales', 'complaint', 'constructor'].slice(0, pick(random, [0, 0, 1, 2, 3]))
  const families = ['customer', 'compliance', 'toString'].slice(0, pick(random, [0, 1, 2, 3]))
  const tags = chance(random, 0.4) ? ['item-tag', 'fault-tag'] : []
  const actions = ['retrain', 'praise', 'listen'].slice(0, wholeNumber(random, 0, 3))
  const scales: Record<string, Scale> = { five: FIVE }
  for (const index of times(wholeNumber(random, 0, 3), (each) => each)) {
    scales[`scale-${index + 1}`] = randomScale(random)
  }
  const facts = randomFacts(random)
  const sees = visibleFacts(random, facts, businessTypes)
  const conditions: Record<string, Condition> = {}
  for (const name of ['busy', 'constructor', 'calm'].slice(0, pick(random, [0, 0, 1, 2, 3]))) {
    conditions[name] = randomCondition(random, sees, Object.keys(conditions))
  }
  const named = Object.keys(conditions)
  const isTidy = chance(random, 0.35)
  const making: Making = {
    random,
    scales,
    facts,
    families,
    tags,
    sees,
    named,
    isAllNotApplicable: chance(random, 0.08),
    isTidy,
    usedIds: new Set(),
    itemCount: 0,
  }

  const maximumDepth = wholeNumber(random, 1, 4)
  const sections = times(wholeNumber(random, 1, 4), () => randomSection(making, 1, maximumDepth))
  if (!sections.some((section) => childrenOf(section).length > 0)) {
    sections.push({ id: freshId(making, 's'), items: [randomItem(making)] })
  }

  const rubric: RubricDocument = {
    format: 'callgrade/rubric@1',
    id: 'random',
    version: '2026.1',
    title: chance(random, 0.5) ? 'Random' : { 'zh-CN': '随机', en: 'Random' },
    scales,
    defaultScale: 'five',
    facts,
    sections,
    result: randomResult(random, actions, isTidy),
  }
  if (chance(random, 0.1)) rubric.note = 'made at random'
  if (chance(random, 0.6)) {
    rubric.timeZone = pick(random, ['Asia/Shanghai', 'America/New_York', 'Asia/Jerusalem', 'UTC'])
  }
  if (businessTypes.length > 0) rubric.businessTypes = declared(businessTypes)
  if (families.length > 0) rubric.families = declared(families)
  if (tags.length > 0) rubric.tags = declared(tags)
  if (actions.length > 0) rubric.actions = declared(actions)
  if (named.length > 0) rubric.conditions = conditions
  if (chance(random, 0.2)) {
    rubric.effective = pick(random, [
      { from: '2026-01-01', through: '2026-12-31' },
      { from: '2025-06-01' },
      { through: '2027-01-31' },
    ])
  }
  addWeights(random, rubric, making.isTidy)
  addProfiles(random, rubric)
  addAdjustments(random, rubric)
  if (chance(random, 0.2)) addWeightRules(random, rubric)
  addRules(making, rubric)
  return rubric
}

// ---------------------------------------------------------------------------------------------
// Evaluations
// ---------------------------------------------------------------------------------------------

function randomInstant(random: Random): string {
  const minutes = pick(random, [-480, -300, 0, 0, 120, 330, 480])
  const instant = Date.UTC(2026, 0, 1) + Math.floor(random() * 365 * 24 * 60) * 60_000
  const local = new Date(instant + minutes * 60_000).toISOString().slice(0, 19)
  if (minutes === 0) return `${local}Z`
  const magnitude = Math.abs(minutes)
  const hours = String(Math.floor(magnitude / 60)).padStart(2, '0')
  const rest = String(magnitude % 60).padStart(2, '0')
  return `${local}${minutes < 0 ? '-' : '+'}${hours}:${rest}`
}

function adjustmentsInForce(rubric: RubricDocument, businessType: string | undefined, date: string): string {
  return (rubric.weightAdjustments ?? [])
    .map(
      ({ from, through, businessTypes }) =>
        (from ?? date) <= date &&
        date <= (through ?? date) &&
        (businessTypes === undefined || businessTypes.includes(businessType ?? '')),
    )
    .join()
}

function addDate(random: Random, rubric: RubricDocument, evaluation: EvaluationDocument): void {
  const isWanted = rubric.effective !== undefined || rubric.weightAdjustments !== undefined
  if (!isWanted && chance(random, 0.6)) return
  const { from, through } = rubric.effective ?? {}
  const isEffective = (date: string): boolean => (from ?? date) <= date && date <= (through ?? date)
  if (chance(random, 0.25)) {
    const start = randomDay(random)
    const days = [start]
    for (const _ of times(wholeNumber(random, 0, 40), (each) => each)) {
      const last = days.at(-1) ?? start
      const next = dayAfter(last)
      const isSame =
        adjustmentsInForce(rubric, evaluation.businessType, next) ===
        adjustmentsInForce(rubric, evaluation.businessType, start)
      if (!isSame || !isEffective(next)) break
      days.push(next)
    }
    evaluation.period = { from: start, through: days.at(-1) ?? start }
    return
  }
  const timeZone = rubric.timeZone ?? 'UTC'
  const instants = times(20, () => randomInstant(random))
  const edges = (rubric.weightAdjustments ?? []).flatMap(({ from, through }) => [from ?? through])
  const edge = edges.length === 0 ? undefined : edges[wholeNumber(random, 0, edges.length - 1)]
  if (edge !== undefined && chance(random, 0.3)) {
    // Within a few hours of a boundary, where the local date and the UTC date differ.
    const near = Date.parse(`${edge}T00:00:00Z`) + wholeNumber(random, -14, 38) * 3_600_000
    instants.unshift(new Date(near).toISOString())
  }
  const callAt = instants.find((instant) => isEffective(localDate(instant, timeZone)))
  evaluation.callAt = callAt ?? '2026-06-15T12:00:00Z'
}

function randomRating(random: Random, rubric: RubricDocument, item: Item): Json {
  const isGood = chance(random, 0.4)
  switch (item.kind ?? 'scale') {
    case 'scale': {
      const levels = levelsOf(rubric.scales ?? {}, item)
      return isGood ? Math.max(...levels) : pick(random, levels)
    }
    case 'yes-no':
      return isGood ? (item.fullWhen ?? 'yes') === 'yes' : chance(random, 0.5)
    case 'choice': {
      const ids = (item.options ?? []).map(({ id }) => id)
      return item.multiple ? some(random, ids, 0, ids.length) : pick(random, ids)
    }
    case 'numeric': {
      const declared = item.fact === undefined ? undefined : own(rubric.facts, item.fact)
      const decimals = declared?.type === 'integer' || chance(random, 0.7) ? 0 : 1
      return between(random, item.minimum ?? 0, item.maximum ?? 60, decimals)
    }
    case 'deduction': {
      const ids = (item.faults ?? []).map(({ id }) => id)
      return times(isGood ? 0 : wholeNumber(random, 0, 3), (): Json => {
        const id = pick(random, ids)
        if (chance(random, 0.5)) return id
        const entry: { [key: string]: Json } = { id }
        if (chance(random, 0.6)) entry.count = wholeNumber(random, 1, 4)
        if (chance(random, 0.3)) entry.comment = 'heard it'
        return entry
      })
    }
    case 'text':
      return pick(random, ['', 'calm and clear', '语速偏快'])
    case 'record':
      return randomRecord(random, item)
  }
}

function randomRecord(random: Random, { input, options = [] }: Item): Json {
  switch (input) {
    case 'number':
      return pick(random, [0, -3, 12.5, 1e21])
    case 'date':
      return pick(random, ['2026-03-01', '2024-02-29'])
    case 'choice':
      return pick(random, options).id
    default:
      return pick(random, ['', '订单 A-17', '5'])
  }
}

/** Rating bare, or with a comment beside it. */
function wrapped(random: Random, rating: Json): Json {
  return chance(random, 0.25) ? { rating, comment: 'a comment' } : rating
}

/** Whether the item is certain to give itself a level. */
function isSelfRating(rubric: RubricDocument, item: Item, facts: Facts): boolean {
  for (const { when } of item.rateWhen ?? []) {
    const truth = truthOf(when, facts, rubric.conditions)
    if (truth !== false) return truth === true
  }
  return false
}

function addRatings(random: Random, rubric: RubricDocument, evaluation: EvaluationDocument): void {
  const facts = new Map<string, Json>(Object.entries(evaluation.facts ?? {}))
  if (evaluation.businessType !== undefined) facts.set('businessType', evaluation.businessType)
  const ratings: [string, Json][] = []
  const rate = (id: string, rating: Json): void => {
    ratings.push([id, wrapped(random, rating)])
  }
  const applies = (node: Node): Truth =>
    node.appliesWhen === undefined ? true : truthOf(node.appliesWhen, facts, rubric.conditions)
  const mood = random()
  const notApplicableRate = mood < 0.06 ? 1 : mood < 0.5 ? 0.05 : 0.2

  const visitItem = (item: Item, isOut: boolean): void => {
    if (item.kind === 'record') {
      if (isOut) {
        if (chance(random, 0.2)) rate(item.id, 'na')
      } else if (item.mayBeNotApplicable && chance(random, 0.2)) rate(item.id, 'na')
      else if (chance(random, item.required ? 0.98 : 0.5)) rate(item.id, randomRating(random, rubric, item))
      return
    }
    if (isRecorded(item)) {
      if (chance(random, 0.5)) rate(item.id, randomRating(random, rubric, item))
      return
    }
    if (isOut || applies(item) === false) {
      if (chance(random, 0.3)) rate(item.id, 'na')
      return
    }
    if (item.mayBeNotApplicable && chance(random, notApplicableRate)) {
      rate(item.id, 'na')
      return
    }
    const measured = item.fact === undefined ? undefined : facts.get(item.fact)
    if (measured !== undefined) {
      if (chance(random, 0.3)) rate(item.id, measured)
      return
    }
    if (isSelfRating(rubric, item, facts) && chance(random, 0.5)) return
    // Very few are left unanswered, more where the item might have rated itself.
    if (chance(random, item.rateWhen === undefined ? 0.002 : 0.04)) return
    rate(item.id, randomRating(random, rubric, item))
  }
  const visitSection = (section: Section, isUnder: boolean): void => {
    let isOut = isUnder
    if (isOut || applies(section) === false) {
      isOut = true
      if (childrenOf(section).length > 0 && chance(random, 0.2)) rate(section.id, 'na')
    } else if (section.mayBeNotApplicable && chance(random, notApplicableRate * 0.6)) {
      isOut = true
      rate(section.id, 'na')
    }
    for (const item of section.items ?? []) visitItem(item, isOut)
    for (const child of section.sections ?? []) visitSection(child, isOut)
  }
  for (const section of rubric.sections) visitSection(section, false)
  evaluation.ratings = Object.fromEntries(chance(random, 0.2) ? shuffled(random, ratings) : ratings)
}

function randomMark(random: Random, id: string): Mark {
  if (chance(random, 0.6)) return id
  return chance(random, 0.5) ? { id } : { id, comment: 'at minute two' }
}

function addMarks(random: Random, rubric: RubricDocument, evaluation: EvaluationDocument): void {
  const vetoes = rubric.vetoes ?? []
  const marks = vetoes.flatMap((veto) => {
    const count = chance(random, 0.75) ? 0 : wholeNumber(random, 1, 3)
    return times(count, () => randomMark(random, veto.id))
  })
  const isRequired = vetoes.some(({ when, onRating }) => when === undefined && onRating === undefined)
  if (isRequired || marks.length > 0 || chance(random, 0.5)) {
    evaluation.vetoes = shuffled(random, marks)
  }
  const praised = (rubric.bonuses ?? []).filter(() => chance(random, 0.3))
  if (praised.length > 0 || chance(random, 0.2)) {
    evaluation.bonuses = shuffled(random, praised).map(({ id }) => randomMark(random, id))
  }
}

/**
 * An evaluation that fits the rubric, except that now and then something a decision needs is missing.
 * @param random - numbers from 0 up to but not including 1; the same numbers give the same evaluation
 */
export function randomEvaluation(random: Random, rubric: RubricDocument): EvaluationDocument {
  const evaluation: EvaluationDocument = { id: 'e1', rubric: rubric.id, ratings: {} }
  if (chance(random, 0.3)) evaluation.rubricVersion = rubric.version
  if (rubric.businessTypes !== undefined) {
    evaluation.businessType = pick(random, rubric.businessTypes).id
  }
  if (chance(random, 0.2)) evaluation.callId = 'c1'
  if (chance(random, 0.2)) evaluation.agentId = 'a1'
  if (chance(random, 0.1)) evaluation.teamId = 't1'
  if (chance(random, 0.1)) evaluation.evaluatorId = 'q1'
  if (chance(random, 0.1)) evaluation.purpose = pick(random, ['measure', 'coaching', 'targeted'] as const)
  addDate(random, rubric, evaluation)
  const isComplete = chance(random, 0.65)
  const facts = Object.entries(rubric.facts ?? {})
    .filter(() => isComplete || chance(random, 0.75))
    .map(([fact, declared]): [string, Json] => [fact, randomFactValue(random, fact, declared)])
  if (facts.length > 0 || chance(random, 0.5)) evaluation.facts = Object.fromEntries(facts)
  addRatings(random, rubric, evaluation)
  addMarks(random, rubric, evaluation)
  return evaluation
}
