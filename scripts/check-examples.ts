// Runs each numbered example against the built package and compares what it prints with the .out file beside it.
// `npm run examples -- --update` writes the .out files anew.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'examples')
const update = process.argv.includes('--update')

const names = readdirSync(folder).filter((name) => /^\d\d-.+\.(ts|out)$/.test(name))
const examples = [...new Set(names.map((name) => name.replace(/\.(ts|out)$/, '')))].sort()
let failures = 0

for (const example of examples) {
  const fault = check(example)
  if (fault !== undefined) failures++
  console.log(fault === undefined ? `ok    ${example}` : `FAIL  ${example}\n${fault}`)
}
console.log(`${examples.length - failures} of ${examples.length} examples print what their .out files say`)
process.exitCode = failures === 0 ? 0 : 1

function check(example: string): string | undefined {
  const script = join(folder, `${example}.ts`)
  const out = join(folder, `${example}.out`)
  if (!existsSync(script)) return `${example}.ts is missing`

  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) return `exit ${status}\n${stdout}${stderr}`
  if (update) writeFileSync(out, stdout)
  if (!existsSync(out)) return `${example}.out is missing`
  return firstDifference(stdout, readFileSync(out, 'utf8'))
}

function firstDifference(printed: string, expected: string): string | undefined {
  if (printed === expected) return undefined
  const lines = printed.split('\n')
  const expectedLines = expected.split('\n')
  const index = lines.findIndex((line, position) => line !== expectedLines[position])
  const at = index === -1 ? lines.length : index
  return `line ${at + 1}\n  printed:  ${lines[at] ?? '(nothing)'}\n  expected: ${expectedLines[at] ?? '(nothing)'}`
}
