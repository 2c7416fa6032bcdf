import { describe, expect, it } from 'vitest'
import { groupBy } from '../../src/documents/group-by.js'

describe('groupBy', () => {
  it('keeps keys and values in the order in which they come', () => {
    const groups = groupBy([3, 1, 4, 1, 5, 9, 2, 6], (n) => n % 2 === 0)
    expect([...groups]).toEqual([
      [false, [3, 1, 1, 5, 9]],
      [true, [4, 2, 6]],
    ])
  })

  it('takes keys that objects have by birth for names like any other', () => {
    expect(groupBy(['__proto__', 'constructor'], (name) => name).get('__proto__')).toEqual(['__proto__'])
  })
})
