import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import type { Manifest, ManifestInput } from '../manifest/manifest.js'

/**
 * Compares the files as they are now with those that the manifest lists, by their digests.
 * @param inputs - undefined where no files are known; then nothing is compared
 */
export function checkInputs(manifest: Manifest, inputs: readonly ManifestInput[] | undefined): readonly Issue[] {
  if (!inputs || !manifest.inputs) return []
  const known = manifest.inputs.map((input) => input.sha256)
  return inputs.flatMap(({ name, sha256: digest }, index) =>
    known.includes(digest)
      ? []
      : [
          issueOf(
            {
              code: 'sampling/input-file',
              path: ['inputs'],
              expected: known[index] ?? known.join(' | '),
              received: digest,
              details: { name },
            },
            undefined,
          ),
        ],
  )
}
