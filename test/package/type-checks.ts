import { spawnSync } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The oldest TypeScript that is supported, the one that builds the package, and the newest. */
export const compilers: Readonly<Record<string, string>> = {
  'TypeScript 5.4': 'typescript-5.4',
  'TypeScript 6': 'typescript',
  'TypeScript 7': 'typescript-7',
}

interface Resolution {
  readonly files: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

/** How consumers resolve the package. TypeScript allows import attributes (JSON) under nodenext and bundler only. */
export const resolutions: Readonly<Record<string, Resolution>> = {
  node16: { files: ['use.mts', 'use.cts'], options: { module: 'node16', moduleResolution: 'node16' } },
  nodenext: { files: ['use.mts', 'use-json.mts'], options: { module: 'nodenext', moduleResolution: 'nodenext' } },
  bundler: { files: ['use.ts', 'use-json.ts'], options: { module: 'esnext', moduleResolution: 'bundler' } },
}

/** Lays the consumer's files into the project, once for each kind of module. */
export function placeConsumer(folder: string, project: string): void {
  for (const kind of ['ts', 'mts', 'cts']) copyFileSync(join(folder, 'use.ts'), join(project, `use.${kind}`))
  for (const kind of ['ts', 'mts']) copyFileSync(join(folder, 'use-json.ts'), join(project, `use-json.${kind}`))
}

/** Type-checks the consumer, all declarations of callgrade and its dependencies included; gives the compiler's faults. */
export function typeCheck(compiler: string, { files, options }: Resolution, project: string): string {
  const configuration = {
    compilerOptions: {
      target: 'es2022',
      lib: ['es2022'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      resolveJsonModule: true,
      skipLibCheck: false,
      noEmit: true,
      ...options,
    },
    files,
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(configuration))
  const tsc = join(dirname(require.resolve(`${compiler}/package.json`)), 'bin/tsc')
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: project, encoding: 'utf8' })
  return status === 0 ? '' : stdout + stderr || `exit ${status}`
}
