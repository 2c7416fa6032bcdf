import { documentParser } from '../../documents/document-parser.js'
import { DocumentFaults } from '../../documents/reading/document-faults.js'
import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { Result } from '../../issues/issue.js'
import { checkDesign } from './check-design.js'
import { type FoundConditions, findConditions } from './find-conditions.js'
import type { SamplingDesign } from './sampling-design.js'
import { samplingDesignSchema } from './sampling-design-schema.js'

const parser = /* @__PURE__ */ documentParser({
  format: 'callgrade/sampling-design@1',
  schema: samplingDesignSchema,
  faults: DocumentFaults,
  find: (design): FoundConditions => findConditions(design, []),
  check: (design: SamplingDesign, faults, { found }) => checkDesign(design, found.conditions, faults),
})

/**
 * Reads a sampling design and checks everything that can be checked without the data.
 * @param input - JSON text or a value; a value is copied
 * @returns the design as written, frozen
 * @throws CallgradeError with every fault that one pass finds: `document/...`, `sampling/...`, `conditions/...`
 * @example
 * parseSamplingDesign('{"format": "callgrade/sampling-design@1", "id": "monthly", "version": "1", "title": "Monthly", "fields": {"call_id": {"type": "string", "role": "id"}}, "precision": {"marginPercent": 5}}').id
 * //=> 'monthly'
 */
export function parseSamplingDesign(input: DocumentInput<SamplingDesign>): SamplingDesign {
  return parser.parse(input)
}

/**
 * Parses like `parseSamplingDesign`, but returns the issues instead of throwing them.
 * @example
 * safeParseSamplingDesign('{}').issues?.[0].code //=> 'document/missing-key'
 */
export function safeParseSamplingDesign(input: unknown): Result<SamplingDesign> {
  return parser.safeParse(input)
}
