import type { Issue, PathSegment } from '../issues/issue.js'

/** Spreads and costs beyond are no measurements, and their squares leave the range of doubles. */
const LEAST_MEASURE = 1e-75
const GREATEST_MEASURE = 1e75

/** An issue of a call whose argument is wrong. */
export function argumentIssue(path: readonly PathSegment[], expected: string, received: unknown): Issue {
  return { code: 'sampling/argument', severity: 'error', path, expected, received: textOf(received) }
}

/** A whole number from 0 on. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** A number over 0 that was measured: within 1e-75 to 1e75. */
export function isMeasure(value: unknown): value is number {
  return typeof value === 'number' && value >= LEAST_MEASURE && value <= GREATEST_MEASURE
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (value === null || typeof value !== 'object') return String(value)
  return Array.isArray(value) ? `[${value.length}]` : 'object'
}
