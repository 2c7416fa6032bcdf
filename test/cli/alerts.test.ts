import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AlertReview } from '../../src/alerts/index.js'
import { run } from './console-double.js'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const rubric = read('rubrics/outbound-sales.json')
const files = {
  'p.json': read('rubrics/outbound-alerts.json'),
  'cn.json': read('rubrics/calendar-cn-2026.json'),
  'r.json': rubric,
  'e.jsonl': read('examples/data/outbound-sales-evaluations.jsonl'),
}
const base = ['--policy', 'p.json', '--calendar', 'cn.json']
const at = (asOf: string): readonly string[] => [...base, '--as-of', asOf]
const OCTOBER = '2026-10-09T09:00:00+08:00'

const complaint = (id: string, more: object = {}): string =>
  JSON.stringify({
    id,
    kind: 'complaint',
    occurredAt: '2026-10-08T10:00:00+08:00',
    foundAt: '2026-10-08T10:05:00+08:00',
    callId: `call-${id}`,
    purpose: 'targeted',
    facts: { risk: 'legal-dispute' },
    ...more,
  })

const URGENT = 'outbound-alerts/high-risk-complaint/call=call-k1'

/** The state after a first run over one complaint. */
async function stateAfter(asOf = '2026-10-08T10:10:00+08:00'): Promise<string> {
  const { written } = await run(['alerts', ...at(asOf), '--findings', 'f.jsonl', '--state', 's.json'], {
    ...files,
    'f.jsonl': complaint('k1'),
  })
  return written?.['s.json'] ?? ''
}

describe('callgrade alerts', () => {
  it('raises alerts from real score lines, in a table for people', async () => {
    const scored = await run(['score', '--rubric', 'r.json', 'e.jsonl'], files)
    const { exit, output, errors } = await run(
      ['alerts', ...at(OCTOBER), '--scores', 's.jsonl', '--rubric', 'r.json', '--by', 'team'],
      { ...files, 's.jsonl': scored.output },
    )
    expect([exit, errors]).toEqual([0, ''])
    expect(output).toContain('Alerts, as of 2026-10-09T09:00:00+08:00')
    expect(output).toMatch(
      /^Red {2,}Veto {2,}call=C-0820-0542 {2,}open {2,}2026-08-21 11:10 {2,}1 finding {2,}Root-cause report {2,}2026-08-22 11:10 OVERDUE {2,}outbound-alerts\/veto\/call=C-0820-0542$/m,
    )
    expect(output).toMatch(/^team=T2 {2,}2026-08 {2,}3 {2,}0 /m)
  })

  it('speaks Chinese, Markdown and JSON', async () => {
    const findings = { ...files, 'f.jsonl': complaint('k1') }
    const words = ['alerts', ...at('2026-10-08T11:00:00+08:00'), '--findings', 'f.jsonl']
    const markdown = await run([...words, '--lang', 'zh-CN', '--format', 'markdown'], findings)
    expect(markdown.output).toContain('| 级别 | 规则 |')
    expect(markdown.output).toMatch(/\| 2026-10-08 10:35 逾期 \|/)
    const json = JSON.parse((await run([...words, '--format', 'json'], findings)).output) as AlertReview
    expect(json.alerts[0]).toMatchObject({ fingerprint: URGENT, duties: [{ status: 'overdue' }, {}, {}] })
  })

  it('keeps alerts between runs, and says the same when it is run again', async () => {
    const state = await stateAfter()
    const again = await run(
      ['alerts', ...at('2026-10-08T10:10:00+08:00'), '--findings', 'f.jsonl', '--state', 's.json'],
      { ...files, 'f.jsonl': complaint('k1'), 's.json': state },
    )
    expect(again.written?.['s.json']).toBe(state)
    const later = await run(['alerts', ...at(OCTOBER), '--state', 's.json'], { ...files, 's.json': state })
    expect(later.exit).toBe(0)
    expect(later.output).toContain('1 open, 1 of them with something overdue; 0 ended')
  })

  it('a wrong or half-written state loses nothing and says so', async () => {
    const state = await stateAfter()
    const words = ['alerts', ...at(OCTOBER), '--findings', 'f.jsonl', '--state', 's.json']
    const findings = { ...files, 'f.jsonl': complaint('k2') }
    for (const [broken, code] of [
      [state.slice(0, state.length / 2), 'document/'],
      ['', 'document/not-json'],
      ['{"format":"callgrade/rubric@1"}', 'document/wrong-format'],
      [state.replace('"policy":"outbound-alerts"', '"policy":"inbound"'), 'alerts/state-policy'],
      [state.replace('"asOf":"2026-10-08T10:10:00+08:00"', '"asOf":"yesterday"'), 'document/instant'],
      [state.replace('"alerts":[', '"alerts":[7,'), 'document/type'],
      [state.replaceAll('"kind":"complaint"', '"kind":"compliant"'), 'document/value'],
    ] as const) {
      const { exit, errors, output, written } = await run(words, { ...findings, 's.json': broken })
      expect([exit, output, written]).toEqual([1, '', undefined])
      expect(errors).toContain(code)
      expect(errors).toContain('it was left as it is')
    }
  })

  it('an instant before the state is wrong use', async () => {
    const state = await stateAfter()
    const { exit, errors } = await run(['alerts', ...at('2026-10-08T10:00:00+08:00'), '--state', 's.json'], {
      ...files,
      's.json': state,
    })
    expect(exit).toBe(2)
    expect(errors).toContain('as of 2026-10-08T10:10:00+08:00 already')
  })

  it('tells a faulty finding with its line and place, and does nothing', async () => {
    const text = `${complaint('k1')}\n${complaint('k2', { kind: 'complaintt' })}\n{"id": "k3"\n`
    const words = ['alerts', ...at(OCTOBER), '--findings', 'f.jsonl', '--state', 's.json']
    const broken = await run(words, { ...files, 'f.jsonl': text })
    expect([broken.exit, broken.written]).toEqual([1, undefined])
    expect(broken.errors).toContain('f.jsonl:3:')
    const wrong = await run(words, { ...files, 'f.jsonl': text.split('\n').slice(0, 2).join('\n') })
    expect([wrong.exit, wrong.written]).toEqual([1, undefined])
    expect(wrong.errors).toContain('f.jsonl:2:1 kind error document/value')
    expect(wrong.errors).toContain('Did you mean "complaint"?')
  })

  it.each([
    [['alerts'], 'Name the alert policy'],
    [['alerts', '--policy', 'p.json'], 'Say as of when'],
    [['alerts', ...base, '--as-of', 'now'], 'is not a point in time'],
    [['alerts', ...at(OCTOBER)], 'nothing to look at'],
    [['alerts', ...at(OCTOBER), 'scores.jsonl'], 'are named by options'],
    [['alerts', ...at(OCTOBER), '--format', 'csv'], '--format knows no "csv"'],
    [['due', ...at(OCTOBER)], 'Name the state'],
    [['due', ...at(OCTOBER), '--state', 'absent.json'], 'absent.json does not exist'],
    [['due', ...at(OCTOBER), '--state', 's.json', '--within', 'soon'], '--within takes'],
    [['track', ...base, '--state', 's.json'], 'Name a file of events'],
    [['track', ...base, '--state', 's.json', '--alert', 'x'], 'One event takes'],
  ])('%j is wrong use', async (words, message) => {
    const { exit, errors } = await run(words, files)
    expect(exit).toBe(2)
    expect(errors).toContain(message)
  })
})

describe('callgrade due', () => {
  it('lists what is owed, the overdue first, and tasks for a work-order system', async () => {
    const state = { ...files, 's.json': await stateAfter() }
    const words = ['due', ...at('2026-10-08T11:05:00+08:00'), '--state', 's.json']
    const { exit, output } = await run(words, state)
    expect(exit).toBe(0)
    // Due 10:35, half an hour ago.
    expect(output.split('\n')[1]).toMatch(/^2026-10-08 10:35 {2,}OVERDUE by 0\.5 h {2,}Urgent/)
    const soon = await run([...words, '--within', '1', '--format', 'json'], state)
    expect(JSON.parse(soon.output)).toMatchObject([{ fingerprint: URGENT, duty: { id: 'senior' }, overdueMinutes: 30 }])
    const csv = await run([...words, '--format', 'csv', '--lang', 'zh-CN'], state)
    expect(csv.output.split('\n')[0]).toBe(
      '\ufeffid,title,assignedTo,status,startsAt,dueAt,doneAt,level,rule,group,fingerprint,episode,evidence',
    )
    expect(csv.output).toContain(`${URGENT}/1/urgent/senior,`)
    expect(csv.output).toContain('资深专员')
  })
})

describe('callgrade track', () => {
  const event = (kind: string, instant: string): readonly string[] => [
    '--alert',
    URGENT,
    '--event',
    kind,
    '--at',
    instant,
    '--by',
    'S02',
  ]

  it('applies one event, and the duty is done', async () => {
    const state = { ...files, 's.json': await stateAfter() }
    const { exit, output, errors, written } = await run(
      ['track', ...base, '--state', 's.json', ...event('engaged', '2026-10-08T10:30:00+08:00')],
      state,
    )
    expect(exit).toBe(0)
    expect(errors).toContain('1 event applied')
    expect(output).toContain('as of 2026-10-08T10:30:00+08:00')
    const { alerts } = JSON.parse(written?.['s.json'] ?? '') as AlertReview
    expect(alerts[0]?.duties[0]).toMatchObject({ id: 'senior', status: 'done', doneAt: '2026-10-08T10:30:00+08:00' })
  })

  it('refuses what is impossible with its code, and the state stays', async () => {
    const state = { ...files, 's.json': await stateAfter() }
    for (const [words, code] of [
      [event('closed', '2026-10-08T10:30:00+08:00'), 'alerts/event-duties-open'],
      [event('engaged', '2026-10-08T10:00:00+08:00'), 'alerts/event-too-early'],
      [event('engagd', '2026-10-08T10:30:00+08:00'), 'alerts/event-unknown-kind'],
      [[...event('engaged', '2026-10-08T10:30:00+08:00'), '--episode', '2'], 'alerts/event-no-alert'],
    ] as const) {
      const { exit, errors, output, written } = await run(['track', ...base, '--state', 's.json', ...words], state)
      expect([exit, output, written]).toEqual([1, '', undefined])
      expect(errors).toContain(code)
    }
  })

  it('takes a file of events; the possible ones are kept, the others told', async () => {
    const events = [
      ['acknowledged', '2026-10-08T10:20:00+08:00'],
      ['acknowledged', '2026-10-08T10:25:00+08:00'],
      ['engaged', '2026-10-08T10:30:00+08:00'],
    ].map(([kind, instant], index) =>
      JSON.stringify({ id: `e${index}`, fingerprint: URGENT, episode: 1, kind, at: instant, by: 'S02' }),
    )
    const { exit, errors, written } = await run(['track', ...base, '--state', 's.json', '-'], {
      ...files,
      's.json': await stateAfter(),
      '-': events.join('\n'),
    })
    expect(exit).toBe(1)
    expect(errors).toContain('alerts/event-twice')
    const { alerts, events: kept } = JSON.parse(written?.['s.json'] ?? '') as AlertReview
    expect(alerts[0]?.history.map(({ id }) => id)).toEqual(['e0', 'e2'])
    expect(kept.map(({ id }) => id)).toEqual(['e0', 'e2'])
  })

  it('tells a faulty event with its line', async () => {
    const { exit, errors } = await run(['track', ...base, '--state', 's.json', 'ev.jsonl'], {
      ...files,
      's.json': await stateAfter(),
      'ev.jsonl': `{"id": "e", "fingerprint": "${URGENT}", "kind": "engaged", "at": "2026-10-08T10:30:00+08:00"}`,
    })
    expect(exit).toBe(1)
    expect(errors).toContain('ev.jsonl:1:1 episode error document/missing-key')
    expect(errors).toContain('ev.jsonl:1:1 by error document/missing-key')
  })
})
