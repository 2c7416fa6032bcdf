import { DocumentFaults } from '../../documents/reading/document-faults.js'
import { WRITTEN_BY_PROGRAMS } from '../../documents/reading/limits.js'
import { parseDocument } from '../../documents/reading/parse-document.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { parseInstant } from '../../documents/time/instant.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Result } from '../../issues/issue.js'
import { checkDesign, conditionsOfDesign, type DesignCondition } from '../design/parse-sampling-design.js'
import { isSeed } from '../keys/seed.js'
import type { Manifest } from './manifest.js'
import { manifestSchema } from './manifest-schema.js'

/**
 * Reads a manifest. Whether it says the truth is `verifySample`'s.
 * @param input - JSON text or a value; a value is copied
 * @returns the manifest as written, frozen
 * @throws CallgradeError with every fault that one pass finds: `document/...`, `sampling/...`, `conditions/...`
 * @example
 * parseManifest('{"format": "callgrade/manifest@1"}') // throws, naming what is missing
 */
export function parseManifest(input: DocumentInput<Manifest>): Manifest {
  const result = safeParseManifest(input)
  if (!result.success) throw new CallgradeError(result.issues)
  return result.data
}

/**
 * Like `parseManifest`, with the faults in the result instead of thrown.
 * @example
 * safeParseManifest('{}').issues?.[0].code //=> 'document/missing-key'
 */
export function safeParseManifest(input: DocumentInput<Manifest>): Result<Manifest> {
  let conditions: readonly DesignCondition[] = []
  return parseDocument(input, {
    format: 'callgrade/manifest@1',
    schema: manifestSchema,
    limits: WRITTEN_BY_PROGRAMS,
    faults: DocumentFaults,
    opaqueParts: (value) => {
      const { design } = value as { readonly design?: unknown }
      if (typeof design !== 'object' || design === null) return []
      conditions = conditionsOfDesign(design, ['design'])
      return conditions.map(({ part }) => part)
    },
    checkMeaning: (manifest, faults) => {
      checkDesign(manifest.design, conditions, faults)
      if (!isSeed(manifest.seed))
        faults.add('sampling/seed', manifest, ['seed'], {
          expected: 'text without ":"',
          received: excerptOf(manifest.seed),
        })
      if (manifest.seedFixedAt !== undefined && Number.isNaN(parseInstant(manifest.seedFixedAt)))
        faults.add('document/instant', manifest, ['seedFixedAt'], { received: excerptOf(manifest.seedFixedAt) })
    },
  })
}
