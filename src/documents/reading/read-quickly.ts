import { MAXIMUM_DEPTH } from './maximum-depth.js'
import { CERTAINLY_EXACT_LENGTH } from './number-fault.js'
import { takePlain } from './plain-copy.js'
import type { SizeLimits } from './size-limits.js'

/**
 * Reads a JSON text that is certainly free of faults with the runtime's own parser: one with no more colons than keys,
 * no escapes, and no number that is long or has an exponent.
 * @returns the object or list; undefined where the text has to be scanned
 */
export function readQuickly(text: string, limits: SizeLimits): object | undefined {
  const keys = text.length > limits.characters ? undefined : keysWritten(text)
  if (keys === undefined) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined
  return takePlain(parsed, limits.values)?.keys === keys ? parsed : undefined
}

const QUOTE = 34
const COLON = 58
const BACKSLASH = 92
const OPENING_BRACE = 123
const CLOSING_BRACE = 125

/** Colons outside strings; undefined where the text needs a closer look. */
function keysWritten(text: string): number | undefined {
  let colons = 0
  let depth = 0
  let digits = 0
  let isString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isString) {
      if (code === QUOTE) isString = false
      else if (code === BACKSLASH) return undefined
    } else if (code === QUOTE) {
      isString = true
      digits = 0
    } else if (code >= 45 && code <= 57) {
      // Digits, minus and point; a slash makes the parser refuse the text.
      if (++digits > CERTAINLY_EXACT_LENGTH) return undefined
    } else if (digits > 0 && (code === 69 || code === 101)) {
      return undefined
    } else {
      digits = 0
      if (code === COLON) colons++
      else if (toBrace(code) === OPENING_BRACE) {
        if (++depth > MAXIMUM_DEPTH) return undefined
      } else if (toBrace(code) === CLOSING_BRACE) depth--
    }
  }
  return colons
}

/** A square bracket is its brace but for one bit. */
function toBrace(code: number): number {
  return code | 32
}
