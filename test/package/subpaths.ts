import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EntryPoint } from '../../scripts/entry-points.js'

/** Writes a program that imports every path and prints the names that each of them exports. */
export function writeSubpathProgram(file: string, paths: readonly EntryPoint[]): void {
  const imports = paths.map(({ path }, index) => `import * as path${index} from '${path}'\n`)
  const namesOf =
    "(exported) => Object.keys(exported).filter((name) => name !== 'default' && !name.startsWith('__')).sort()"
  const lines = paths.map(({ path }, index) => `  '${path}: ' + namesOf(path${index}).join(' '),\n`)
  writeFileSync(file, `${imports.join('')}const namesOf = ${namesOf}\nconsole.log([\n${lines.join('')}].join('\\n'))\n`)
}

/** The same lines from the API reports, which are read from the declarations. */
export function exportedNames(root: string, paths: readonly EntryPoint[]): string {
  const lines = paths.map(({ path, name }) => {
    const report = readFileSync(join(root, 'etc/api', `${name}.api.md`), 'utf8')
    const names = [...report.matchAll(/^export (?:declare )?(?:abstract )?(?:function|const|class) (\w+)/gm)]
    return `${path}: ${[...new Set(names.map(([, exported]) => exported))].sort().join(' ')}\n`
  })
  return lines.join('')
}
