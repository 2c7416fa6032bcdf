import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface EntryPoint {
  /** Path of the import, such as `callgrade/scoring`. */
  readonly path: string
  /** File name for what is written about it, such as `scoring`; `callgrade` for the root. */
  readonly name: string
  /** Files of dist, relative to the root of the package, such as `./dist/scoring/index.js`. */
  readonly module: string
  readonly types: string
}

interface Conditions {
  readonly import?: { readonly types: string; readonly default: string }
}

/** Lists what package.json exports as code: the root and every subpath. */
export function entryPoints(): readonly EntryPoint[] {
  const { exports } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, string | Conditions>>
  }
  return Object.entries(exports).flatMap(([key, target]) => {
    if (typeof target === 'string' || target.import === undefined) return []
    const name = key === '.' ? 'callgrade' : key.slice(2).replaceAll('/', '-')
    const path = key === '.' ? 'callgrade' : `callgrade/${key.slice(2)}`
    return [{ path, name, module: target.import.default, types: target.import.types }]
  })
}
