import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/documents/canonical-json.js'

describe('canonicalJson', () => {
  it('gives equal texts for equal values, at every depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
  })

  it('keeps the order of lists', () => {
    expect(canonicalJson([2, 1])).toBe('[2,1]')
  })
})
