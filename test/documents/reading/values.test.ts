import { describe, expect, test } from 'vitest'
import { parseRubric } from '../../../src/rubric/index.js'
import { faultsOf, issuesOf, read, textWith, valueWith } from './refusals.js'

class Title {
  readonly text = 'Mini'
}

describe('a value that JSON cannot say', () => {
  test.each([
    ['NaN', Number.NaN, 'NaN'],
    ['Infinity', Number.POSITIVE_INFINITY, 'Infinity'],
    ['-Infinity', Number.NEGATIVE_INFINITY, '-Infinity'],
    ['a BigInt', 60n, 'bigint'],
    ['a function', () => 60, 'function'],
    ['a symbol', Symbol('60'), 'symbol'],
    ['a Date', new Date(0), 'Date'],
    ['a Map', new Map([['zh-CN', '小']]), 'Map'],
    ['a Set', new Set(['Mini']), 'Set'],
    ['a RegExp', /Mini/, 'RegExp'],
    ['a boxed string', Object('Mini'), 'String'],
    ['a class instance', new Title(), 'Title'],
    ['a Promise', Promise.resolve('Mini'), 'Promise'],
    ['typed bytes', new Uint8Array(2), 'Uint8Array'],
  ])('%s is named where it stands', (_name, value, received) => {
    const [issue] = issuesOf(valueWith({ title: value }))
    expect(issue).toMatchObject({ code: 'document/not-plain', path: ['title'], received })
    expect(issue?.position).toBeUndefined()
  })

  test('is told once, not again as a null that nobody wrote', () => {
    expect(faultsOf(valueWith({ title: Number.NaN }))).toEqual(['document/not-plain title'])
    expect(faultsOf(valueWith({ result: { passMark: Number.NaN } }))).toEqual(['document/not-plain result.passMark'])
  })

  test.each([undefined, null, 60, 60n, true, () => textWith(), Symbol('x'), new Map(), [], Number.NaN])(
    'at the root, %s is refused',
    (value) => {
      const issues = issuesOf(value)
      expect(issues[0]?.path).toEqual([])
      for (const { received } of issues) expect(value === null ? undefined : received).not.toBe('null')
    },
  )

  test('a hole in a list is named', () => {
    const tags: unknown[] = [{ id: 'a' }]
    tags[2] = { id: 'c' }
    expect(faultsOf(valueWith({ tags }))).toContain('document/not-plain tags[1]')
  })

  test('a cycle is named where it closes', () => {
    const section: Record<string, unknown> = { id: 'all' }
    section.sections = [section]
    expect(issuesOf(valueWith({ sections: [section] }))[0]).toMatchObject({
      code: 'document/not-plain',
      expected: 'no cycle',
      path: ['sections', 0, 'sections', 0],
    })
  })

  test('the same part in two places is no cycle', () => {
    const title = { 'zh-CN': '小', en: 'Mini' }
    const rubric = valueWith({ title, note: title })
    expect(read(rubric).success).toBe(true)
  })

  test('a member that is undefined is absent, as JSON.stringify has it', () => {
    expect(read(valueWith({ bonusLimit: undefined })).success).toBe(true)
    expect(faultsOf(valueWith({ id: undefined }))).toEqual(['document/missing-key id'])
  })

  test.each([
    ['an error', new Error('no connection')],
    ['a text', 'no connection'],
    ['nothing', undefined],
    ['an object without a prototype', Object.create(null)],
    [
      'an error whose message throws',
      Object.defineProperty(new Error('x'), 'message', {
        get() {
          throw new Error('again')
        },
      }),
    ],
  ])('a getter that throws %s is an issue, not a crash', (_name, thrown) => {
    const rubric = Object.defineProperty(valueWith(), 'title', {
      enumerable: true,
      get() {
        throw thrown
      },
    })
    expect(issuesOf(rubric)).toMatchObject([{ code: 'document/not-plain' }])
  })

  test('a Proxy is read like the object it stands for', () => {
    expect(read(new Proxy(valueWith(), {})).success).toBe(true)
  })

  test('a Proxy that is revoked, or whose traps throw, is an issue', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(issuesOf(proxy)).toMatchObject([{ code: 'document/not-plain' }])
    const trap = new Proxy(
      {},
      {
        ownKeys() {
          throw new TypeError('no keys')
        },
      },
    )
    expect(issuesOf(valueWith({ title: trap }))).toMatchObject([{ code: 'document/not-plain' }])
  })

  test('a getter that answers otherwise every time is asked once', () => {
    let asked = 0
    const rubric = Object.defineProperty(valueWith(), 'id', { enumerable: true, get: () => `id-${++asked}` })
    expect(parseRubric(rubric).id).toBe('id-1')
    expect(asked).toBe(1)
  })

  test('what the caller changes afterwards changes nothing', () => {
    const value = valueWith()
    const rubric = parseRubric(value)
    value.id = 'changed'
    ;(value.result as { passMark: number }).passMark = 0
    expect(rubric).toEqual(JSON.parse(textWith()))
    expect(Object.isFrozen(rubric.result)).toBe(true)
    expect(Object.isFrozen(value)).toBe(false)
  })

  test('half of a character pair is kept in a text and refused in an id', () => {
    const result = read(valueWith({ title: 'a\ud83d' }))
    expect(result.data?.title).toBe('a\ud83d')
    expect(faultsOf(valueWith({ id: 'a\ud83d' }))).toEqual(['document/id id'])
  })
})
