// Bundles what a web app would import, minified and compressed, and compares with the budgets: `npm run size`.
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

const root = join(import.meta.dirname, '..')

interface Budget {
  readonly title: string
  /** ES module source; './index.js' is the library. */
  readonly source: string
  /** Of 1,024 bytes, compressed, dependencies included. */
  readonly maximumKibibytes: number
  readonly withoutTexts?: boolean
}

const budgets: readonly Budget[] = [
  {
    title: 'all, without message texts',
    source: `export * from './index.js'`,
    maximumKibibytes: 186,
    withoutTexts: true,
  },
  { title: 'all', source: `export * from './index.js'`, maximumKibibytes: 223 },
  { title: 'compileRubric', source: `export { compileRubric } from './index.js'`, maximumKibibytes: 56 },
  { title: 'compileCondition', source: `export { compileCondition } from './index.js'`, maximumKibibytes: 27 },
  {
    title: 'allocate, drawSample, without message texts',
    source: `export { allocate, drawSample } from './sampling/index.js'`,
    maximumKibibytes: 15,
    withoutTexts: true,
  },
  {
    title: 'deadline, without message texts',
    source: `export { deadline, parseCalendar } from './calendar/index.js'`,
    maximumKibibytes: 25,
    withoutTexts: true,
  },
  {
    title: 'classifyAlerts, without message texts',
    source: `export { classifyAlerts, findingsFromScores } from './alerts/index.js'`,
    maximumKibibytes: 57,
    withoutTexts: true,
  },
  {
    title: 'lintRubric, without message texts',
    source: `export { lintRubric } from './rubric/index.js'`,
    maximumKibibytes: 47,
    withoutTexts: true,
  },
  {
    title: 'krippendorffAlpha, without message texts',
    source: `export { krippendorffAlpha } from './calibration/index.js'`,
    maximumKibibytes: 5,
    withoutTexts: true,
  },
  { title: 'statistics', source: `export * from './statistics/index.js'`, maximumKibibytes: 11 },
  { title: 'messageOf', source: `export { messageOf } from './index.js'`, maximumKibibytes: 38 },
  { title: 'isCallgradeError', source: `export { isCallgradeError } from './index.js'`, maximumKibibytes: 1 },
]

/** Texts grow with every language and every fault that is told, so they have a budget apart from the code. */
const emptyTexts: Plugin = {
  name: 'empty-texts',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]issues[\\/]messages[\\/](en|zh-cn)\.ts$/ }, async ({ path }) => {
      const exported = Object.keys((await import(path)) as object)
      return { contents: exported.map((name) => `export const ${name} = {}`).join('\n'), loader: 'js' }
    })
  },
}

async function sizeOf({ source, withoutTexts = false }: Budget): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: join(root, 'src'), loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    plugins: withoutTexts ? [emptyTexts] : [],
  })
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length
}

let failures = 0
for (const budget of budgets) {
  const kibibytes = (await sizeOf(budget)) / 1024
  const fits = kibibytes <= budget.maximumKibibytes
  if (!fits) failures++
  const figures = `${kibibytes.toFixed(2).padStart(7)} of ${String(budget.maximumKibibytes).padStart(3)} KiB`
  console.log(`${fits ? 'ok  ' : 'FAIL'}  ${budget.title.padEnd(32)} ${figures}`)
}
process.exitCode = failures === 0 ? 0 : 1
