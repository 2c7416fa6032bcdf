import { describe, expect, it } from 'vitest'
import { parseCalendar, safeParseCalendar } from '../../src/calendar/index.js'
import { parseManifest, safeParseManifest } from '../../src/sampling/index.js'

const calendar = {
  format: 'callgrade/calendar@1',
  id: 'always',
  version: '1',
  title: 'Always',
  valid: { from: '2026-01-01', through: '2026-12-31' },
  weekend: [],
  workingHours: [['00:00', '24:00']],
}

describe('documentParser', () => {
  it('copies and freezes a value', () => {
    const parsed = parseCalendar(calendar)
    expect(parsed).toEqual(calendar)
    expect(parsed).not.toBe(calendar)
    expect(Object.isFrozen(parsed.workingHours[0])).toBe(true)
  })

  it('returns a document that it returned before as it is', () => {
    const parsed = parseCalendar(calendar)
    expect(parseCalendar(parsed)).toBe(parsed)
    expect(safeParseCalendar(parsed).data).toBe(parsed)
  })

  it.each([undefined, null, 7, true, () => {}, Symbol('s'), 1n, [], new Date(0)])(
    'the safe form takes any value and never throws: case %#',
    (input) => {
      expect(safeParseCalendar(input).success).toBe(false)
      expect(safeParseManifest(input).success).toBe(false)
    },
  )

  it('throws the faults that the safe form returns', () => {
    const { issues } = safeParseManifest('{}')
    expect(() => parseManifest('{}')).toThrow(expect.objectContaining({ issues }))
  })
})
