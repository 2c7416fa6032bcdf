import { sum } from '../../../statistics/sum.js'
import type { VarianceTerm } from './total-variance.js'

/** Computes the term of a stratum whose drawn calls have these residuals. */
export function residualTerm(size: number, residuals: readonly number[]): VarianceTerm {
  const total = sum(residuals)
  const middle = total / residuals.length
  let [squares, largest] = [0, 0]
  for (const residual of residuals) {
    const square = (residual - middle) ** 2
    squares += square
    largest = Math.max(largest, square)
  }
  return { size, drawn: residuals.length, squares, largest, sum: total }
}
