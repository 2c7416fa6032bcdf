import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import type { Manifest } from '../manifest/manifest.js'

/** Compares the digest of the frame with that of the data as they are now. */
export function checkFrameDigest({ frameDigest }: Manifest, received: string): readonly Issue[] {
  if (received === frameDigest) return []
  return [issueOf({ code: 'sampling/frame-digest', path: ['frameDigest'], expected: frameDigest, received }, undefined)]
}
