// Agreement and severity: npm run bench -- calibration
// Machines differ; ratios hold.
import { performance } from 'node:perf_hooks'
import { krippendorffAlpha, type RaterScore, type RatingTable, raterSeverity } from 'callgrade/calibration'
import seedrandom from 'seedrandom'

const ROUNDS = 5
const CALLS = 1_000
const RATERS = 5
const RESAMPLES = 2_000

const random = seedrandom('bench')
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const table: RatingTable = Array.from({ length: CALLS }, () => {
  const truth = normal()
  return Array.from({ length: RATERS }, () => Math.min(5, Math.max(1, Math.round(3 + 1.2 * truth + 0.7 * normal()))))
})

/** 10,000 calls, each by two of fifty raters. */
const rows: readonly RaterScore[] = Array.from({ length: 10_000 }, (_, call) => call).flatMap((call) => {
  const truth = 75 + 12 * normal()
  const first = Math.floor(random() * 50)
  const second = (first + 1 + Math.floor(random() * 49)) % 50
  return [first, second].map((rater) => ({
    callId: `c${call}`,
    raterId: `r${rater}`,
    score: truth + (rater - 24.5) / 5 + 4 * normal(),
  }))
})

/** As it stands in textbooks: every resample made anew, every pair of ratings compared. */
function plainAlpha(ratings: RatingTable): number {
  let [observed, expected, n] = [0, 0, 0]
  const counts = new Map<number, number>()
  for (const row of ratings) {
    const own = row.filter((rating) => rating !== null)
    if (own.length < 2) continue
    for (const [place, a] of own.entries()) {
      counts.set(a, (counts.get(a) ?? 0) + 1)
      n++
      for (const [other, b] of own.entries()) if (place !== other) observed += (a - b) ** 2 / (own.length - 1)
    }
  }
  for (const [a, many] of counts) for (const [b, others] of counts) expected += many * others * (a - b) ** 2
  return 1 - ((n - 1) * observed) / expected
}

function plainBootstrap(): number {
  const values: number[] = []
  const draw = seedrandom('plain')
  for (let round = 0; round < RESAMPLES / 10; round++)
    values.push(plainAlpha(Array.from({ length: CALLS }, () => table[Math.floor(draw() * CALLS)] ?? [])))
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function median(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  // One round to warm up.
  return times.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

console.log(`\nKrippendorff's alpha with ${RESAMPLES} resamples, ${CALLS} calls x ${RATERS} raters`)
const plain = median(plainBootstrap) * 10
for (const metric of ['nominal', 'ordinal', 'interval'] as const) {
  const time = median(() => krippendorffAlpha(table, metric, { seed: 'bench', resamples: RESAMPLES }))
  console.log(`  ${metric.padEnd(44)} ${time.toFixed(0).padStart(8)} ms   ${(time / plain).toFixed(3).padStart(7)} x`)
}
console.log(
  `  ${'every pair compared anew (a tenth, times ten)'.padEnd(44)} ${plain.toFixed(0).padStart(8)} ms   ${'1.000'.padStart(7)} x`,
)

console.log('\nSeverity of 50 raters over 10,000 calls, two raters each')
const severity = median(() => raterSeverity(rows))
const grouping = median(() => new Map(rows.map((row) => [row.callId, row])))
console.log(`  ${'putting the rows by call alone'.padEnd(44)} ${grouping.toFixed(0).padStart(8)} ms`)
console.log(`  ${'raterSeverity'.padEnd(44)} ${severity.toFixed(0).padStart(8)} ms`)
