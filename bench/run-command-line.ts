// The command line against parsing and printing the JSON alone: npm run bench -- command-line
// Each is a process of its own that reads a file through a pipe; medians of elapsed time, and the peak of memory.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { benchEvaluations, benchRubric } from './form.js'

const COUNT = 100_000
const ROUNDS = 3

const folder = mkdtempSync(join(tmpdir(), 'callgrade-bench-'))
const rubric = join(folder, 'rubric.json')
const evaluations = join(folder, 'evaluations.jsonl')
writeFileSync(rubric, JSON.stringify(benchRubric('bench')))
const lines = benchEvaluations(COUNT).map((evaluation) => JSON.stringify(evaluation))
writeFileSync(evaluations, `${lines.join('\n')}\n`)

/** Parses each line and prints it again, as quickly as readline goes. */
const parsing = join(folder, 'parse.mjs')
writeFileSync(
  parsing,
  `import { createInterface } from 'node:readline'
let out = ''
for await (const line of createInterface({ input: process.stdin })) {
  out += JSON.stringify(JSON.parse(line)) + '\\n'
  if (out.length > 65536) { process.stdout.write(out); out = '' }
}
process.stdout.write(out)`,
)
const commandLine = join(import.meta.dirname, '../dist/cli/main.js')
const contenders = [
  { name: 'parsing and printing the JSON alone', command: `node ${parsing} < ${evaluations} > /dev/null` },
  {
    name: 'callgrade score',
    command: `cat ${evaluations} | node ${commandLine} score --rubric ${rubric} - > /dev/null`,
  },
  {
    name: 'callgrade score --format csv',
    command: `cat ${evaluations} | node ${commandLine} score --rubric ${rubric} --format csv - > /dev/null`,
  },
]
const times = contenders.map((): number[] => [])
for (let round = 0; round <= ROUNDS; round++)
  for (const [index, { command }] of contenders.entries()) {
    const start = performance.now()
    const { status } = spawnSync('sh', ['-c', command])
    if (status !== 0) throw new Error(command)
    // One round to warm the disk.
    if (round > 0) times[index]?.push(performance.now() - start)
  }
rmSync(folder, { recursive: true })

const medians = times.map((list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0)
console.log(`\nThe command line over ${COUNT} evaluations of 20 items`)
for (const [index, { name }] of contenders.entries()) {
  const median = medians[index] ?? 0
  console.log(
    `  ${name.padEnd(44)} ${median.toFixed(0).padStart(7)} ms   ${(median / (medians[0] ?? 1)).toFixed(2).padStart(9)} x`,
  )
}
