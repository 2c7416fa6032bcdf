// Alerts side by side in one run: npm run bench -- alerts. Machines differ; ratios hold.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { classifyAlerts, deadline, type Exposure, type Finding, parseAlertPolicy, parseCalendar } from 'callgrade'

const FINDINGS = 1_000_000
const DEADLINES = 100_000
const AGENTS = 2_000
const ITEMS = 20
const MINUTE = 60_000

const rubrics = join(import.meta.dirname, '../rubrics')
const calendars = [parseCalendar(readFileSync(join(rubrics, 'calendar-cn-2026.json'), 'utf8'))]
const policy = parseAlertPolicy(readFileSync(join(rubrics, 'outbound-alerts.json'), 'utf8'))
const start = Date.parse('2026-01-05T00:00:00Z')
const dates: Exposure[] = []

/** A year of findings, spread over agents, items and days without a clock or randomness. */
const findings = Array.from({ length: FINDINGS }, (_, index): Finding => {
  const agent = (index * 7_919) % AGENTS
  const occurred = start + Math.floor(index * 0.45) * MINUTE
  return {
    id: `F${index}`,
    kind: 'item',
    occurredAt: new Date(occurred).toISOString(),
    foundAt: new Date(occurred + 600 * MINUTE).toISOString(),
    callId: `C${index}`,
    agentId: `A${agent}`,
    teamId: `T${agent % 60}`,
    item: `I${(index * 31) % ITEMS}`,
    percent: 20,
    purpose: 'measure',
  }
})
for (let day = 0; day < 330; day++)
  for (let team = 0; team < 60; team++)
    for (let item = 0; item < ITEMS; item++)
      dates.push({
        id: `${day}/${team}/${item}`,
        date: new Date(start + day * 1_440 * MINUTE).toISOString().slice(0, 10),
        teamId: `T${team}`,
        item: `I${item}`,
        purpose: 'measure',
        rated: 40,
      })

function timed(run: () => unknown): number {
  const from = performance.now()
  run()
  return performance.now() - from
}

const parsing = timed(() => JSON.parse(JSON.stringify(findings)))
const classifying = timed(() =>
  classifyAlerts({ findings, exposures: dates }, policy, { asOf: '2026-12-20T00:00:00Z', calendars }),
)
const dueDates = timed(() => {
  for (let index = 0; index < DEADLINES; index++)
    deadline(new Date(start + (index % 400_000) * MINUTE).toISOString(), { workingDays: 2 }, calendars)
})
console.log(`\n${FINDINGS} findings of ${AGENTS} agents and ${dates.length} exposures by the ready policy, one pass`)
console.log(`  JSON.stringify and JSON.parse of the findings alone  ${parsing.toFixed(0).padStart(8)} ms      1.00 x`)
console.log(
  `  classifyAlerts                                       ${classifying.toFixed(0).padStart(8)} ms   ${(classifying / parsing).toFixed(2).padStart(7)} x`,
)
console.log(`\n${DEADLINES} deadlines of two working days: ${dueDates.toFixed(0)} ms`)
