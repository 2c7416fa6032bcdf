import { describe, expect, it } from 'vitest'
import { classifyAlerts, parseAlertState, safeParseAlertState } from '../../../src/alerts/index.js'
import { parseAlertPolicy } from '../../../src/alerts/policy/parse-alert-policy.js'

const policy = parseAlertPolicy({
  format: 'callgrade/alert-policy@1',
  id: 'mini',
  version: '1',
  title: 'Mini',
  fromScores: [{ kind: 'veto' }],
  levels: [{ id: 'red' }],
  rules: [{ id: 'veto', kinds: ['veto'], groupBy: ['call'], steps: [{ level: 'red', count: { atLeast: 1 } }] }],
})
const review = classifyAlerts({}, policy, { asOf: '2026-03-01T09:00:00+08:00' })

describe('parseAlertState', () => {
  it('reads back what a run wrote, as text and as a value', () => {
    expect(parseAlertState(JSON.stringify(review), policy)).toEqual(review)
    expect(parseAlertState(review, policy)).toEqual(review)
  })

  it('throws the faults that safeParseAlertState returns', () => {
    const broken = '{"format": "callgrade/alert-st'
    const { issues } = safeParseAlertState(broken, policy)
    expect(issues?.length).toBeGreaterThan(0)
    expect(() => parseAlertState(broken, policy)).toThrow(expect.objectContaining({ issues }))
  })

  it.each([undefined, null, 7, [], {}])('refuses %j, which is no state', (input) => {
    expect(safeParseAlertState(input, policy).success).toBe(false)
  })
})
