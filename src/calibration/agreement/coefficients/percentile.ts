/** Computes a percentile between order statistics, as most programs do (type 7 of Hyndman and Fan 1996). */
export function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const [low = 0, high = low] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]]
  return low + (high - low) * (place - below)
}
