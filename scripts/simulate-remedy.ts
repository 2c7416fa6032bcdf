// How often a remedy that changed nothing is said to have worked, as Markdown tables: `npx tsx scripts/simulate-remedy.ts [--draws 20000]`.
import { comparisonSize } from '../src/statistics/index.js'
import {
  simulateChange,
  simulateRemedies,
  simulateScores,
  simulateStrata,
} from '../test/alerts/remedy/remedy-simulation.js'

const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5]
const SIZES = [20, 50, 100, 200, 500]
/** Probability of chance at which an alert fires: a quarter of a false alarm in a review of 25 groups. */
const LIMIT = 0.01
/** With nothing changed, `worked` may be said in at most so many cases. */
const PROMISE = 0.05

const flag = process.argv.indexOf('--draws')
const draws = flag < 0 ? 20_000 : Number(process.argv[flag + 1])
if (!(Number.isSafeInteger(draws) && draws > 0)) throw new Error('--draws takes a whole number from 1')

const percent = (share: number) => (100 * share).toFixed(1)
const row = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`)
const head = (title: string, cells: readonly string[]) => {
  console.log(`\n## ${title}\n`)
  row(cells)
  row(cells.map(() => '---'))
}
let worst = 0
/** A cell of `worked` with nothing changed, bold where it breaks the promise. */
function cell(worked: number): string {
  worst = Math.max(worst, worked)
  return worked > PROMISE ? `**${percent(worked)}**` : percent(worked)
}

head('Worked %, nothing changed: before is the window that fired / a fresh sample', [
  'true %',
  ...SIZES.map((size) => `${size} a side`),
])
for (const share of SHARES)
  row([
    percent(share),
    ...SIZES.map((size) => {
      const { byAlarm, byFresh } = simulateRemedies(share, size, LIMIT, draws)
      return `${percent(byAlarm.worked)} / ${cell(byFresh.worked)}`
    }),
  ])

head('Worked %, nothing changed, two strata of 900 and 100 calls', ['true %', '20 of each', '60 of each'])
for (const share of [0.05, 0.1, 0.2, 0.4])
  row([percent(share), ...[20, 60].map((drawn) => cell(simulateStrata(share, drawn, draws / 4).worked))])

head('Worked %, nothing changed, mean of scores that vetoes make 0', ['vetoes %', '40 a side', '100 a side'])
for (const share of [0, 0.02, 0.1])
  row([percent(share), ...[40, 100].map((judged) => cell(simulateScores(share, judged, draws / 4).worked))])

head('Answers at the number that decides, with half of what is wrong as the least improvement', [
  'from %',
  'to %',
  'calls a side',
  'worked / did not / not enough, if it is halved',
  'a quarter better',
  'nothing changed',
])
for (const share of [0.05, 0.1, 0.2, 0.3, 0.5]) {
  const size = comparisonSize({ first: share, second: share / 2 })
  const answers = [0.5, 0.75, 1].map((factor) => {
    const { worked, didNot, notEnough } = simulateChange([share, share * factor], size, draws, share / 2)
    if (factor === 1) worst = Math.max(worst, worked)
    return `${percent(worked)} / ${percent(didNot)} / ${percent(notEnough)}`
  })
  row([percent(share), percent(share / 2), `${size}`, ...answers])
}

console.log(`\nworst with nothing changed and a fresh sample: ${percent(worst)} %`)
if (worst > PROMISE) process.exitCode = 1
