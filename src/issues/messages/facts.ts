import type { Issue } from '../issue.js'

/** What the sentence of an issue may name, whatever its code. */
export type Facts = Omit<Issue, 'code' | 'details'>

/** Words by a name of the code, such as the noun of a kind. */
export type WordsOf<Name extends string> = Readonly<Record<Name, string>>

/** The noun of a kind of name, and the key that declares such names where authors declare them apart. */
export type NounsOf<Name extends string> = Readonly<Record<Name, readonly [noun: string, key: string | undefined]>>

/** The received value; an absent one is excerpted as `undefined`, which is no word for people. */
export function received(issue: Facts): string | undefined {
  return issue.received === 'undefined' || issue.received === '' ? undefined : issue.received
}

export function expected(issue: Facts): string | undefined {
  return issue.expected === '' ? undefined : issue.expected
}

/** Puts an id or text of the user into quotes. */
export function quote<T extends string | undefined>(text: T): T extends string ? string : string | undefined
export function quote(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `"${text}"`
}

/** Whether an expectation is written as `0..6`, `..6` or `0..`. */
export function isRange(notation: string | undefined): boolean {
  return notation?.includes('..') === true && !notation.includes('"')
}

export function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim()
}

/** Code point of a character that cannot be shown, such as `U+3000`. */
export function codePoint(character: string | undefined): string | undefined {
  const code = character?.codePointAt(0)
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
