import { formatPath } from '../../issue.js'
import { expected, type Facts, isRange } from '../facts.js'

const TYPES: Readonly<Record<string, string>> = {
  'true | false': 'true or false',
  'number | integer': 'a number',
  'number | string | boolean': 'a number, a text, or true or false',
  number: 'a number',
  integer: 'a whole number',
  'integer >= 1': 'a whole number >= 1',
  string: 'a text',
  boolean: 'true or false',
  list: 'a list',
  array: 'a list',
  object: 'an object',
  '"..." | {"zh-CN": "...", "en": "..."}': 'a text, or {"zh-CN": "...", "en": "..."}',
}

/** Puts names of types into words; anything else stays as notation. */
export function typeWords(notation: string | undefined): string | undefined {
  if (notation === undefined || notation === '' || notation === 'undefined') return undefined
  const whole = TYPES[notation]
  if (whole !== undefined) return whole
  const parts = notation.split(' | ')
  return parts.every((part) => TYPES[part] !== undefined) ? parts.map((part) => TYPES[part]).join(' or ') : notation
}

/** Ids joined by ", ", quoted, and shortened where there are many. */
export function idList(ids: string): string {
  const all = ids.split(', ')
  const shown = all.slice(0, 10).map((id) => `"${id}"`)
  return (all.length > shown.length ? [...shown, '…'] : shown).join(', ')
}

export function join(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** The text with what leads to it and follows it, or nothing where there is none. */
export function after(lead: string, text: string | number | undefined, end = ''): string {
  return text === undefined || text === '' ? '' : `${lead}${text}${end}`
}

export function subject(noun: string, value: string | undefined): string {
  return value === undefined ? `This ${noun}` : `The ${noun} ${value}`
}

export function didYouMean(issue: Facts): string {
  return after('Did you mean "', issue.suggestion, '"?')
}

export function meantOr(issue: Facts, lead: string): string {
  return didYouMean(issue) || after(`${lead} `, expected(issue), '.')
}

/** For suggestions that are JSON and not names. */
export function literal(issue: Facts): string {
  return after('Write ', issue.suggestion, issue.suggestion?.startsWith('[') ? '.' : ' without quotes.')
}

/** `0..6`, `..6` or `0..` in words. */
export function range(notation: string | undefined): string | undefined {
  if (notation === undefined || !isRange(notation)) return notation
  const [least = '', greatest = ''] = notation.split('..')
  if (least !== '' && greatest !== '') return `from ${least} to ${greatest}`
  return least === '' ? `<= ${greatest}` : `>= ${least}`
}

/** Days `from..through` in words, either of them absent where open. */
export function span(notation: string | undefined): string | undefined {
  if (notation === undefined || !isRange(notation)) return notation
  const [from = '', through = ''] = notation.split('..')
  if (from !== '' && through !== '') return `${from} to ${through}`
  return from === '' ? `until ${through}` : `since ${from}`
}

export function under(parent: string): string {
  // The parent of the outermost sections is given as an empty name.
  return parent === '' ? 'of the outermost sections' : `under "${parent}"`
}

/** Where a row stands in its file, as the beginning of a sentence. */
export function line(issue: { readonly details: { readonly line?: number } }): string {
  return after('Line ', issue.details.line, ': ')
}

/** The argument at fault. */
export function place(issue: Facts): string | undefined {
  return issue.path.length === 0 ? undefined : formatPath(issue.path)
}
