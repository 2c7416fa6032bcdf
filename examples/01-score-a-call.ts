// Scores one call by a ready rubric and prints what a report would show.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileRubric } from 'callgrade'

// Text is best: faults then carry line and column. Compile once, keep the scorer, score as often as wanted.
const text = readFileSync(join(import.meta.dirname, '../rubrics/outbound-sales.json'), 'utf8')
const scorer = compileRubric(text)

const result = scorer.score({
  id: 'example-1',
  rubric: 'outbound-sales',
  businessType: 'sales',
  callAt: '2026-08-18T14:25:40+08:00',
  agentId: 'A02',
  ratings: {
    identity: 5,
    consent: 4,
    'need-suitability': 5,
    explanation: { rating: 4, comment: 'Premium explained only when asked', evidence: '03:31' },
    objections: 'na',
    'mandatory-notices': 5,
    confirmation: 5,
    tone: 5,
    closing: 4,
  },
  vetoes: [],
  bonuses: ['proactive-follow-up'],
  facts: { csat: 55, 'customer-local-hour': 14 },
})

console.log(`raw score ${result.rawScore}, score ${result.score}: ${result.verdict}, band ${result.band}`)
console.log('sections', result.sections)
console.log('items', result.items)
console.log('gates', result.gates, 'bonuses', result.bonuses, 'vetoes', result.vetoes)
console.log('critical errors', result.criticalErrors)
