import { excerptOf } from '../../issues/excerpt-of.js'
import type { PathSegment } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { MAXIMUM_DEPTH } from './maximum-depth.js'
import { MAXIMUM_ISSUES } from './maximum-issues.js'

/** A value as JSON knows it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * A document in the forms that functions accept: JSON text, the typed value, or a value whose type says less, such as
 * an imported JSON file; all three are checked alike.
 */
export type DocumentInput<T> = T | string | Readonly<Record<string, unknown>>

export interface PlainCopy {
  readonly value: unknown
  readonly drafts: readonly IssueDraft[]
  /** Keys of all objects together; a text with more colons than this repeats a key. */
  readonly keys: number
  /** Paths, as JSON, of values that JSON cannot hold; the copy has null there. */
  readonly unreadable: ReadonlySet<string>
  /** Whether the value was left before its end. */
  readonly isCutOff: boolean
}

/**
 * Copies a caller's value into plain arrays and objects, so that nothing the caller does later changes a compiled
 * document, and rejects what JSON cannot hold: functions, class instances, cycles, NaN, holes, `__proto__` keys.
 */
export function copyPlain(input: unknown, maximumValues: number): PlainCopy {
  const copier = new Copier(maximumValues)
  const value = copier.copy(input, 0)
  return { value, drafts: copier.drafts, keys: copier.keys, unreadable: copier.unreadable, isCutOff: copier.stopped }
}

/**
 * Takes the result of JSON.parse without a copy, for a text without numbers beyond doubles: it is plain and not shared,
 * so that looking through it is enough.
 * @returns undefined where it holds something that has to be reported; `copyPlain` reports it
 */
export function takePlain(parsed: unknown, maximumValues: number): PlainCopy | undefined {
  const count = new PlainCount(maximumValues)
  return count.take(parsed)
    ? { value: parsed, drafts: [], keys: count.keys, unreadable: NOTHING_UNREADABLE, isCutOff: false }
    : undefined
}

const NOTHING_UNREADABLE: ReadonlySet<string> = new Set()

/** Looks through a parsed value and counts its keys. */
class PlainCount {
  keys = 0
  private values = 0

  constructor(private readonly maximumValues: number) {}

  /** False where it holds something that has to be reported. */
  take(value: unknown): boolean {
    if (++this.values > this.maximumValues) return false
    // Negative zero is made zero by a copy.
    if (typeof value !== 'object') return value !== 0 || !Object.is(value, -0)
    if (value === null) return true
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) if (!this.take(value[index])) return false
      return true
    }
    const members = value as Readonly<Record<string, unknown>>
    for (const key in members) {
      this.keys++
      if (key === '__proto__' || !this.take(members[key])) return false
    }
    return true
  }
}

class Copier {
  readonly drafts: IssueDraft[] = []
  readonly unreadable = new Set<string>()
  keys = 0
  stopped = false
  private values = 0
  private readonly path: PathSegment[] = []
  private readonly ancestors = new Set<object>()

  constructor(private readonly maximumValues: number) {}

  copy(value: unknown, depth: number): unknown {
    if (this.stopped) return null
    if (++this.values > this.maximumValues) {
      this.stop('document/too-large', `<= ${this.maximumValues}`, { maximum: this.maximumValues })
      return null
    }
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number') {
      // Negative zero is zero: JSON's printers say so too.
      if (Number.isFinite(value)) return value === 0 ? 0 : value
      return this.refuse(value, 'number')
    }
    if (typeof value !== 'object') return this.refuse(value, 'null | boolean | number | string | array | object')
    if (depth >= MAXIMUM_DEPTH) {
      this.stop('document/too-deep', `<= ${MAXIMUM_DEPTH}`, { maximum: MAXIMUM_DEPTH })
      return null
    }
    if (this.ancestors.has(value)) return this.refuse(value, 'no cycle')
    this.ancestors.add(value)
    const copy = Array.isArray(value) ? this.copyArray(value, depth) : this.copyObject(value, depth)
    this.ancestors.delete(value)
    return copy
  }

  private copyArray(value: readonly unknown[], depth: number): unknown[] {
    const copy: unknown[] = []
    for (let index = 0; index < value.length && !this.stopped; index++) {
      this.path.push(index)
      copy.push(this.copy(value[index], depth + 1))
      this.path.pop()
    }
    return copy
  }

  private copyObject(value: object, depth: number): unknown {
    const prototype: unknown = Object.getPrototypeOf(value)
    // An object of another realm has another Object.prototype, whose own prototype is null like ours.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return this.refuse(value, 'object')
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      this.keys++
      this.path.push(key)
      if (key === '__proto__') {
        this.tell({ code: 'document/forbidden-key', path: [...this.path], at: 'key', received: '"__proto__"' })
      } else {
        const member: unknown = (value as Record<string, unknown>)[key]
        // A member that is undefined is absent, as JSON.stringify has it.
        if (member !== undefined) copy[key] = this.copy(member, depth + 1)
      }
      this.path.pop()
      if (this.stopped) break
    }
    return copy
  }

  private refuse(value: unknown, expected: string): null {
    this.unreadable.add(JSON.stringify(this.path))
    this.tell({ code: 'document/not-plain', path: [...this.path], expected, received: nameOf(value) })
    return null
  }

  private tell(draft: IssueDraft): void {
    this.drafts.push(draft)
    if (this.drafts.length >= MAXIMUM_ISSUES) this.stopped = true
  }

  private stop(
    code: 'document/too-deep' | 'document/too-large',
    expected: string,
    details: { readonly maximum: number },
  ): void {
    this.stopped = true
    this.drafts.push({ code, path: this.path.slice(0, 10), expected, details })
  }
}

/** Short, and without running code of the value's own: a class by the name of its constructor. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return excerptOf(value)
  const prototype: unknown = Object.getPrototypeOf(value)
  const descriptor =
    typeof prototype === 'object' && prototype !== null
      ? Object.getOwnPropertyDescriptor(prototype, 'constructor')
      : undefined
  return typeof descriptor?.value === 'function' ? String(descriptor.value.name) : 'object'
}
