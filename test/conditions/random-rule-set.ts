import seedrandom from 'seedrandom'
import type { Condition, FactDefinition, Leaf, LeafValue } from '../../src/conditions/index.js'

/** Some conditions over the same facts, all of which are there and reach wherever a path goes. */
export interface RuleSet {
  readonly facts: Readonly<Record<string, unknown>>
  readonly named: Readonly<Record<string, Condition>>
  readonly rules: readonly Condition[]
}

export const DECLARED: Readonly<Record<string, FactDefinition>> = {
  waitSeconds: { type: 'number', minimum: -5, maximum: 5 },
  transfers: { type: 'integer' },
  // Every object has an inherited member of this name.
  toString: { type: 'number' as const },
  product: { type: 'string' },
  tier: { type: 'string', values: ['basic', 'gold', '2', '', 'constructor'] },
  isRepeat: { type: 'boolean' },
  scores: { type: 'list' },
  keywords: { type: 'list' },
  flags: { type: 'list' },
  hourlyScores: { type: 'list' },
  topicGroups: { type: 'list' },
  customer: { type: 'object' },
}

/** Few values, so that equal ones meet often; texts that look like numbers, so that coercion would show. */
const NUMBERS = [-2, 0, 0.5, 1, 2, 3]
const TEXTS = ['basic', 'gold', '2', '', 'constructor']

type Scalar = 'number' | 'text' | 'truth'
/** What a comparison sees on one side: a scalar inside as many lists. */
interface Shape {
  readonly scalar: Scalar
  readonly lists: 0 | 1 | 2
}

interface Place {
  readonly fact: string
  readonly path?: string
  readonly shape: Shape | 'null'
}

export class RuleSetMaker {
  private readonly random: () => number
  private places: readonly Place[] = []
  private leavesLeft = 0

  constructor(seed: string) {
    this.random = seedrandom(seed)
  }

  make(): RuleSet {
    const facts = this.facts()
    this.places = placesIn(facts)
    const names: string[] = []
    const named: Record<string, Condition> = {}
    for (const name of ['rush', 'constructor', '老客户'].slice(0, this.whole(0, 3))) {
      named[name] = this.condition(names, this.whole(1, 2), 4)
      names.push(name)
    }
    const rules = Array.from({ length: this.whole(1, 4) }, () => this.condition(names, this.whole(1, 4), 12))
    return { facts, named, rules }
  }

  private facts(): Record<string, unknown> {
    const list = <T>(make: () => T): T[] => Array.from({ length: this.whole(0, 3) }, make)
    return {
      waitSeconds: this.number(),
      transfers: this.pick([-2, 0, 1, 2]),
      toString: this.number(),
      product: this.pick(TEXTS),
      tier: this.pick(TEXTS),
      isRepeat: this.truth(),
      scores: list(() => this.number()),
      keywords: list(() => this.pick(TEXTS)),
      flags: list(() => this.truth()),
      hourlyScores: list(() => list(() => this.number())),
      topicGroups: list(() => list(() => this.pick(TEXTS))),
      customer: {
        age: this.number(),
        length: this.number(),
        'home town': this.pick(TEXTS),
        级别: { 今年: this.pick(TEXTS), '2025': this.truth() },
        constructor: { name: this.pick(TEXTS) },
        calls: [{ minutes: this.number(), tags: list(() => this.pick(TEXTS)) }, { minutes: this.number() }],
        nothing: null,
      },
    }
  }

  private condition(names: readonly string[], depth: number, leaves: number): Condition {
    this.leavesLeft = leaves
    const kind = this.pick(['all', 'any', 'any', 'not', ...(names.length > 0 ? ['condition'] : [])])
    if (kind === 'condition') return { condition: this.pick(names) }
    return this.junction(kind, names, depth)
  }

  private junction(kind: string, names: readonly string[], depth: number): Condition {
    if (kind === 'not') return { not: this.part(names, depth - 1) }
    const parts = Array.from({ length: this.pick([1, 2, 2, 3, 4]) }, () => this.part(names, depth - 1))
    return {
      ...(kind === 'all' ? { all: parts } : { any: parts }),
      ...(this.chance(0.1) && { note: { 'zh-CN': '备注', en: 'a note' } }),
    }
  }

  private part(names: readonly string[], depth: number): Condition | Leaf {
    if (names.length > 0 && this.chance(0.15)) return { condition: this.pick(names) }
    if (depth <= 0 || this.leavesLeft <= 0 || this.chance(0.4)) {
      this.leavesLeft--
      return this.leaf()
    }
    return this.junction(this.pick(['all', 'any', 'not']), names, depth)
  }

  /**
   * From the plain operator outwards: each decorator says what the sides have to be for what it hands on.
   */
  private leaf(): Leaf {
    for (;;) {
      const { base, left, right } = this.base()
      let [a, b] = [left, right]
      let operator = base
      for (let count = this.pick([0, 0, 0, 1, 1, 2, 3]); count > 0; count--) {
        const decorator = this.pick(['not', 'swap', 'someFact', 'everyFact', 'someValue', 'everyValue'])
        if (decorator === 'swap') [a, b] = [b, a]
        else if (decorator === 'someFact' || decorator === 'everyFact') {
          const wrapped = inList(a)
          if (!wrapped) continue
          a = wrapped
        } else if (decorator !== 'not') {
          const wrapped = inList(b)
          if (!wrapped) continue
          b = wrapped
        }
        operator = `${decorator}:${operator}`
      }
      const place = this.place(a, operator)
      const value = place && this.value(b, operator)
      if (place && value !== undefined) {
        const { shape: _shape, ...reference } = place
        return { ...reference, operator, value }
      }
    }
  }

  private base(): { base: string; left: Shape; right: Shape } {
    const base = this.pick([
      ...['equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain'],
      ...['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
    ])
    const scalar: Scalar = /Than/.test(base) ? 'number' : this.pick(['number', 'text', 'truth'])
    const one: Shape = { scalar, lists: 0 }
    const many: Shape = { scalar, lists: 1 }
    if (base === 'in' || base === 'notIn') return { base, left: one, right: many }
    if (base === 'contains' || base === 'doesNotContain') return { base, left: many, right: one }
    return { base, left: one, right: one }
  }

  /** A fact, with or without a path, of the shape; sometimes a path to another scalar, which Engine allows as well. */
  private place(shape: Shape, operator: string): Place | undefined {
    const compares = /equal|Than/i.test(operator)
    if (compares && shape.lists === 0 && this.chance(0.1)) {
      const other = this.places.filter(
        (place) => place.path !== undefined && (place.shape === 'null' || place.shape.lists === 0),
      )
      return this.pick(other)
    }
    const fitting = this.places.filter(
      (place) => place.shape !== 'null' && place.shape.scalar === shape.scalar && place.shape.lists === shape.lists,
    )
    return fitting.length > 0 ? this.pick(fitting) : undefined
  }

  private value(shape: Shape, operator: string): LeafValue | undefined {
    // A literal list of lists is outside the subset.
    if (shape.lists === 2 || this.chance(0.25)) {
      const place = this.place(shape, operator)
      if (!place) return undefined
      const { shape: _shape, ...reference } = place
      return reference
    }
    if (shape.lists === 1) return Array.from({ length: this.whole(1, 4) }, () => this.scalar(shape.scalar))
    return this.scalar(shape.scalar)
  }

  private scalar(scalar: Scalar): number | string | boolean {
    return scalar === 'number' ? this.number() : scalar === 'text' ? this.pick(TEXTS) : this.truth()
  }

  private number(): number {
    return this.pick(NUMBERS)
  }

  private truth(): boolean {
    return this.chance(0.5)
  }

  private chance(probability: number): boolean {
    return this.random() < probability
  }

  private whole(least: number, greatest: number): number {
    return least + Math.floor(this.random() * (greatest - least + 1))
  }

  private pick<T>(choices: readonly T[]): T {
    // The index is within the list, which is never empty.
    return choices[this.whole(0, choices.length - 1)] as T
  }
}

function inList({ scalar, lists }: Shape): Shape | undefined {
  return lists === 2 ? undefined : { scalar, lists: lists === 0 ? 1 : 2 }
}

/** Members that paths reach by the other notation. */
const QUOTED = new Set(['home town', 'constructor', 'calls'])

/** Every place that a leaf can refer to: the facts themselves, and what paths reach in these very values. */
function placesIn(facts: Readonly<Record<string, unknown>>): readonly Place[] {
  const places: Place[] = []
  for (const [fact, value] of Object.entries(facts)) {
    const shape = shapeOf(value, fact)
    if (shape) places.push({ fact, shape })
    visit(value, '$', (path, reached) => {
      const found = shapeOf(reached, path)
      if (found) places.push({ fact, path, shape: found })
    })
  }
  return places
}

function visit(value: unknown, path: string, found: (path: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${key}]` : QUOTED.has(key) ? `[${JSON.stringify(key)}]` : `.${key}`
    found(path + step, member)
    visit(member, path + step, found)
  }
}

/** An empty list is of the shape that its name promises, so that it stands where a full one could. */
const SHAPES: Readonly<Record<string, Shape>> = {
  scores: { scalar: 'number', lists: 1 },
  keywords: { scalar: 'text', lists: 1 },
  flags: { scalar: 'truth', lists: 1 },
  hourlyScores: { scalar: 'number', lists: 2 },
  topicGroups: { scalar: 'text', lists: 2 },
}

function shapeOf(value: unknown, name: string): Shape | 'null' | undefined {
  if (value === null) return 'null'
  if (typeof value === 'number') return { scalar: 'number', lists: 0 }
  if (typeof value === 'string') return { scalar: 'text', lists: 0 }
  if (typeof value === 'boolean') return { scalar: 'truth', lists: 0 }
  if (!Array.isArray(value)) return undefined
  if (Object.hasOwn(SHAPES, name)) return SHAPES[name]
  const inner = value.length > 0 ? shapeOf(value[0], '') : undefined
  return inner && inner !== 'null' ? inList(inner) : undefined
}
