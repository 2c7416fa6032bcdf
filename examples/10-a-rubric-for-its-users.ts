// What a rubric's author, its raters and a form need, all from the one file: warnings, the sheet, the schema.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluationSchema, lintRubric, messageOf } from 'callgrade'
import { evaluationGuide } from 'callgrade/rubric'

const text = readFileSync(join(import.meta.dirname, '../rubrics/ecommerce-chat.json'), 'utf8')

// Legal, and hardly meant: a pass mark over what can be earned, a gap, a condition that never holds.
const careless = text
  .replace('"atMost": 180', '"atMost": 120')
  .replace('"passMark": 80', '"passMark": 0')
  .replace(
    '"bonusLimit": 5',
    '"gates": [{"id": "slow", "when": {"all": [{"fact": "first-response-seconds", "operator": "lessThan", "value": 0}]}, "effects": [{"kind": "fail"}]}], "bonusLimit": 5',
  )
for (const issue of lintRubric(careless, { today: '2026-11-27' }))
  console.log(
    `${issue.position?.line}:${issue.position?.column} ${issue.code}\n  ${messageOf(issue, 'en')}\n  ${messageOf(issue, 'zh-CN')}`,
  )
console.log(`the ready rubric itself: ${lintRubric(text).length} warnings`)

console.log("\nThe rater's sheet begins:")
console.log(evaluationGuide(text, { language: 'zh-CN' }).split('\n').slice(0, 26).join('\n'))

const schema = evaluationSchema(text, { language: 'zh-CN', businessType: 'after-sales' }) as {
  properties: {
    ratings: { properties: Record<string, { title: string; type?: string }> }
    vetoes: { items: { anyOf: readonly { enum: readonly [string]; title: string }[] } }
  }
  required: readonly string[]
}
console.log('\nA form asks for:', schema.required.join(', '))
for (const [item, { title, type }] of Object.entries(schema.properties.ratings.properties))
  console.log(`  ${item}: ${title} (${type})`)
for (const {
  enum: [id],
  title,
} of schema.properties.vetoes.items.anyOf)
  console.log(`  veto ${id}: ${title}`)
