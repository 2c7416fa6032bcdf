// Which calls are judged: a real month planned, drawn with a seed, replaced where a recording is missing, and verified.
import { countFrame, drawSample, messageOf, parseSamplingDesign, planSample, verifySample } from 'callgrade'
import { finishDraw, mergeFrameCounts, replaceCall, sampleDrawer } from 'callgrade/sampling'
import { monthDesign, monthRows } from './support/month.js'

const design = parseSamplingDesign(monthDesign())
const rows = monthRows()

// Two passes over the data: one counts, one draws.
const counts = countFrame(rows, design, { cells: 'text' })
const plan = planSample(counts)
const manifest = drawSample(rows, plan, { seed: '1999-08', cells: 'text' })
console.log(`${plan.N} calls, ${plan.n} measured, margin ${(plan.margin * 100).toFixed(2)} points`)
for (const { key, N, n, weight } of manifest.strata.slice(0, 3))
  console.log(`  ${key} ${n} of ${N}, weight ${weight.toFixed(2)}`)
console.log(
  'first three:',
  manifest.drawn
    .slice(0, 3)
    .map(({ callId }) => callId)
    .join(' '),
)

// A budget says what margin it buys.
const budget = planSample(counts, { budget: { raters: 3, callsPerDay: 15, days: 21 } })
console.log(`3 raters x 15 calls x 21 days: ${budget.n} calls, margin ${(budget.margin * 100).toFixed(2)} points`)

// The same calls from two halves of the data that never met.
const halves = [rows.slice(0, 20_000), rows.slice(20_000)]
const [first, second] = halves.map((half) => countFrame(half, design, { cells: 'text' }))
if (!first || !second) throw new Error('two halves')
const halfPlan = planSample(mergeFrameCounts(second, first))
const parts = halves.map((half) => {
  const drawer = sampleDrawer(halfPlan, { seed: '1999-08', cells: 'text' })
  for (const row of half) drawer.add(row)
  return drawer.finish()
})
console.log('from two halves the same:', finishDraw(parts).sampleDigest === manifest.sampleDigest)

// A recording is missing: the next call of the same stratum takes its place.
const lost = manifest.drawn.find(({ purpose }) => purpose === 'measure')?.callId ?? ''
const replaced = replaceCall(rows, manifest, { callId: lost, reason: 'no-recording' })
console.log(`${lost} is replaced by ${replaced.replacements[0]?.replacedBy}`)

// Anybody can draw again; a call that was swapped by hand is named.
console.log('sound:', verifySample(rows, replaced).isSound)
const [head, ...others] = manifest.drawn
const forged = { ...manifest, drawn: head ? [{ ...head, callId: '31-AA0216-10468' }, ...others] : [] }
for (const { severity, ...issue } of verifySample(rows, forged).findings.filter(({ severity }) => severity === 'error'))
  console.log(`${severity} ${messageOf({ severity, ...issue }, 'en')}`)
