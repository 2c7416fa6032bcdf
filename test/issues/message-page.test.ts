import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagePage } from '../../scripts/message-page.js'
import { messages } from '../../src/issues/messages/en.js'

const docs = join(import.meta.dirname, '../../docs')

describe('the pages of all messages', () => {
  it.each([
    ['en', 'messages.md'],
    ['zh-CN', 'messages.zh-CN.md'],
  ] as const)('in %s is as the messages are now, and leaves none out', (language, name) => {
    const page = readFileSync(join(docs, name), 'utf8')
    expect(page, 'npm run messages writes it anew').toBe(messagePage(language))
    expect(Object.keys(messages.sentences).filter((code) => !page.includes(`\`${code}\``))).toEqual([])
  })

  it('marks every warning that lint gives, and no error, as one', () => {
    const sources = lintFiles().flatMap((file) => codesIn(file))
    const page = messagePage('en')
    const marked = [...page.matchAll(/^\| `([^`]+)` \| \*\*warning\*\*/gm)].map(([, code]) => code)
    expect([...new Set(sources)].sort()).toEqual(marked.sort())
  })
})

const src = join(import.meta.dirname, '../../src')

/** The folders of lint, and what each kind of item lints. */
function lintFiles(): readonly string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(?:^|\/)lint\/[^/]+\.ts$|\/items\/[^/]+\/lint\.ts$/.test(path))
}

/** Codes that a source names. */
function codesIn(file: string): readonly string[] {
  return [...readFileSync(join(src, file), 'utf8').matchAll(/'((?:rubric|alerts)\/[a-z-]+)'/g)].flatMap(([, code]) =>
    code !== undefined && code in messages.sentences ? [code] : [],
  )
}
