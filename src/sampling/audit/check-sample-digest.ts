import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import type { Sha256 } from '../keys/sha256.js'
import type { Manifest } from '../manifest/manifest.js'
import { sampleDigest } from '../manifest/sample-digest.js'

/** Compares the digest of the sample with that of the calls that the manifest lists. */
export function checkSampleDigest({ drawn, sampleDigest: received }: Manifest, hash: Sha256): readonly Issue[] {
  const digest = sampleDigest(drawn, hash)
  if (digest === received) return []
  return [issueOf({ code: 'sampling/sample-digest', path: ['sampleDigest'], expected: digest, received }, undefined)]
}
