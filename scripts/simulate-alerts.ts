// How many false alerts a quiet year raises: npx tsx scripts/simulate-alerts.ts [years]. Prints the table of
// docs/false-alerts.md.
import seedrandom from 'seedrandom'
import { FALSE_ALERTS, quietYear, quietYears, WEEKS } from '../test/alerts/rates/false-alert-simulation.js'

const years = Number(process.argv[2] ?? 20)

console.log(`| design · 设计 | false alerts a review · 每次评审的误报 | allowed · 允许 |`)
console.log('| --- | --- | --- |')
for (const year of quietYears) {
  const reviews: number[] = []
  for (let run = 0; run < years; run++) reviews.push(...quietYear(year, seedrandom(`${year.name} ${run}`)))
  const mean = reviews.reduce((sum, count) => sum + count, 0) / reviews.length
  const variance = reviews.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (reviews.length - 1)
  const error = Math.sqrt(variance / reviews.length)
  console.log(`| ${year.name} | ${mean.toFixed(3)} +- ${error.toFixed(3)} | ${FALSE_ALERTS} |`)
}
console.error(`${years} years of ${WEEKS} reviews each`)
