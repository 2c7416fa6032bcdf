import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import seedrandom from 'seedrandom'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { alertPolicyJsonSchema, safeParseAlertPolicy } from '../../src/alerts/index.js'
import { alertPolicySchema } from '../../src/alerts/policy/alert-policy-schema.js'
import { calendarSchema } from '../../src/calendar/calendar-schema.js'
import { calendarJsonSchema, safeParseCalendar } from '../../src/calendar/index.js'
import { safeParseSamplingDesign } from '../../src/sampling/design/parse-sampling-design.js'
import { samplingDesignJsonSchema } from '../../src/sampling/design/sampling-design-json-schema.js'
import { samplingDesignSchema } from '../../src/sampling/design/sampling-design-schema.js'
import { drawSample } from '../../src/sampling/draw/draw-sample.js'
import { countFrame } from '../../src/sampling/frame/count-frame.js'
import { manifestJsonSchema } from '../../src/sampling/manifest/manifest-json-schema.js'
import { manifestSchema } from '../../src/sampling/manifest/manifest-schema.js'
import { safeParseManifest } from '../../src/sampling/manifest/parse-manifest.js'
import { planSample } from '../../src/sampling/size/plan-sample.js'
import { policyWith } from '../alerts/policy/sound-policy.js'
import { soundCalls, soundDesign } from '../sampling/sound-design.js'
import { runs } from '../support/runs.js'
import { mutatedValue } from './document-mutations.js'

/** Documents per test; more by hand with CALLGRADE_FUZZ. */
const RUNS = runs('CALLGRADE_FUZZ', 250)

const root = join(import.meta.dirname, '../..')
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>
const calls = soundCalls(60)
const { seedFixedAt: _, ...drawn } = drawSample(calls, planSample(countFrame(calls, soundDesign)), { seed: 's' })
const manifest = {
  ...drawn,
  replacements: [{ callId: 'a', replacedBy: 'b', stratum: '["x"]', reason: 'privacy' }],
} as unknown as Record<string, unknown>
const designs = [
  soundDesign as unknown as Record<string, unknown>,
  readJson('rubrics/monthly-sampling.json'),
  readJson('examples/data/monthly-sampling-1999-08.json'),
]

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })

describe.each([
  {
    name: 'sampling-design',
    jsonSchema: samplingDesignJsonSchema(),
    schema: samplingDesignSchema(),
    parse: safeParseSamplingDesign,
    sound: designs,
  },
  {
    name: 'manifest',
    jsonSchema: manifestJsonSchema(),
    schema: manifestSchema(),
    parse: safeParseManifest,
    sound: [manifest],
  },
  {
    name: 'calendar',
    jsonSchema: calendarJsonSchema(),
    schema: calendarSchema(),
    parse: safeParseCalendar,
    sound: [readJson('rubrics/calendar-cn-2026.json'), readJson('rubrics/calendar-weekdays.json')],
  },
  {
    name: 'alert-policy',
    jsonSchema: alertPolicyJsonSchema(),
    schema: alertPolicySchema(),
    parse: safeParseAlertPolicy,
    sound: [policyWith(), readJson('rubrics/outbound-alerts.json')],
  },
] as readonly {
  readonly name: string
  readonly jsonSchema: Record<string, unknown>
  readonly schema: z.ZodMiniType
  readonly parse: typeof safeParseSamplingDesign
  readonly sound: readonly Record<string, unknown>[]
}[])('the published JSON Schema of a $name', ({ name, jsonSchema, schema, parse, sound }) => {
  const validator: ValidateFunction = ajv.compile(jsonSchema)

  test('is the one on disk, and takes what the reader takes', () => {
    expect(readJson(`rubrics/schema/${name}.schema.json`)).toEqual(jsonSchema)
    for (const document of sound) {
      expect(validator(document), JSON.stringify(validator.errors)).toBe(true)
      expect(parse(document).issues).toBeUndefined()
    }
  })

  test('takes exactly what the schema of the reader takes, and every fault has a place', () => {
    const random = seedrandom(`schema-${name}`)
    let refused = 0
    for (let run = 0; run < RUNS; run++) {
      const document = mutatedValue(random, sound[run % sound.length] ?? {})
      if (JSON.stringify(document).includes('"__proto__":')) continue
      const { success } = schema.safeParse(document)
      if (validator(document) !== success)
        throw new Error(`only ${success ? 'zod' : 'the JSON Schema'} takes it: ${JSON.stringify(document)}`)
      if (success) continue
      refused++
      const { issues = [] } = parse(document as Record<string, unknown>)
      if (!issues.some(({ path }) => path.length > 0))
        throw new Error(`no issue with a path: ${JSON.stringify(document)}`)
    }
    expect(refused).toBeGreaterThan(RUNS / 10)
  })
})
