import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import { issueOf } from '../../issues/issue-of.js'
import type { Manifest } from '../manifest/manifest.js'

/** Greatest relative difference of two numbers that rounding can explain. */
const RELATIVE_TOLERANCE = 1e-9

/** Values of the manifest that follow from design and data. */
const VALUES = [
  'id',
  'version',
  'lastCallAt',
  'N',
  'n',
  'margin',
  'leftOut',
  'targeted',
  'withoutAgent',
  'agentsWithTooFew',
] as const

/** Compares the values of a manifest and of its strata with those that the draw gives. */
export function compareValues(manifest: Manifest, expected: Manifest): readonly Issue[] {
  const issues: Issue[] = []
  const compare = (path: Issue['path'], what: string, received: unknown, due: unknown): void => {
    if (isEqual(received, due)) return
    issues.push(
      issueOf(
        {
          code: 'sampling/plan-differs',
          path,
          expected: excerptOf(due),
          received: excerptOf(received),
          details: { what },
        },
        undefined,
      ),
    )
  }
  for (const what of VALUES) compare([what], what, manifest[what], expected[what])
  const due = new Map(expected.strata.map((stratum) => [stratum.key, stratum]))
  for (const [index, stratum] of manifest.strata.entries()) {
    const match = due.get(stratum.key)
    due.delete(stratum.key)
    if (!match) compare(['strata', index], stratum.key, stratum, undefined)
    else
      for (const what of ['N', 'lower', 'n', 'weight'] as const)
        compare(['strata', index, what], `${stratum.key} ${what}`, stratum[what], match[what])
  }
  for (const stratum of due.values()) compare(['strata'], stratum.key, undefined, stratum)
  return issues
}

function isEqual(received: unknown, due: unknown): boolean {
  return typeof received === 'number' && typeof due === 'number'
    ? Math.abs(received - due) <= RELATIVE_TOLERANCE * Math.abs(due)
    : JSON.stringify(received) === JSON.stringify(due)
}
