// Bundles what a web app would import from the built package, minified and compressed, and compares with the budgets:
// `npm run size`, after a build.
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')

interface Budget {
  /** What the application imports, from which path. */
  readonly names: string
  readonly from: string
  /** In units of 1,024 bytes, compressed, dependencies included. */
  readonly maximumKibibytes: number
}

const budgets: readonly Budget[] = [
  { names: '*', from: 'callgrade', maximumKibibytes: 170 },
  { names: 'compileRubric', from: 'callgrade', maximumKibibytes: 50 },
  { names: 'compileCondition', from: 'callgrade/conditions', maximumKibibytes: 26 },
  { names: 'summarise', from: 'callgrade/scoring', maximumKibibytes: 2 },
  { names: 'allocate', from: 'callgrade/sampling', maximumKibibytes: 9 },
  { names: 'deadline', from: 'callgrade/calendar', maximumKibibytes: 10 },
  { names: 'classifyAlerts', from: 'callgrade/alerts', maximumKibibytes: 49 },
  { names: 'lintRubric', from: 'callgrade/rubric', maximumKibibytes: 45 },
  { names: 'krippendorffAlpha', from: 'callgrade/calibration', maximumKibibytes: 5 },
  { names: '*', from: 'callgrade/statistics', maximumKibibytes: 11 },
  { names: 'normal', from: 'callgrade/statistics', maximumKibibytes: 3 },
  { names: 'messageOf', from: 'callgrade/issues', maximumKibibytes: 38 },
  { names: 'messages', from: 'callgrade/issues/en', maximumKibibytes: 17 },
  { names: 'messages', from: 'callgrade/issues/zh-CN', maximumKibibytes: 21 },
  { names: 'isCallgradeError', from: 'callgrade/issues', maximumKibibytes: 1 },
]

async function sizeOf({ names, from }: Budget): Promise<number> {
  const exported = names === '*' ? '*' : `{ ${names} }`
  const { outputFiles } = await build({
    // The package finds itself by its name, through the `exports` that an application gets.
    stdin: { contents: `export ${exported} from '${from}'`, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  })
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length
}

let failures = 0
for (const budget of budgets) {
  const kibibytes = (await sizeOf(budget)) / 1024
  const fits = kibibytes <= budget.maximumKibibytes
  if (!fits) failures++
  const figures = `${kibibytes.toFixed(2).padStart(7)} of ${String(budget.maximumKibibytes).padStart(3)} KiB`
  console.log(`${fits ? 'ok  ' : 'FAIL'}  ${`${budget.names} of ${budget.from}`.padEnd(45)} ${figures}`)
}
process.exitCode = failures === 0 ? 0 : 1
