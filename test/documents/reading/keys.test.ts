import { describe, expect, test } from 'vitest'
import { parseRubric } from '../../../src/rubric/index.js'
import { faultsOf, issuesOf, placesOf, read, textWith, valueWith } from './refusals.js'

describe('duplicate keys', () => {
  test('are told with the line of the first', () => {
    expect(issuesOf(textWith({ 9: '  "result": {"passMark": 60},\n  "id": "other"' }))).toMatchObject([
      {
        code: 'document/duplicate-key',
        path: ['id'],
        received: '"id"',
        details: { firstLine: 3 },
        position: { line: 10, column: 3 },
      },
    ])
  })

  test('are told deep inside', () => {
    const line = '    {"id": "all", "items": [{"id": "solved",\n "kind": "yes-no", "id": "solved"}]}'
    expect(issuesOf(textWith({ 7: line }))).toMatchObject([
      {
        code: 'document/duplicate-key',
        path: ['sections', 0, 'items', 0, 'id'],
        details: { firstLine: 7 },
        position: { line: 8, column: 20 },
      },
    ])
  })

  test('are equal also when one is written with escapes', () => {
    expect(placesOf(textWith({ 4: '  "version": "1", "v\\u0065rsion": "2",' }))).toEqual([
      'document/duplicate-key 4:19',
    ])
  })

  test('are told for every repetition', () => {
    expect(placesOf(textWith({ 4: '  "version": "1",\n  "version": "2",\n  "version": "3",' }))).toEqual([
      'document/duplicate-key 5:3',
      'document/duplicate-key 6:3',
    ])
  })

  test('in two objects are no fault', () => {
    expect(read(textWith()).issues).toBeUndefined()
  })
})

describe('keys with a meaning in the language', () => {
  test('__proto__ in a text is told at its place', () => {
    expect(issuesOf(textWith({ 9: '  "result": {"__proto__": {"passMark": 1}, "passMark": 60}' }))).toMatchObject([
      { code: 'document/forbidden-key', path: ['result', '__proto__'], position: { line: 9, column: 14 } },
    ])
  })

  test('__proto__ written with escapes is told too', () => {
    expect(placesOf(textWith({ 9: '  "result": {"\\u005f_proto__": {}, "passMark": 60}' }))).toEqual([
      'document/forbidden-key 9:14',
    ])
  })

  test('__proto__ in a value is told, and changes no prototype', () => {
    const result = JSON.parse('{"__proto__": {"passMark": 1, "polluted": true}, "passMark": 60}') as object
    expect(faultsOf(valueWith({ result }))).toEqual(['document/forbidden-key result.__proto__'])
    expect({}).not.toHaveProperty('polluted')
  })

  test('a prototype gives no member', () => {
    const result = Object.create({ passMark: 60 }) as object
    expect(faultsOf(valueWith({ result }))).toContain('document/not-plain result')
  })

  test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])('%s works as an id of everything', (id) => {
    const rubric = parseRubric({
      ...JSON.parse(textWith()),
      id,
      businessTypes: [{ id }],
      families: [{ id }],
      tags: [{ id }],
      actions: [{ id }],
      scales: { [id]: { levels: [{ value: 1 }] } },
      defaultScale: id,
      facts: { [id]: { type: 'number' } },
      conditions: { [id]: { all: [{ fact: id, operator: 'equal', value: 1 }] } },
      sections: [{ id: 'all', items: [{ id, tags: [id], criticalError: { family: id, atMost: 0 } }] }],
      weightProfiles: { [id]: { weights: { [id]: 2 } } },
      weightAdjustments: [{ from: '2026-01-01', businessTypes: [id], sharePercents: { [id]: 100 } }],
      vetoes: [{ id, when: { condition: id } }],
      gates: [{ id, when: { condition: id }, effects: [{ kind: 'zero' }] }],
      bonuses: [{ id, points: 1 }],
    })
    expect(rubric.id).toBe(id)
  })

  test.each(['constructor', 'toString', '__proto__'])('%s is not declared where nobody declared it', (id) => {
    const items = [{ id: 'solved', scale: id, tags: [id], criticalError: { family: id, atMost: 0 } }]
    expect(
      faultsOf(valueWith({ scales: { five: { levels: [{ value: 1 }] } }, sections: [{ id: 'all', items }] })),
    ).toEqual([
      'rubric/unknown-name sections[0].items[0].tags[0]',
      'rubric/unknown-name sections[0].items[0].criticalError.family',
      'rubric/unknown-name sections[0].items[0].scale',
    ])
  })
})
