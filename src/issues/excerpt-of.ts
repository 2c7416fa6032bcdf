/** Longest text that an excerpt shows, in UTF-16 units. */
const EXCERPT_LENGTH = 60

/** Most keys of an object that an excerpt shows. */
const EXCERPT_KEYS = 5

/**
 * Shows a received value as short JSON, for `Issue.received`. Never calls code of the value.
 * @example
 * excerptOf(['a', 1]) //=> '["a",1]'
 */
export function excerptOf(value: unknown): string {
  if (value === undefined) return 'undefined'
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return typeof value
  if (typeof value === 'string')
    return JSON.stringify(value.length > EXCERPT_LENGTH ? `${value.slice(0, EXCERPT_LENGTH)}…` : value)
  if (Array.isArray(value)) return excerptOfList(value)
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value)
    const shown = keys.slice(0, EXCERPT_KEYS).map((key) => JSON.stringify(key.slice(0, EXCERPT_LENGTH)))
    return `{${shown.join(', ')}${keys.length > EXCERPT_KEYS ? ', …' : ''}}`
  }
  return JSON.stringify(value)
}

function excerptOfList(list: readonly unknown[]): string {
  const parts: string[] = []
  let length = 0
  for (const element of list) {
    const part = Array.isArray(element) ? '[…]' : excerptOf(element)
    length += part.length
    if (length > EXCERPT_LENGTH) return `[${[...parts, '…'].join(',')}]`
    parts.push(part)
  }
  return `[${parts.join(',')}]`
}
