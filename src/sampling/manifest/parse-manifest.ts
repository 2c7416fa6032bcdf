import { documentParser } from '../../documents/document-parser.js'
import { DocumentFaults } from '../../documents/reading/document-faults.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { WRITTEN_BY_PROGRAMS } from '../../documents/reading/size-limits.js'
import { parseInstant } from '../../documents/time/instant.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Result } from '../../issues/issue.js'
import { checkDesign } from '../design/check-design.js'
import { type FoundConditions, findConditions } from '../design/find-conditions.js'
import { isSeed } from '../keys/is-seed.js'
import type { Manifest } from './manifest.js'
import { manifestSchema } from './manifest-schema.js'

const parser = /* @__PURE__ */ documentParser({
  format: 'callgrade/manifest@1',
  schema: manifestSchema,
  limits: WRITTEN_BY_PROGRAMS,
  faults: DocumentFaults,
  find: (manifest): FoundConditions => {
    const { design } = manifest as { readonly design?: unknown } // of unknown shape
    return typeof design === 'object' && design !== null
      ? findConditions(design, ['design'])
      : { parts: [], conditions: [] }
  },
  check: (manifest: Manifest, faults, { found }) => {
    checkDesign(manifest.design, found.conditions, faults)
    if (!isSeed(manifest.seed))
      faults.add('sampling/seed', manifest, ['seed'], {
        expected: 'text without ":"',
        received: excerptOf(manifest.seed),
      })
    if (manifest.seedFixedAt !== undefined && Number.isNaN(parseInstant(manifest.seedFixedAt)))
      faults.add('document/instant', manifest, ['seedFixedAt'], { received: excerptOf(manifest.seedFixedAt) })
  },
})

/**
 * Reads a manifest. `verifySample` checks whether it is true.
 * @param input - JSON text or a value; a value is copied
 * @returns the manifest as written, frozen
 * @throws CallgradeError with every fault that one pass finds: `document/...`, `sampling/...`, `conditions/...`
 * @example
 * parseManifest('{"format": "callgrade/manifest@1"}') // throws, naming what is missing
 */
export function parseManifest(input: DocumentInput<Manifest>): Manifest {
  return parser.parse(input)
}

/**
 * Parses like `parseManifest`, but returns the issues instead of throwing them.
 * @example
 * safeParseManifest('{}').issues?.[0].code //=> 'document/missing-key'
 */
export function safeParseManifest(input: unknown): Result<Manifest> {
  return parser.safeParse(input)
}
