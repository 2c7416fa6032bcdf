import type { UntestableGroup } from '../alert.js'
import type { RateReference } from '../policy/alert-policy.js'
import type { RateData } from './rate-data.js'

/** Returns why the data cannot be tested at all; undefined where they can. */
export function obstacleOf(data: RateData, reference: RateReference): UntestableGroup['reason'] | undefined {
  if (data.rated === 0) return data.found === 0 ? 'too-few' : 'more-found-than-rated'
  if (data.strata.some(({ rated, found }) => found > rated)) return 'more-found-than-rated'
  if (!('history' in reference)) return undefined
  if (data.strata.some(({ othersRated, othersFound }) => othersFound > othersRated)) return 'more-found-than-rated'
  return data.strata.every(({ othersRated }) => othersRated === 0) ? 'no-history' : undefined
}
