/** Writes a share in percent with a fixed number of digits. */
export function percentText(fraction: number, digits = 1): string {
  return `${(fraction * 100).toFixed(digits)} %`
}
