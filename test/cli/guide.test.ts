import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluationGuide } from '../../src/rubric/index.js'
import { run } from './console-double.js'

const rubric = readFileSync(new URL('../../rubrics/outbound-sales.json', import.meta.url), 'utf8')

describe('callgrade guide', () => {
  it('prints the guide in the language and form that are asked for', async () => {
    for (const [language, format] of [
      ['en', 'markdown'],
      ['zh-CN', 'html'],
    ] as const)
      expect(await run(['guide', '--lang', language, '--format', format, 'r.json'], { 'r.json': rubric })).toEqual({
        exit: 0,
        output: evaluationGuide(rubric, { language, format }),
        errors: '',
      })
  })

  it('reports the faults of a rubric instead', async () => {
    const { exit, output, errors } = await run(['guide', 'r.json'], { 'r.json': '{}' })
    expect([exit, output]).toEqual([1, ''])
    expect(errors).toContain('r.json:1:1 error document/missing-key')
  })
})
