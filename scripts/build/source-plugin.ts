import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Plugin } from 'esbuild'
import { markCalls } from './mark-calls.js'
import { withoutDescriptions } from './without-descriptions.js'

// tsup bundles its configuration, so that this file has no folder of its own.
const root = process.cwd()

/** Modules that are loaded with the descriptions of their schemas. */
const DESCRIBED = 'described'

/**
 * Loads the modules of `src` for the build. A schema is there twice: documents are read by one without the bilingual
 * descriptions, which only the functions that write a JSON Schema need. An app that reads a rubric does not load them.
 */
export function sourcePlugin(): Plugin {
  return {
    name: 'callgrade-source',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^\.\.?\/.+\.js$/ }, ({ path, importer, namespace }) => {
        // Source maps name a module of this kind by its path, which must not be that of the builder's machine.
        const from = namespace === DESCRIBED ? join(root, importer) : importer
        if (!/[\\/]src[\\/].+\.ts$/.test(from)) return undefined
        const file = join(dirname(from), path.replace(/\.js$/, '.ts'))
        const wantsDescriptions = namespace === DESCRIBED || writesJsonSchema(from)
        if (wantsDescriptions && describesFields(file)) return { path: relative(root, file), namespace: DESCRIBED }
        return namespace === DESCRIBED ? { path: file } : undefined
      })
      onLoad({ filter: /[\\/]src[\\/].+\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8')
        const isBare = usesDescribed(source) && !writesJsonSchema(path)
        return { contents: markCalls(isBare ? withoutDescriptions(source, path) : source, path), loader: 'ts' }
      })
      onLoad({ filter: /[\\/]jsonc-parser[\\/]lib[\\/]esm[\\/]impl[\\/]scanner\.js$/ }, ({ path }) => ({
        contents: withoutCharacterCodes(readFileSync(path, 'utf8')),
        loader: 'js',
      }))
      onLoad({ filter: /.*/, namespace: DESCRIBED }, ({ path }) => {
        const file = join(root, path)
        return { contents: markCalls(readFileSync(file, 'utf8'), file), loader: 'ts', resolveDir: dirname(file) }
      })
    },
  }
}

/**
 * Removes a table of names of characters that jsonc-parser's scanner builds at load and never reads: its compiler has
 * written the numbers in. A bundler cannot tell, and keeps 4 KB.
 */
function withoutCharacterCodes(source: string): string {
  const table = /^var CharacterCodes;\n\(function \(CharacterCodes\) \{[\s\S]*?^\}\)\(CharacterCodes \|\| .*$/m
  const rest = source.replace(table, '')
  if (rest === source || /CharacterCodes/.test(rest.replace(/\/\*.*?\*\//g, '')))
    throw new Error('the scanner of jsonc-parser is not the one that this build knows')
  return rest
}

const writesJsonSchema = (file: string): boolean => readFileSync(file, 'utf8').includes('z.toJSONSchema(')

const usesDescribed = (source: string): boolean =>
  /^import \{[^}]*\bdescribed\b[^}]*\} from/m.test(source) || source.includes('export function described')

/** Whether the module describes fields or holds the function that does, itself or in a module that it imports. */
function describesFields(file: string): boolean {
  const known = describing.get(file)
  if (known !== undefined) return known
  // A circle of imports, which the linter refuses, would end here.
  describing.set(file, false)
  const source = readFileSync(file, 'utf8')
  const describes =
    source.includes('export function described') ||
    [...source.matchAll(/^(?:import|export) (?!type )[^'"]*? from '(\.[^']+)\.js'/gm)].some(([, path = '']) =>
      describesFields(join(dirname(file), `${path}.ts`)),
    )
  describing.set(file, describes)
  return describes
}

const describing = new Map<string, boolean>()
