import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Alert, type AlertEvent, deadline, type Exposure, type Finding } from '../../src/index.js'
import { calendars, classify, outboundAlerts } from './sound-policy.js'

/** A business case by the practice's own policy, with its dates worked by hand. */
interface AlertCase {
  readonly title: string
  readonly working: readonly string[]
  readonly findings: readonly Finding[]
  readonly exposures?: readonly Exposure[]
  readonly events: readonly AlertEvent[]
  readonly asOf: string
  /** Rules that are looked at; all where absent. */
  readonly only?: readonly string[]
  /** Of the first of the expected alerts. */
  readonly p?: number
  readonly expected: readonly Partial<Alert>[]
}

const folder = join(import.meta.dirname, '../cases/alerts')
const files = readdirSync(folder)

describe('alerts of the practice', () => {
  test.each(files)('%s', (file) => {
    const known = JSON.parse(readFileSync(join(folder, file), 'utf8')) as AlertCase
    expect(known.working.length).toBeGreaterThan(0)
    const { findings, exposures = [], events, asOf } = known
    const { alerts, refused } = classify({ findings, exposures, events }, outboundAlerts, asOf)
    expect(refused).toEqual([])
    const seen = alerts.filter(({ rule }) => known.only?.includes(rule) ?? true)
    expect(seen.map(({ fingerprint, episode }) => [fingerprint, episode])).toEqual(
      known.expected.map(({ fingerprint, episode = 1 }) => [fingerprint, episode]),
    )
    for (const [index, expected] of known.expected.entries()) {
      const alert = seen[index]
      expect(alert).toMatchObject(expected)
      expect(alert?.duties).toHaveLength(expected.duties?.length ?? 0)
      expect(alert?.notices).toHaveLength(expected.notices?.length ?? 0)
    }
    if (known.p !== undefined) expect(seen[0]?.evidence.p).toBeCloseTo(known.p, 5)
  })

  test('appeals and feedback have two working days, over National Day as well', () => {
    const { appeal, feedback } = outboundAlerts.review ?? {}
    for (const term of [appeal, feedback])
      expect(term && deadline('2026-09-30T10:00:00+08:00', term.within, calendars)).toEqual({
        status: 'fixed',
        dueAt: '2026-10-10T00:00:00+08:00',
      })
  })
})
