import type { PathSegment } from '../issues/index.js'
import { CallgradeError } from '../issues/index.js'

/** What is refused is shown by at most this many characters. */
const RECEIVED_LENGTH = 60

/**
 * Refuses an argument.
 * @param path - the parameter, and the field within it
 * @param expected - what would have been right, in a notation of no language: `0..1`, `integer >= 1`
 * @throws CallgradeError `statistics/argument`, always
 */
export function refuse(path: readonly PathSegment[], expected: string, received: unknown, suggestion?: string): never {
  throw new CallgradeError([
    {
      code: 'statistics/argument',
      severity: 'error',
      path,
      expected,
      received: excerpt(received),
      ...(suggestion !== undefined && { suggestion }),
    },
  ])
}

export function checkNumber(name: string, value: number): void {
  if (typeof value !== 'number' || Number.isNaN(value)) refuse([name], 'number', value)
}

export function checkFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) refuse([name], 'finite number', value)
}

export function checkPositive(name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) refuse([name], 'number > 0', value)
}

/** A share or probability, 0 and 1 allowed. */
export function checkShare(name: string, value: number): void {
  if (!(typeof value === 'number' && value >= 0 && value <= 1)) refuse([name], '0..1', value, asFraction(value))
}

/** A share or probability strictly between 0 and 1, as a confidence or a margin has to be. */
export function checkOpenShare(name: string, value: number): void {
  if (!(typeof value === 'number' && value > 0 && value < 1)) refuse([name], '> 0, < 1', value, asFraction(value))
}

export function checkWhole(name: string, value: number, least?: number, greatest?: number): void {
  if (Number.isSafeInteger(value) && value >= (least ?? value) && value <= (greatest ?? value)) return
  if (least === undefined) refuse([name], 'integer', value)
  refuse([name], greatest === undefined ? `integer >= ${least}` : `integer, ${least}..${greatest}`, value)
}

/** Callers without types pass nothing, or a list, where an object belongs. */
export function checkObject(name: string, value: object): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse([name], 'object', value)
}

/** 95 where 0.95 was meant: percents stand in documents, fractions in calls. */
function asFraction(value: unknown): string | undefined {
  return typeof value === 'number' && value > 1 && value <= 100 ? String(value / 100) : undefined
}

function excerpt(value: unknown): string {
  const text =
    typeof value === 'string' || (typeof value === 'object' && value !== null) ? jsonOf(value) : String(value)
  return text.length > RECEIVED_LENGTH ? `${text.slice(0, RECEIVED_LENGTH - 1)}…` : text
}

/** A cyclic value or a BigInt within has no JSON. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value
  } catch {
    return typeof value
  }
}
