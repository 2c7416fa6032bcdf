import { describe, expect, it } from 'vitest'
import { unusedNames } from '../../src/issues/unused-names.js'

describe('unused names', () => {
  it('an entry of a list is reported at its id, in the order of the document', () => {
    expect(unusedNames('roles', [{ id: 'c' }, { id: 'a' }, { id: 'b' }], ['a'])).toEqual([
      { path: ['roles', 0, 'id'], at: 'value', received: '"c"' },
      { path: ['roles', 2, 'id'], at: 'value', received: '"b"' },
    ])
  })

  it('an entry by name is reported at its key', () => {
    expect(unusedNames('facts', { shift: {}, queue: {} }, new Set(['shift']))).toEqual([
      { path: ['facts', 'queue'], at: 'key', received: '"queue"' },
    ])
  })

  it('an entry that is kept on purpose is not reported', () => {
    expect(unusedNames('facts', { shift: { note: 'for reports' } }, [], ({ note }) => note !== undefined)).toEqual([])
  })

  it('nothing is reported where nothing is declared', () => {
    expect(unusedNames('facts', undefined, ['shift'])).toEqual([])
  })
})
