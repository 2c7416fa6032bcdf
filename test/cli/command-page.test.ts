import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandPage } from '../../scripts/command-page.js'

describe('the pages of all commands', () => {
  it.each([
    ['en', 'commands.md'],
    ['zh-CN', 'commands.zh-CN.md'],
  ] as const)('in %s are as the commands are now: npm run commands', async (language, name) => {
    const page = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
    expect(page).toBe(await commandPage(language))
  })
})
