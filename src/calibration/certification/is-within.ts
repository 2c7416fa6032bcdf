/**
 * Returns whether two scores count as the same. In doubles, differences of decimals such as 4.9 - 4.8 are a little off.
 */
export function isWithin(score: number, reference: number, tolerance: number): boolean {
  return Math.abs(score - reference) <= tolerance + 1e-9
}
