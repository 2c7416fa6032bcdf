import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (name: string): string => readFileSync(join(root, name), 'utf8')

it.each(['README.md', 'README.zh-CN.md'])('%s is one short page', (name) => {
  expect(read(name).length).toBeLessThanOrEqual(10_000)
})

it('both READMEs have the same headings and link to the same pages', () => {
  const levels = (text: string) => text.match(/^#+(?= )/gm)
  const links = (text: string) => [...text.matchAll(/\]\((docs\/[\w-]+)[\w.-]*\.md\)/g)].map(([, page]) => page)
  expect(levels(read('README.zh-CN.md'))).toEqual(levels(read('README.md')))
  expect(links(read('README.zh-CN.md'))).toEqual(links(read('README.md')))
})
