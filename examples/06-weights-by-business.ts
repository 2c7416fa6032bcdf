// One form, other weights: by business type and by season, each checked against the rubric's promises.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRubric, safeParseRubric } from 'callgrade'
import { messageOf } from 'callgrade/issues'
import { sharesOf } from 'callgrade/rubric'

const text = readFileSync(join(import.meta.dirname, '../rubrics/outbound-sales.json'), 'utf8')
const rubric = parseRubric(text)
const sections = rubric.sections.map(({ id }) => id)

for (const [businessType, date] of [
  ['sales', '2026-08-31'],
  ['sales', '2026-09-01'],
  ['sales', '2026-11-30'],
  ['sales', '2026-12-01'],
  ['after-sales', '2026-09-01'],
  ['renewal', '2026-09-01'],
] as const) {
  const shares = sharesOf(rubric, { businessType, date })
  const row = sections.map((id) => `${id} ${percent(shares[id]?.share)}`).join(', ')
  console.log(`${businessType} ${date}: ${row}`)
}

const { explanation, objections, resolution } = sharesOf(rubric, { businessType: 'renewal', date: '2026-09-01' })
console.log('renewal, exact:', explanation?.exact, objections?.exact, resolution?.exact)

// A weight rule is a promise. A season that breaks it is refused when the rubric is read, with type, days and share.
const broken = safeParseRubric(text.replace('"sharePercents": {"product": 35}', '"sharePercents": {"product": 5}'))
for (const issue of broken.issues ?? []) console.log(`${issue.position?.line}: ${messageOf(issue, 'en')}`)

function percent(share = 0): string {
  return `${Number((share * 100).toFixed(2))} %`
}
