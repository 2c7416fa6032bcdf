import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import type { CollectedKeys } from '../draw/collected-keys.js'
import { manifestOfDraw } from '../draw/manifest-of-draw.js'
import type { FrameCounts } from '../frame/frame-counts.js'
import type { Sha256 } from '../keys/sha256.js'
import type { Manifest } from '../manifest/manifest.js'
import { planSample } from '../size/plan-sample.js'
import { withReplacement } from './with-replacement.js'

/**
 * Draws the sample that design, seed and data give, and makes the manifest's replacements again.
 * @param counts - of the data as they are now
 * @param keys - the calls of the data that may be in the sample
 * @throws CallgradeError with the faults of data that can no longer be planned for
 */
export function redraw(
  manifest: Manifest,
  counts: FrameCounts,
  keys: CollectedKeys,
  hash: Sha256,
): { readonly expected: Manifest; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const grow = manifest.minima && {
    strata: Object.entries(manifest.minima).map(([key, n]) => ({ key, n })),
  }
  const plan = planSample(counts, {
    ...(grow && { grow }),
    ...(manifest.givenTotal !== undefined && { total: Math.min(manifest.givenTotal, counts.N) }),
  })
  let expected = manifestOfDraw({ ...keys, plan }, { hash })
  for (const [index, { callId, reason, replacedBy }] of manifest.replacements.entries()) {
    const path = ['replacements', index]
    try {
      expected = withReplacement(expected, { callId, reason }, keys, hash)
      const made = expected.replacements.at(-1)?.replacedBy
      if (made !== replacedBy)
        issues.push(
          issueOf(
            { code: 'sampling/replacement', path, expected: excerptOf(made), received: excerptOf(callId) },
            undefined,
          ),
        )
    } catch (error) {
      if (!(error instanceof CallgradeError)) throw error
      issues.push(...error.issues.map((issue) => ({ ...issue, path })))
    }
  }
  return { expected, issues }
}
