// How often charts over time cry wolf with nothing wrong: npx tsx scripts/simulate-charts.ts. Prints the tables of
// docs/charts-over-time.md; seeded.
import seedrandom from 'seedrandom'
import { binomial, cusum, ewmaChart, type NelsonRule, nelsonRules, normal } from '../src/statistics/index.js'

const CHARTS = 20_000
const POINTS = 24
const RUNS = 2_000
const ALL: readonly NelsonRule[] = [1, 2, 3, 4, 5, 6, 7, 8]

const random = seedrandom('charts')
const value = (): number => normal.quantile(random())
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const row = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`)

const fired = new Map<string, number>()
for (let chart = 0; chart < CHARTS; chart++) {
  const signals = nelsonRules(Array.from({ length: POINTS }, value), ALL)
  const seen = new Set(signals.flat())
  const count = (name: string, holds: boolean): void => {
    if (holds) fired.set(name, (fired.get(name) ?? 0) + 1)
  }
  for (const rule of ALL) count(String(rule), seen.has(rule))
  count('1, 2', seen.has(1) || seen.has(2))
  count('1 - 8', seen.size > 0)
}
row(['Nelson', `${POINTS}-point charts that signal`])
row(['---', '---'])
for (const name of [...ALL.map(String), '1, 2', '1 - 8']) row([name, percent((fired.get(name) ?? 0) / CHARTS)])

console.log('')
row(['p', 'n', '3 sigma', '0.1 % + 0.1 %'])
row(['---', '---', '---', '---'])
for (const share of [0.05, 0.1])
  for (const calls of [5, 20, 50, 100]) {
    const half = 3 * Math.sqrt((share * (1 - share)) / calls)
    const above = binomial.survival(Math.floor((share + half) * calls + 1e-9), calls, share)
    const below = share > half ? binomial.cdf(Math.ceil((share - half) * calls - 1e-9) - 1, calls, share) : 0
    // Counts outside the exact quantiles of .001 and .999.
    const high = binomial.survival(binomial.quantile(0.999, calls, share), calls, share)
    const low = binomial.quantile(0.001, calls, share)
    const exact = high + (low > 0 ? binomial.cdf(low - 1, calls, share) : 0)
    row([percent(share), String(calls), `${((above + below) * 100).toFixed(2)} %`, `${(exact * 100).toFixed(2)} %`])
  }

/** Mean points until the first signal, in control. */
function runLength(signalAt: (values: readonly number[]) => number): number {
  let sum = 0
  for (let run = 0; run < RUNS; run++) {
    const values: number[] = []
    let at = -1
    while (at < 0) {
      values.push(...Array.from({ length: 500 }, value))
      at = signalAt(values)
    }
    sum += at + 1
  }
  return sum / RUNS
}
console.log('')
row(['chart', 'points until a false alarm'])
row(['---', '---'])
row(['3 sigma', (1 / (2 * normal.cdf(-3))).toFixed(0)])
row([
  'EWMA 0.2, 3',
  runLength((values) => ewmaChart({ values, center: 0, sigma: 1 }).findIndex(({ isBeyond }) => isBeyond)).toFixed(0),
])
row([
  'CUSUM 0.5, 5',
  runLength((values) => cusum({ values, target: 0 }).findIndex(({ signal }) => signal !== undefined)).toFixed(0),
])
