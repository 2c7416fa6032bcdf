import { instantOf } from '../../documents/time/instant.js'
import type { Exposure } from '../finding.js'
import { recordKey } from '../findings/record-key.js'

/** One rating of a record. */
export interface RecordVersion {
  readonly at: number
  readonly evaluationId: string | undefined
}

/** Returns the ratings of every record, in order of time. */
export function versionsOf(exposures: readonly Exposure[]): ReadonlyMap<string, readonly RecordVersion[]> {
  const versions = new Map<string, RecordVersion[]>()
  for (const exposure of exposures) {
    if (exposure.evaluationId === undefined || exposure.ratedAt === undefined) continue
    const at = instantOf(exposure.ratedAt)
    const key = recordKey(exposure)
    const known = versions.get(key)
    if (!known) versions.set(key, [{ at, evaluationId: exposure.evaluationId }])
    else if (known.every((version) => version.at !== at)) known.push({ at, evaluationId: exposure.evaluationId })
  }
  for (const known of versions.values()) known.sort((a, b) => a.at - b.at)
  return versions
}
