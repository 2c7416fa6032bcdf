import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createContext, runInContext } from 'node:vm'
import { EdgeVM } from '@edge-runtime/vm'
import { type BuildOptions, buildSync } from 'esbuild'

const require = createRequire(import.meta.url)

/** A way to run a program (an ES module file) in the consumer's project; gives what it printed. */
export type Runtime = (program: string, project: string) => string | Promise<string>

const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** Runs `file` with the binary that the development dependency `name` brought. */
const runWith = (name: string, args: readonly string[], cwd: string): string =>
  run(join(require.resolve(`${name}/package.json`), '../../.bin', name), args, cwd)

function bundle(program: string, project: string, options: BuildOptions): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(project, program)],
    bundle: true,
    write: false,
    minify: true,
    logLevel: 'silent',
    ...options,
  })
  return outputFiles?.[0]?.text ?? ''
}

const bundleForWeb = (program: string, project: string): string =>
  bundle(program, project, { format: 'iife', platform: 'browser', target: 'es2022' })

/** What a script prints on the console given to it, promises included. */
async function printedBy(evaluate: (console: { log(line: string): void }) => unknown): Promise<string> {
  let printed = ''
  evaluate({
    log: (line) => {
      printed += `${line}\n`
    },
  })
  for (let turn = 0; turn < 100 && printed === ''; turn++) await sleep(10)
  return printed
}

function toCommonJs(source: string): string {
  return source
    .replaceAll(
      /^import \{([^}]+)\} from ('[^']+')$/gm,
      (_, names: string, from: string) => `const {${names.replaceAll(' as ', ': ')}} = require(${from})`,
    )
    .replaceAll(/^import \* as (\w+) from ('[^']+')$/gm, 'const $1 = require($2)')
}

export const runtimes: Readonly<Record<string, Runtime>> = {
  'Node, ES module': (program, project) => run(process.execPath, ['--no-warnings', program], project),

  'Node, CommonJS': (program, project) => {
    const file = program.replace('.mjs', '.cjs')
    writeFileSync(join(project, file), toCommonJs(readFileSync(join(project, program), 'utf8')))
    return run(process.execPath, ['--no-warnings', file], project)
  },

  'Node, bundled ES module': (program, project) => {
    const file = program.replace('.mjs', '.bundle.mjs')
    writeFileSync(join(project, file), bundle(program, project, { format: 'esm', platform: 'node' }))
    return run(process.execPath, ['--no-warnings', file], project)
  },

  'browser bundle, web globals only': (program, project) => {
    const { TextDecoder, TextEncoder, URL, clearTimeout, queueMicrotask, setTimeout, structuredClone } = globalThis
    return printedBy((console) =>
      runInContext(
        bundleForWeb(program, project),
        createContext({
          TextDecoder,
          TextEncoder,
          URL,
          clearTimeout,
          queueMicrotask,
          setTimeout,
          structuredClone,
          console,
        }),
      ),
    )
  },

  'edge VM, no code from strings': (program, project) =>
    printedBy((console) =>
      new EdgeVM({
        codeGeneration: { strings: false, wasm: false },
        extend: (context) => Object.assign(context, { console }),
      }).evaluate(bundleForWeb(program, project)),
    ),

  Bun: (program, project) => runWith('bun', ['--no-install', program], project),

  Deno: (program, project) => runWith('deno', ['run', '--no-remote', '--node-modules-dir=manual', program], project),
}
