import { describe, expect, it } from 'vitest'
import { unknownName } from '../../src/issues/unknown-name.js'

describe('unknownName', () => {
  it('lists the known names and suggests the nearest', () => {
    expect(
      unknownName({
        code: 'document/unknown-key',
        path: ['vetos'],
        at: 'key',
        name: 'vetos',
        known: ['gates', 'vetoes'],
      }),
    ).toEqual({
      code: 'document/unknown-key',
      path: ['vetos'],
      at: 'key',
      expected: '"gates" | "vetoes"',
      received: '"vetos"',
      suggestion: 'vetoes',
    })
  })

  it('suggests nothing where no name is near, or the value is no text', () => {
    const known = new Map([['retention', 1]])
    expect(unknownName({ code: 'document/value', path: [], name: 'sale', known: known.keys() })).not.toHaveProperty(
      'suggestion',
    )
    expect(unknownName({ code: 'document/value', path: [], name: 7, known: known.keys() })).toEqual({
      code: 'document/value',
      path: [],
      expected: '"retention"',
      received: '7',
    })
  })

  it('suggests only candidates, and lists all known names', () => {
    const draft = unknownName({
      code: 'document/unknown-key',
      path: ['titles'],
      name: 'titles',
      known: ['title', 'tiles'],
      candidates: ['tiles'],
    })
    expect(draft).toMatchObject({ expected: '"title" | "tiles"', suggestion: 'tiles' })
  })
})
