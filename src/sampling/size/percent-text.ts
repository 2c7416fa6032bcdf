/** Writes a fraction as a percentage with two decimals, as messages show margins. */
export function percentText(fraction: number): string {
  return (fraction * 100).toFixed(2)
}
