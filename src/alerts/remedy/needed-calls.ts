import { normal } from '../../statistics/distributions/normal.js'
import { comparisonSize, secondSize } from '../../statistics/sizes/comparison-size.js'
import type { EffectSide } from './effect-side.js'

/** Number of calls that would decide, and the improvement that it is meant for. */
export interface NeededCalls {
  /** Calls to judge before, and as many after. */
  readonly callsASide: number
  /** Calls to judge after, with the sample before as it is; absent where it is too small for any number after. */
  readonly callsAfter?: number
  /** The improvement that they would find, over 0, in the unit of the measure. */
  readonly improvement: number
  /**
   * Where it comes from: `stated` the least one worth finding; `observed` what the samples show, since none was stated
   * or since they are as large as that takes; `halved` half of what is wrong, since nothing is stated or seen.
   */
  readonly basis: 'stated' | 'observed' | 'halved'
  /** Probability of finding it. */
  readonly power: number
}

/** Terms of the number of calls. */
export interface NeededTerms {
  readonly wanted: 'lower' | 'higher'
  readonly least: number | undefined
  readonly confidence: number
  readonly power: number
}

/**
 * Computes the calls that would decide.
 * Method: of simple samples `comparisonSize`; of others n = (z + z')^2 (v + v') / d^2, with what a call of each sample
 * adds to the variance taken from its own interval, so that the samples to come are thought of as drawn alike.
 * @param after - absent before there is one: then it is taken to be as the sample before, but better
 * @returns undefined where no improvement is possible, or none is stated and none can be named in its place
 */
export function neededCalls(
  before: EffectSide,
  after: EffectSide | undefined,
  terms: NeededTerms,
): NeededCalls | undefined {
  const { wanted, least, power } = terms
  const observed = after && (wanted === 'lower' ? before.estimate - after.estimate : after.estimate - before.estimate)
  const room = before.unit === 'mean' ? Number.POSITIVE_INFINITY : roomOf(before.estimate, wanted)
  const sizes = (improvement: number) => sizesFor(before, after, improvement, terms)

  if (least !== undefined) {
    const improvement = Math.min(least, room)
    if (!(improvement > 0)) return undefined
    const stated: NeededCalls = { ...sizes(improvement), improvement, basis: 'stated', power }
    if (after === undefined || observed === undefined || Math.min(before.n, after.n) < stated.callsASide) return stated
    // As large as that takes, and still open: the truth lies between none and the least, and the farther of both decides.
    const farther = Math.min(Math.max(observed, least - observed), room)
    return { ...sizes(farther), improvement: farther, basis: 'observed', power }
  }
  if (observed !== undefined && observed > 0)
    return { ...sizes(observed), improvement: observed, basis: 'observed', power }
  const improvement = room / 2
  if (!(improvement > 0 && Number.isFinite(improvement))) return undefined
  const halved: NeededCalls = { ...sizes(improvement), improvement, basis: 'halved', power }
  // Samples large enough to see half of it gone that show no improvement: only a stated least improvement decides.
  return after !== undefined && Math.min(before.n, after.n) >= halved.callsASide ? undefined : halved
}

/** Returns how far a share can improve. */
function roomOf(share: number, wanted: 'lower' | 'higher'): number {
  return wanted === 'lower' ? share : 1 - share
}

function sizesFor(
  before: EffectSide,
  after: EffectSide | undefined,
  improvement: number,
  { wanted, confidence, power }: NeededTerms,
): Pick<NeededCalls, 'callsASide' | 'callsAfter'> {
  if (before.counts !== undefined && (after === undefined || after.counts !== undefined)) {
    const target = wanted === 'lower' ? before.estimate - improvement : before.estimate + improvement
    const input = { first: before.estimate, second: Math.min(1, Math.max(0, target)), confidence, power }
    const callsAfter = secondSize(input, before.n)
    return { callsASide: comparisonSize(input), ...(callsAfter !== undefined && { callsAfter }) }
  }
  const z = normal.quantile((1 + confidence) / 2)
  const reach = ((z + normal.quantile(power)) / improvement) ** 2
  const [better, worse] = wanted === 'lower' ? (['lower', 'upper'] as const) : (['upper', 'lower'] as const)
  const spreadBefore = (Math.abs(before[better] - before.estimate) / z) ** 2
  const spreadAfter = after === undefined ? spreadBefore : (Math.abs(after[worse] - after.estimate) / z) ** 2
  const sizeAfter = after === undefined ? before.n : after.n
  const callsASide = Math.max(1, Math.ceil(reach * (spreadBefore * before.n + spreadAfter * sizeAfter)))
  const rest = 1 / reach - spreadBefore
  if (rest <= 0) return { callsASide }
  const callsAfter = Math.max(1, Math.ceil((spreadAfter * sizeAfter) / rest))
  return Number.isSafeInteger(callsAfter) ? { callsASide, callsAfter } : { callsASide }
}
