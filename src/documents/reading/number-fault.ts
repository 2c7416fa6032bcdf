import type { TextFault } from './text-fault.js'

/** Numbers up to this many characters without an exponent are exact. */
export const CERTAINLY_EXACT_LENGTH = 15

/** Makes the fault of a number that no double holds as written; undefined for any other number. */
export function numberFault(written: string, offset: number): TextFault | undefined {
  const read = Number(written)
  if (Number.isNaN(read)) return undefined
  if (Number.isFinite(read) && digitsOf(written) === digitsOf(String(read))) return undefined
  return {
    code: 'document/number-precision',
    offset,
    received: written.slice(0, 60),
    ...(Number.isFinite(read) && { suggestion: String(read) }),
  }
}

/** Returns the significant digits and magnitude of a number's text, so that 1.50e2 and 150 compare equal. */
function digitsOf(written: string): string {
  const match = /^-?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(written)
  if (!match) return written
  const [, whole = '', fraction = '', exponent = '0'] = match
  const leading = (whole + fraction).replace(/^0+/, '')
  const significant = leading.replace(/0+$/, '')
  if (significant === '') return '0'
  const magnitude = Number(exponent) - fraction.length + (leading.length - significant.length)
  return `${written.startsWith('-') ? '-' : ''}${significant}e${magnitude}`
}
