import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '../../src')

/** Files and packages that a file imports before it runs, with what these import; imports of types cost nothing. */
function importedBy(file: string, found = new Set<string>()): ReadonlySet<string> {
  const text = readFileSync(file, 'utf8')
  for (const [, clause = '', from = ''] of text.matchAll(/^(?:import|export) ([^;]*?) from '([^']+)'/gms)) {
    const hasValues = !/^type |^\{(\s*type \w+,?)+\s*\}$/.test(clause)
    if (!hasValues) continue
    const target = from.startsWith('.') ? join(dirname(file), from.replace(/\.js$/, '.ts')) : from
    if (found.has(target)) continue
    found.add(target)
    if (from.startsWith('.')) importedBy(target, found)
  }
  return found
}

describe('the start of the command line', () => {
  it('loads nothing but Node and a few files of its own before the command is known', () => {
    const imported = [...importedBy(join(src, 'cli/main.ts'))]
    const packages = imported.filter((name) => !name.startsWith(src))
    expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([])
    const rooms = new Set(
      imported.filter((name) => name.startsWith(src)).map((name) => relative(src, name).split('/')[0]),
    )
    expect([...rooms]).toEqual(['cli'])
    expect(imported.filter((name) => name.includes('/commands/') || name.includes('/words/'))).toEqual([])
  })
})
