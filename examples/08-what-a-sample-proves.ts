// What judged calls prove about those that nobody heard: scores with a veto, a rate of errors, and how many checks.
import { type DrawnCall, estimate, messageOf, type Score, safeParseSamplingDesign } from 'callgrade'
import type { Estimate } from 'callgrade/sampling'
import { discoverySample, errorRateLimit, proportionInterval } from 'callgrade/statistics'

const show = (figure: Estimate): string =>
  figure.status === 'estimated'
    ? `${figure.estimate.toFixed(3)} (${figure.interval.lower.toFixed(3)} to ${figure.interval.upper.toFixed(3)}) by ${figure.method}`
    : `nothing can be said: ${figure.reason}`

// Thirty calls drawn of 900 sales calls and ten of 100 complaints; one call was zeroed by a veto.
const strata = [
  { key: '["complaint"]', N: 100, n: 10, weight: 10 },
  { key: '["sales"]', N: 900, n: 30, weight: 30 },
]
const drawn: DrawnCall[] = strata.flatMap(({ key, n }) =>
  Array.from({ length: n }, (_, index) => ({ callId: `${key} ${index}`, stratum: key, purpose: 'measure' as const })),
)
const scores = drawn.map(({ callId, stratum }, index): Score => {
  const isVetoed = callId === '["complaint"] 3'
  const rawScore = 78 + ((index * 7) % 20)
  return {
    evaluationId: callId,
    callId,
    rubric: 'service-call',
    rubricVersion: '1',
    businessType: stratum.slice(2, -2),
    agentId: `A0${index % 5}`,
    status: 'scored',
    rawScore,
    score: isVetoed ? 0 : rawScore,
    verdict: isVetoed || rawScore < 80 ? 'unqualified' : 'qualified',
    band: null,
    actions: [],
    sections: {},
    items: {},
    vetoes: isVetoed ? ['abuse'] : [],
    gates: [],
    bonuses: [],
    undetermined: [],
    criticalErrors: {},
  }
})
const { total, strata: byStratum, agents } = estimate({ strata, drawn }, scores)
console.log('mean score:', show(total.score))
console.log('pass rate: ', show(total.passRate))
console.log(`vetoes: at most ${total.vetoRate.atMost?.toFixed(3)}, best guess ${total.vetoRate.estimate?.toFixed(3)}`)
for (const { key, figures } of byStratum) console.log(key, 'pass rate:', show(figures.passRate))
for (const { label, n, figures } of agents.slice(0, 2))
  console.log(label, n, show(figures.passRate), figures.passRate.notes)

// The checks of the checks: is at most one judgement in 200 wrong?
console.log('checks that prove 0.5 % when none is wrong:', discoverySample({ rate: 0.005, confidence: 0.95 }))
console.log('of 2,000 judgements:', discoverySample({ rate: 0.005, confidence: 0.95, population: 2_000 }))
console.log('0 wrong of 598: at most', errorRateLimit({ found: 0, checked: 598, confidence: 0.95 }).toFixed(5))

// 3 of 100: an interval that holds for rare faults too.
const { lower, upper } = proportionInterval({ method: 'wilson', successes: 3, trials: 100 })
console.log(`3 of 100: ${lower.toFixed(4)} to ${upper.toFixed(4)}`)

// A design that is wrong says where and what to do.
const { issues = [] } = safeParseSamplingDesign(`{
  "format": "callgrade/sampling-design@1", "id": "d", "version": "1", "title": "D",
  "fields": { "call_id": { "type": "string", "role": "id" }, "started_at": { "type": "instant" } },
  "strata": [{ "id": "slot", "field": "started_at", "slots": { "am": ["06:00", "12:00"], "pm": ["11:00", "20:00"] } }],
  "precision": { "marginPercent": 5 }
}`)
for (const issue of issues) console.log(`${issue.position?.line}:${issue.position?.column} ${messageOf(issue, 'en')}`)
