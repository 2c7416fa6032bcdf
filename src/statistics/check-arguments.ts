import { refuse } from '../issues/refuse.js'

export function checkNumber(name: string, value: number): void {
  if (typeof value !== 'number' || Number.isNaN(value)) refuse('statistics/argument', [name], 'number', value)
}

export function checkFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) refuse('statistics/argument', [name], 'finite number', value)
}

export function checkPositive(name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) refuse('statistics/argument', [name], 'number > 0', value)
}

/** Refuses a value that is no share or probability from 0 to 1, both allowed. */
export function checkShare(name: string, value: number): void {
  if (!(typeof value === 'number' && value >= 0 && value <= 1))
    refuse('statistics/argument', [name], '0..1', value, asFraction(value))
}

/** Refuses a value that is not strictly between 0 and 1, as a confidence or a margin has to be. */
export function checkOpenShare(name: string, value: number): void {
  if (!(typeof value === 'number' && value > 0 && value < 1))
    refuse('statistics/argument', [name], '> 0, < 1', value, asFraction(value))
}

export function checkWhole(name: string, value: number, least?: number, greatest?: number): void {
  if (Number.isSafeInteger(value) && value >= (least ?? value) && value <= (greatest ?? value)) return
  if (least === undefined) refuse('statistics/argument', [name], 'integer', value)
  refuse(
    'statistics/argument',
    [name],
    greatest === undefined ? `integer >= ${least}` : `integer, ${least}..${greatest}`,
    value,
  )
}

/** Refuses null, undefined and lists, which callers without types pass in place of an object. */
export function checkObject(name: string, value: object): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse('statistics/argument', [name], 'object', value)
}

/** Suggests 0.95 for 95: documents hold percentages, arguments of functions fractions. */
function asFraction(value: unknown): string | undefined {
  return typeof value === 'number' && value > 1 && value <= 100 ? String(value / 100) : undefined
}
