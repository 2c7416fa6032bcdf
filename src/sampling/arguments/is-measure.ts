/** Spreads and costs outside these bounds are no measurements, and their squares leave the range of doubles. */
const LEAST_MEASURE = 1e-75
const GREATEST_MEASURE = 1e75

/** Checks for a measured number over 0: within 1e-75 to 1e75. */
export function isMeasure(value: unknown): value is number {
  return typeof value === 'number' && value >= LEAST_MEASURE && value <= GREATEST_MEASURE
}
