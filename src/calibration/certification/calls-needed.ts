import { studentT } from '../../statistics/index.js'
import { type BiasCheck, outcomeOfBias } from './bias-check.js'
import { ONE_SIDED_CONFIDENCE } from './certification-check.js'
import { type ShareCheck, shareCheck } from './share-check.js'
import type { VetoCheck } from './veto-check.js'

/** Largest number of calls that is tried. */
const FURTHEST = 2_000

/** Calls counted so far, and what they show. */
export interface CountedCalls {
  readonly calls: number
  readonly unrated: number
  readonly share: ShareCheck
  readonly bias: BiasCheck
  readonly vetoes: VetoCheck
}

/**
 * Finds the least number of calls at which all checks hold, or one fails, if share, spread and vetoes stay as they are.
 * @returns undefined where no number up to 2,000 decides
 */
export function callsNeeded(
  { calls, share, bias, vetoes, unrated }: CountedCalls,
  {
    leastShare,
    greatestBias,
    leastVetoes,
    leastCalls,
  }: { leastShare: number; greatestBias: number; leastVetoes: number; leastCalls: number },
): number | undefined {
  if (calls === 0) return undefined
  const judged = calls - unrated
  const { value: middle = 0, lower = 0 } = bias.value ?? {}
  const reach = middle - lower
  const deviation = judged > 1 ? (reach * Math.sqrt(judged)) / studentT.quantile(ONE_SIDED_CONFIDENCE, judged - 1) : 0
  for (let n = Math.max(calls, leastCalls); n <= FURTHEST; n++) {
    const shareThen = shareCheck(Math.round(share.value.value * n), n, leastShare).outcome
    const reachThen = (studentT.quantile(ONE_SIDED_CONFIDENCE, n - 1) * deviation) / Math.sqrt(n)
    const biasThen = outcomeOfBias(middle - reachThen, middle + reachThen, greatestBias)
    if (shareThen === 'fails' || biasThen === 'fails') return n > calls ? n : undefined
    const vetoesThen = Math.floor((vetoes.value.reference * n) / calls)
    if (shareThen === 'holds' && biasThen === 'holds' && vetoesThen >= leastVetoes) return n > calls ? n : undefined
  }
  return undefined
}
