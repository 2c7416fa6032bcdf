import { instantOf } from '../../documents/time/instant.js'
import type { Exposure } from '../finding.js'
import { recordKey } from '../findings/record-key.js'
import { versionsOf } from './record-versions.js'

/** Ratings from when they were known until a later rating of the same call replaced them, in milliseconds. */
export interface ExposureLife {
  readonly exposure: Exposure
  /** Undefined: known from the beginning. */
  readonly from: number | undefined
  readonly until: number | undefined
}

/** Returns the time in which each row counts. */
export function exposureLives(exposures: readonly Exposure[]): readonly ExposureLife[] {
  const versions = versionsOf(exposures)
  return exposures.map((exposure) => {
    if (exposure.ratedAt === undefined) return { exposure, from: undefined, until: undefined }
    const from = instantOf(exposure.ratedAt)
    const later =
      exposure.evaluationId === undefined ? undefined : versions.get(recordKey(exposure))?.find(({ at }) => at > from)
    return { exposure, from, until: later?.at }
  })
}
