// Smoke tests of the packed tarball: one program on every runtime, the command line, and consumers' type checks.
// Needs a build and the registry (the tarball's dependencies): `npm run test:package`.
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { entryPoints } from '../../scripts/entry-points.js'
import { brokenLinks } from './links.js'
import { runtimes } from './runtimes.js'
import { exportedNames, writeSubpathProgram } from './subpaths.js'
import { checkFailedPack, checkManifest, checkSecondPack, installTarball } from './tarball.js'
import { compilers, placeConsumer, resolutions, typeCheck } from './type-checks.js'

const here = import.meta.dirname
const root = resolve(here, '../..')
let failures = 0

/** Runs one check and prints its line of the table; a check fails by throwing. */
async function check(name: string, body: () => unknown): Promise<void> {
  const start = performance.now()
  let fault: unknown
  try {
    await body()
  } catch (error) {
    fault = error
    failures++
  }
  const milliseconds = Math.round(performance.now() - start)
  console.log(`${fault === undefined ? 'ok  ' : 'FAIL'}  ${name.padEnd(60)} ${String(milliseconds).padStart(6)} ms`)
  if (fault !== undefined) console.log(String(fault).replaceAll(/^/gm, '      '))
}

function expectSame(printed: string, expected: string): void {
  if (printed !== expected) throw new Error(`printed  ${printed}expected ${expected}`)
}

/** Worked by hand: a1 4 of 5 and a2 n/a make a 80; b1 3 of 5 makes b 60; .2 x 80 + .8 x 60 = 64, capped to 59. */
const SCORE = {
  rawScore: 64,
  score: 59,
  sections: { a: 80, b: 60 },
  gates: ['csat-floor'],
  date: '2026-01-01',
  fault: { code: 'document/syntax', position: { line: 2, column: 9, offset: 42 }, isOwnClass: true, isTold: true },
  long: true,
  isOneCopy: true,
}

/** The draw is Python's (test/oracles, bottomK), the interval scipy's (wilson of 3 in 100). */
const SAMPLE = {
  strata: [{ key: '["早"]', N: 1000, lower: 1, n: 20, weight: 50 }],
  first: ['CALL-0000122', 'CALL-0000629', 'CALL-0000082'],
  isSound: true,
  rate: '0.0500000000',
  code: 'sampling/duplicate-call',
  wilson: ['0.0102545240', '0.0845193643'],
}

/** Monday 9 March ends at 00:00 daylight time; 24 hours over the change of the clock end at 13:00. */
const ALERTS = {
  fingerprint: 'p/r/agent=甲',
  dueAt: '2026-03-10T00:00:00-04:00',
  elapsed: '2026-03-08T13:00:00-04:00',
  code: 'document/value',
  answer: 'worked',
}

// json-rules-engine brings jsonpath-plus, whose Node build requires `vm`: that fails in an ES module bundled for Node.
// The integration guide says so, and `callgrade/engine` is a folder of its own for that reason.
const hasEngine = (runtime: string): boolean => runtime !== 'Node, bundled ES module'

const folder = mkdtempSync(join(tmpdir(), 'callgrade-package-'))
try {
  const { packed, project, installed } = installTarball(root, folder)
  await check('package.json as published', () => checkManifest(installed))
  await check('a second pack gives the same files and changes nothing', () => checkSecondPack(root, folder, packed))
  await check('a pack that fails leaves package.json as it was', () => checkFailedPack(root, folder))
  await check('links of README, guides and examples', () => {
    const pages = packed.files.map(({ path }) => path).filter((path) => path.endsWith('.md'))
    const broken = brokenLinks(installed, pages)
    if (broken.length > 0) throw new Error(broken.join('\n'))
  })

  const paths = entryPoints()
  const pathsWithoutEngine = paths.filter(({ path }) => path !== 'callgrade/engine')
  writeSubpathProgram(join(project, 'subpaths.mjs'), paths)
  writeSubpathProgram(join(project, 'subpaths-without-engine.mjs'), pathsWithoutEngine)
  for (const [name, runtime] of Object.entries(runtimes)) {
    await check(`every path: ${name}`, async () => {
      if (hasEngine(name)) expectSame(await runtime('subpaths.mjs', project), exportedNames(root, paths))
      else expectSame(await runtime('subpaths-without-engine.mjs', project), exportedNames(root, pathsWithoutEngine))
    })
  }
  for (const program of ['score.mjs', 'sample.mjs', 'alerts.mjs', 'engine.mjs'])
    copyFileSync(join(here, 'programs', program), join(project, program))

  for (const [name, runtime] of Object.entries(runtimes)) {
    await check(`score: ${name}`, async () => {
      expectSame(await runtime('score.mjs', project), `${JSON.stringify(SCORE)}\n`)
    })
  }
  for (const [name, runtime] of Object.entries(runtimes)) {
    await check(`sample: ${name}`, async () => {
      expectSame(await runtime('sample.mjs', project), `${JSON.stringify(SAMPLE)}\n`)
    })
  }
  for (const [name, runtime] of Object.entries(runtimes)) {
    await check(`alerts: ${name}`, async () => {
      expectSame(await runtime('alerts.mjs', project), `${JSON.stringify(ALERTS)}\n`)
    })
  }
  for (const [name, runtime] of Object.entries(runtimes).filter(([runtime]) => hasEngine(runtime))) {
    await check(`engine: ${name}`, async () => {
      expectSame(
        await runtime('engine.mjs', project),
        '[{"type":"csat-floor","params":{"kind":"gate","id":"csat-floor"}}]\n',
      )
    })
  }

  await check('JSON Schemas of the functions are those of callgrade/rubrics/schema', () => {
    const script = `
      import { deepStrictEqual } from 'node:assert'
      import { createRequire } from 'node:module'
      import { alertPolicyJsonSchema } from 'callgrade/alerts'
      import { calendarJsonSchema } from 'callgrade/calendar'
      import { rubricJsonSchema } from 'callgrade/rubric'
      import { manifestJsonSchema, samplingDesignJsonSchema } from 'callgrade/sampling'
      import { evaluationJsonSchema } from 'callgrade/scoring'
      const require = createRequire(import.meta.url)
      const published = (name) => require('callgrade/rubrics/schema/' + name + '.schema.json')
      deepStrictEqual(alertPolicyJsonSchema(), published('alert-policy'))
      deepStrictEqual(calendarJsonSchema(), published('calendar'))
      deepStrictEqual(evaluationJsonSchema(), published('evaluation'))
      deepStrictEqual(manifestJsonSchema(), published('manifest'))
      deepStrictEqual(rubricJsonSchema(), published('rubric'))
      deepStrictEqual(samplingDesignJsonSchema(), published('sampling-design'))
      deepStrictEqual(require('callgrade/rubric').rubricJsonSchema(), published('rubric'))`
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: project, stdio: 'pipe' })
  })

  await check('callgrade/rubrics/*.json by import and by require', () => {
    const script = `
      import { createRequire } from 'node:module'
      import { compileRubric } from 'callgrade'
      import rubric from 'callgrade/rubrics/outbound-sales.json' with { type: 'json' }
      const schema = createRequire(import.meta.url)('callgrade/rubrics/schema/rubric.schema.json')
      console.log(compileRubric(rubric).rubric.id, typeof schema.properties)`
    const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
      cwd: project,
      encoding: 'utf8',
    })
    if (stdout !== 'outbound-sales object\n') throw new Error(stdout + stderr)
  })

  const cli = (args: readonly string[], status: number): void => {
    const result = spawnSync(join(project, 'node_modules/.bin/callgrade'), args, { cwd: project, encoding: 'utf8' })
    if (result.status !== status) throw new Error(`exit ${result.status}\n${result.stdout}${result.stderr}`)
  }
  await check('command line: a rubric of the package is fine (exit 0)', () =>
    cli(['check', 'node_modules/callgrade/rubrics/outbound-sales.json'], 0),
  )
  await check('command line: a file that is no rubric has faults (exit 1)', () => cli(['check', 'package.json'], 1))
  await check('command line: an unknown command is wrong use (exit 2)', () => cli(['no-such-command'], 2))

  placeConsumer(join(here, 'consumer'), project)
  for (const [compilerName, compiler] of Object.entries(compilers)) {
    for (const [resolutionName, resolution] of Object.entries(resolutions)) {
      await check(`types: ${compilerName}, ${resolutionName}`, () => {
        const faults = typeCheck(compiler, resolution, project)
        if (faults !== '') throw new Error(faults)
      })
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

console.log(failures === 0 ? 'all checks of the package passed' : `${failures} checks of the package failed`)
process.exitCode = failures === 0 ? 0 : 1
