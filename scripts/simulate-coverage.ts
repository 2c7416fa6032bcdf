// How often the intervals of the estimation hold the truth, as Markdown tables: `npx tsx scripts/simulate-coverage.ts [--draws 20000]`.
import {
  agentCoverage,
  designs,
  patterns,
  rateCoverage,
  traitCounts,
  worstOneStratumCoverage,
  zeroableCoverage,
} from '../test/sampling/estimation/coverage-simulation.js'

const RATES = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99]
const VETO_SHARES = [0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1]

const flag = process.argv.indexOf('--draws')
const draws = flag < 0 ? 20_000 : Number(process.argv[flag + 1])
if (!(Number.isSafeInteger(draws) && draws > 0)) throw new Error('--draws takes a whole number from 1')
const misses: string[] = []

const percent = (share: number, digits = 2) => (100 * share).toFixed(digits)
const row = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`)
const head = (title: string, cells: readonly string[]) => {
  console.log(`\n## ${title}\n`)
  row(cells)
  row(cells.map(() => '---'))
}
/** A cell of coverage in percent, bold and counted where it is under its target. */
function cell(covered: number, target: number, name: string): string {
  if (covered >= target) return percent(covered)
  misses.push(`${name}: ${percent(covered)} under ${percent(target, 0)}`)
  return `**${percent(covered)}**`
}

oneStratum()
totals()
zeroedTotals()
zeroedStrata()
agentsOf('rate')
agentsOf('zeroable-mean')
console.log(`\n${misses.length} cells under their target\n`)
for (const miss of misses) console.log(`- ${miss}`)

function oneStratum(): void {
  head('One stratum, by enumeration: least coverage over all K, target 95', ['N', 'n', 'least', 'at K'])
  let [least, tried] = [{ covered: 1, marked: 0, size: 0, drawn: 0 }, 0]
  for (let size = 5; size <= 200; size++) {
    for (let drawn = 1; drawn < size; drawn += size <= 60 ? 1 : 7) {
      const worst = worstOneStratumCoverage(size, drawn)
      tried++
      if (worst.covered < least.covered) least = { ...worst, size, drawn }
    }
  }
  row([`${least.size}`, `${least.drawn}`, cell(least.covered, 0.95, 'one stratum'), `${least.marked}`])
  console.log(`\n${tried} pairs of N and n.`)
}

function totals(): void {
  for (const [name, design] of Object.entries(designs)) {
    const columns = [...patterns, 'mean width, even', 'by uncapped']
    head(`Total rate, ${name}: coverage over ${draws} draws, target 94`, ['rate', ...columns])
    for (const rate of RATES) {
      const cells = patterns.map((pattern) => {
        const coverage = rateCoverage(design, traitCounts(design, rate, pattern), draws, `${name} ${rate} ${pattern}`)
        return cell(coverage.covered, 0.94, `total, ${name}, ${percent(rate, 0)} %, ${pattern}`)
      })
      const even = traitCounts(design, rate, 'even')
      const { width, comparedWidth, uncappedWidth } = rateCoverage(design, even, draws, `${name} ${rate} width`, true)
      const ratio = uncappedWidth === 0 ? 1 : comparedWidth / uncappedWidth
      if (rate >= 0.05 && rate <= 0.95 && ratio > 1.1)
        misses.push(`width, ${name}, ${percent(rate, 0)} %: ${ratio.toFixed(3)} over 1.10`)
      row([percent(rate, 0), ...cells, width.toFixed(4), ratio.toFixed(3)])
    }
  }
}

function zeroedTotals(): void {
  const names = Object.keys(designs)
  head(`Scores that can be zeroed, total: coverage over ${draws} draws, target 95`, ['vetoes %', ...names])
  for (const share of VETO_SHARES)
    row([
      percent(share, 1),
      ...Object.entries(designs).map(([name, design]) => {
        const { covered } = zeroableCoverage(design, share, draws, `zeroed ${name} ${share}`)
        return cell(covered, 0.95, `zeroed total, ${name}, ${percent(share, 1)} %`)
      }),
    ])
}

function zeroedStrata(): void {
  const pairs = [
    [20, 3],
    [100, 3],
    [1000, 3],
    [100, 5],
    [1000, 5],
    [50, 10],
    [1000, 10],
    [200, 20],
    [3000, 40],
  ] as const
  const names = pairs.map(([size, drawn]) => `${drawn} of ${size}`)
  head(`Scores that can be zeroed, one stratum: coverage over ${draws} draws, target 93`, ['vetoes %', ...names])
  for (const share of VETO_SHARES)
    row([
      percent(share, 1),
      ...pairs.map(([size, drawn]) => {
        const { covered } = zeroableCoverage([[size, drawn]], share, draws, `zeroed ${size} ${drawn} ${share}`)
        return cell(covered, 0.93, `zeroed stratum, ${drawn} of ${size}, ${percent(share, 1)} %`)
      }),
    ])
}

function agentsOf(kind: 'rate' | 'zeroable-mean'): void {
  const runs = Math.max(1, Math.round(draws / 10))
  const names = Object.keys(designs)
  const title = kind === 'rate' ? 'pass rates' : 'scores that can be zeroed'
  head(`Agents with 3 calls or more, ${title}: coverage over agents and ${runs} draws, target 95`, ['rate %', ...names])
  for (const rate of kind === 'rate' ? RATES : VETO_SHARES)
    row([
      percent(rate, 1),
      ...Object.entries(designs).map(([name, design]) => {
        const agents = Math.ceil(design.reduce((sum, [, drawn]) => sum + drawn, 0) / 9)
        const { covered, refused } = agentCoverage(design, agents, rate, 3, runs, `agents ${name} ${rate}`, kind)
        const text = cell(covered, 0.95, `agents, ${title}, ${name}, ${percent(rate, 1)} %`)
        return refused === 0 ? text : `${text} (${refused} refused)`
      }),
    ])
}
