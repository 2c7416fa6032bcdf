import { describe, expect, test } from 'vitest'
import { CallgradeError, formatPath, type Issue, isCallgradeError, messageOf } from '../../../src/issues/index.js'
import { parseRubric, type Rubric, safeParseRubric } from '../../../src/rubric/index.js'
import { rubricWith } from '../sound-rubric.js'
import { FAULTS, type FaultCase } from './faults.js'

/** What is told of a document that has to be refused. */
function issuesOf(input: unknown): readonly Issue[] {
  // Faulty on purpose, so that no type fits.
  const result = safeParseRubric(input as Rubric | string)
  if (result.success) throw new Error('the rubric was not refused')
  return result.issues
}

const told = (issues: readonly Issue[]) => issues.map(({ code, path }) => `${code} ${formatPath(path)}`)

test('the rubric that the faults are put into is sound', () => {
  expect(safeParseRubric(JSON.stringify(rubricWith())).issues).toBeUndefined()
})

describe.each(Object.entries(FAULTS))('%s', (_about, faults) => {
  test.each(faults.map((fault) => [fault.when, fault] as const))('%s', (_when, { change, told: all, ...more }) => {
    const value = rubricWith(change)
    const issues = issuesOf(value)
    expect(told(issues)).toEqual(all)
    if (more.suggestion !== undefined) expect(issues[0]?.suggestion).toBe(more.suggestion)
    if (more.details !== undefined) expect(issues[0]?.details).toMatchObject(more.details)

    // The same in a text, with places in it.
    const text = JSON.stringify(value, null, 2)
    const placed = issuesOf(text)
    expect(told(placed).sort()).toEqual([...all].sort())
    for (const { path, position } of placed) {
      if (!position) throw new Error('no position')
      const before = text.slice(0, position.offset).split('\n')
      expect(position.line).toBe(before.length)
      expect(position.column).toBe((before.at(-1)?.length ?? 0) + 1)
      expect(text[position.offset]).toMatch(/[^\s,:}\]]/)
      expect(path.length).toBeGreaterThan(0)
    }

    // And in words that people can act on.
    for (const issue of [...issues, ...placed]) {
      expect(issue.severity).toBe('error')
      expect(messageOf(issue, 'en')).toMatch(/^.{20,}\.$/su)
      expect(messageOf(issue, 'zh-CN')).toMatch(/\p{Script=Han}{2}.*。$/su)
      for (const language of ['en', 'zh-CN'] as const)
        expect(messageOf(issue, language)).not.toMatch(/undefined|\[object|NaN|\bnull\b/)
    }
  })
})

describe('several faults', () => {
  test('that have nothing to do with each other are told in one pass, in the order of the file', () => {
    const { when: _when, ...change }: FaultCase['change'] = {
      timeZone: 'Asia/Nowhere',
      'effective.from': '2026-02-30',
      'scales.steps.scoring': 'pionts',
      'facts.rawScore': { type: 'number' },
      'sections.0.items.0.criticalError.family': 'costumer',
      'sections.0.items.1.wieght': 3,
      'sections.1.items.1.options.2.points': -1,
      'sections.2.items.1.linear.zeroAt': 60,
      'weightAdjustments.0.sharePercents': { need: 60, opening: 50 },
      'vetoes.1.onRating': { item: 'identity', atMost: 1 },
      'gates.0.when.all.0.operator': 'lessThen',
      'gates.0.effects.0.section': 'resolutoin',
      'bonuses.1': { id: 'thanks', points: 1 },
      'result.bands.1.minimum': 1,
    }
    expect(told(issuesOf(JSON.stringify(rubricWith(change), null, 2)))).toEqual([
      'document/time-zone timeZone',
      'document/date effective.from',
      'document/value scales.steps.scoring',
      'rubric/reserved-fact facts.rawScore',
      'rubric/unknown-name sections[0].items[0].criticalError.family',
      'document/unknown-key sections[0].items[1].wieght',
      'document/range sections[1].items[1].options[2].points',
      'rubric/linear-equal sections[2].items[1].linear.fullAt',
      'rubric/shares-over-100 weightAdjustments[0].sharePercents.opening',
      'rubric/on-rating-form vetoes[1].onRating',
      'conditions/unknown-operator gates[0].when.all[0].operator',
      'rubric/unknown-name gates[0].effects[0].section',
      'rubric/duplicate-id bonuses[1].id',
      'rubric/bands result.bands',
    ])
  })

  test('a part that is at fault makes no reference to it a second fault', () => {
    expect(told(issuesOf(rubricWith({ 'scales.five.levels': [] })))).toEqual(['document/empty scales.five.levels'])
    expect(told(issuesOf(rubricWith({ 'facts.csat.type': 'nmber' })))).toEqual(['document/value facts.csat.type'])
    expect(told(issuesOf(rubricWith({ 'sections.1.items.0.mayBeNotApplicable': 'yes' })))).toEqual([
      'document/type sections[1].items[0].mayBeNotApplicable',
    ])
  })

  test('a misspelt kind hides none of the keys of that kind', () => {
    expect(
      told(issuesOf(rubricWith({ 'sections.2.items.1.kind': undefined, 'sections.2.items.1.knid': 'numeric' }))),
    ).toEqual(['document/unknown-key sections[2].items[1].knid'])
  })
})

describe('the error that is thrown', () => {
  test('carries all issues and the code of the first', () => {
    const text = JSON.stringify(rubricWith({ timeZone: 'x', bonusLimit: -1 }), null, 2)
    try {
      parseRubric(text)
      expect.unreachable()
    } catch (error) {
      if (!isCallgradeError(error)) throw error
      expect(error).toBeInstanceOf(CallgradeError)
      expect(error.code).toBe('document/time-zone')
      expect(error.issues).toEqual(issuesOf(text))
      expect(error.message).toContain('document/range at bonusLimit')
    }
  })
})
