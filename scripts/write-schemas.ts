// Writes the JSON Schemas that editors and other languages use: `npm run schemas`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alertPolicyJsonSchema } from '../src/alerts/index.js'
import { calendarJsonSchema } from '../src/calendar/index.js'
import { rubricJsonSchema } from '../src/rubric/index.js'
import { manifestJsonSchema, samplingDesignJsonSchema } from '../src/sampling/index.js'
import { evaluationJsonSchema } from '../src/scoring/index.js'

const folder = join(import.meta.dirname, '../rubrics/schema')
const schemas = {
  'rubric.schema.json': rubricJsonSchema(),
  'evaluation.schema.json': evaluationJsonSchema(),
  'sampling-design.schema.json': samplingDesignJsonSchema(),
  'manifest.schema.json': manifestJsonSchema(),
  'calendar.schema.json': calendarJsonSchema(),
  'alert-policy.schema.json': alertPolicyJsonSchema(),
}

mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
  console.log(`rubrics/schema/${name}`)
}
