import { parseInstant } from '../../documents/time/instant.js'
import { localTimes } from '../../documents/time/local-times.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import type { Manifest } from '../manifest/manifest.js'

/**
 * Checks that the seed was fixed before the last call, so that it cannot have been chosen for the calls that it draws.
 * @param lastCallAt - wall time by the data; the manifest's own may have been changed together with the seed
 */
export function checkSeedTime(manifest: Manifest, lastCallAt: string | undefined): readonly Issue[] {
  const draft = draftOf(manifest, lastCallAt)
  return draft ? [issueOf(draft, undefined)] : []
}

function draftOf({ seedFixedAt, design }: Manifest, lastCallAt: string | undefined): IssueDraft | undefined {
  const path = ['seedFixedAt']
  if (seedFixedAt === undefined) return { code: 'sampling/seed-not-fixed', severity: 'warning', path }
  const instant = parseInstant(seedFixedAt)
  if (Number.isNaN(instant)) return { code: 'document/instant', path, received: excerptOf(seedFixedAt) }
  if (lastCallAt === undefined) return undefined
  const fixed = localTimes(design.timeZone ?? 'UTC')(instant)
  if (fixed <= parseInstant(`${lastCallAt}Z`)) return undefined
  return { code: 'sampling/seed-late', path, expected: lastCallAt, received: seedFixedAt }
}
