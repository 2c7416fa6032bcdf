import type { FrameRow } from '../../../src/sampling/frame/reading/frame-row.js'

/** A frame with a design, both made up, and what their table looks like. */
export interface RandomFrame {
  readonly design: Readonly<Record<string, unknown>>
  readonly rows: readonly FrameRow[]
  readonly types: Readonly<Record<string, string>>
  readonly instants: 'timestamp' | 'timestamptz' | 'text'
}

type Dice = (sides: number) => number
type Node = Readonly<Record<string, unknown>>

/** Numbers that repeat for a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides)
  }
}

const LABELS = [
  '投诉',
  'a',
  'A',
  'a"b',
  "o'clock",
  'back\\slash',
  '\\',
  '"',
  ' a',
  'a ',
  '',
  '～',
  '😀',
  'é',
  'é',
  '\\n',
  '%_',
  '--',
  "';",
]
const WORDS = [...LABELS, 'ß', 'SS', 'line\nbreak', '\t', '{{', '$1']
const INTEGERS = [0, -1, 5, 300, 301, -300, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER]
const NUMBERS = [0, 0.1, -0.1, 0.30000000000000004, 0.3, 1e-7, 1e21, -1e300, 5, 2.5, 123456789.125, 5e-324]
const DATES = ['1999-08-01', '2000-02-29', '1970-01-02', '0001-01-01', '9999-12-31']
const WALLS = [
  '1999-03-28T05:59:59',
  '1999-08-01T06:00:00',
  '1999-08-01T11:59:59',
  '1999-12-31T23:59:00',
  '2026-10-25T01:30:00',
  '2026-07-01T00:00:00',
  '1999-08-01T12:00:00',
  '1999-08-01T17:59:59',
  '1999-08-01T18:00:00',
]
const TEXT_INSTANTS = [
  ...WALLS,
  '1999-08-01T05:59:59.999999999',
  '1999-08-01T11:59',
  '2000-02-29T23:59:59.5Z',
  '1999-08-01T03:00:00+03:00',
  '2026-03-27T00:00:00Z',
  '1999-08-01T08:59:59.9999999-05:30',
]
const COLUMNS = {
  编号: 'string',
  'agent\'s "id"': 'string',
  label: 'string',
  words: 'string',
  whole: 'integer',
  real: 'number',
  flag: 'boolean',
  day: 'date',
  at: 'instant',
} as const
const AGENT = 'agent\'s "id"'
type Column = keyof typeof COLUMNS

const LITERALS: Readonly<Record<string, readonly unknown[]>> = {
  string: WORDS,
  integer: [...INTEGERS, 0.5, 1e20],
  number: NUMBERS,
  boolean: [true, false],
  date: [...DATES, '1999-8-1'],
}

export function randomFrame(seed: number): RandomFrame {
  const dice = diceOf(seed)
  const one = <T>(list: readonly T[]): T => list[dice(list.length)] as T
  const instants = one(['timestamp', 'timestamptz', 'text'] as const)
  const maybe = <T>(value: T): T | null => (dice(4) === 0 ? null : value)
  const moment = (): string =>
    instants === 'timestamptz' ? `${one(WALLS)}Z` : one(instants === 'text' ? TEXT_INSTANTS : WALLS)
  const strata = ['label', 'whole', 'flag', 'day', 'slot'].filter(() => dice(3) === 0)
  const inStrata = (column: string): boolean => strata.includes(column)
  const filled = <T>(column: string, value: T): T | null => (inStrata(column) ? value : maybe(value))
  const rows = Array.from({ length: 5 + dice(60) }, (_, index) => ({
    编号: `${one(['通话', "a'", 'q"', '\\', '😀', ' '])}-${index}`,
    [AGENT]: maybe(one(['坐席1', 'Agent', 'agent', "o'n", ''])),
    label: filled('label', one(LABELS.slice(0, 2 + dice(LABELS.length - 1)))),
    words: maybe(one(WORDS)),
    whole: filled('whole', one(inStrata('whole') ? INTEGERS.slice(0, 3) : INTEGERS)),
    real: maybe(one(NUMBERS)),
    flag: filled('flag', dice(2) === 0),
    day: filled('day', one(DATES)),
    at: strata.includes('slot') ? moment() : maybe(moment()),
  }))

  const decided = ['string', 'integer', 'number', 'boolean', 'date']
  const columns = (Object.keys(COLUMNS) as Column[]).filter((column) => decided.includes(COLUMNS[column]))
  const leafOver = (column: string, type: string): Node => {
    const literal = (): unknown => one(LITERALS[type] ?? [])
    const list = (): unknown[] => Array.from({ length: 1 + dice(3) }, literal)
    const isNumber = type === 'integer' || type === 'number'
    const same = columns.filter((other) => {
      const kind = COLUMNS[other]
      return isNumber
        ? kind === 'integer' || kind === 'number'
        : type === 'boolean'
          ? kind === 'boolean'
          : kind === 'string' || kind === 'date'
    })
    const sizes = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']
    const scalar = (): string => one(['equal', 'notEqual', ...(isNumber ? sizes : [])])
    const not = (): string => one(['', '', 'not:', 'not:not:'])
    switch (dice(6)) {
      case 0:
        return { fact: column, operator: `${not()}${one(['in', 'notIn'])}`, value: list() }
      case 1:
        return { fact: column, operator: `${not()}swap:${not()}${one(['contains', 'doesNotContain'])}`, value: list() }
      case 2:
        return {
          fact: column,
          operator: `${not()}${one(['someValue', 'everyValue'])}:${not()}${scalar()}`,
          value: list(),
        }
      case 3:
        return { fact: column, operator: `swap:${one(['someFact', 'everyFact'])}:${not()}${scalar()}`, value: list() }
      case 4:
        return { fact: column, operator: `${not()}${one(['', 'swap:'])}${scalar()}`, value: literal() }
      default:
        return inStrata(column) && same.length === 0
          ? { fact: column, operator: 'equal', value: literal() }
          : { fact: column, operator: `${not()}${scalar()}`, value: { fact: one(same) } }
    }
  }
  const node = (leaf: () => Node, depth: number): Node => {
    if (depth === 0) return leaf()
    switch (dice(4)) {
      case 0:
        return { not: node(leaf, depth - 1) }
      case 1:
        return leaf()
      default:
        return { [one(['all', 'any'])]: Array.from({ length: 1 + dice(3) }, () => node(leaf, depth - 1)) }
    }
  }
  const condition = (leaf: () => Node): Node => ({ [one(['all', 'any'])]: [node(leaf, 2), node(leaf, 1)] })
  const overColumns = (): Node => {
    const column = one(columns)
    return leafOver(column, COLUMNS[column])
  }
  const overId = (): Node => ({
    fact: '编号',
    operator: one(['notEqual', 'notIn']) === 'notIn' ? 'notIn' : 'notIn',
    value: ['通话-0', '通话-1', "a'-2"],
  })
  const overStrata = (): Node => {
    const dimension = one(strata)
    if (dimension === 'slot')
      return { fact: 'slot', operator: one(['equal', 'not:equal']), value: one(['早', "l'après-midi"]) }
    const type = COLUMNS[dimension as Column]
    return { fact: dimension, operator: one(['equal', 'notEqual', 'not:equal']), value: one(LITERALS[type] ?? []) }
  }
  const slots = {
    id: 'slot',
    field: 'at',
    slots: {
      早: ['06:00', '12:00'],
      "l'après-midi": ['12:00', '18:00'],
      ...(dice(2) === 0 && { night: ['18:00', '05:59'] }),
    },
    otherwise: dice(2) === 0 ? '其他' : 'night\\',
  }
  return {
    instants,
    rows,
    types: {
      编号: 'VARCHAR',
      [AGENT]: 'VARCHAR',
      label: 'VARCHAR',
      words: 'TEXT',
      whole: 'BIGINT',
      real: 'DOUBLE PRECISION',
      flag: 'BOOLEAN',
      day: 'DATE',
      at: { timestamp: 'TIMESTAMP', timestamptz: 'TIMESTAMP WITH TIME ZONE', text: 'VARCHAR' }[instants],
    },
    design: {
      format: 'callgrade/sampling-design@1',
      id: 'random',
      version: '1',
      title: 'Random',
      timeZone: one(['Asia/Jerusalem', 'Asia/Shanghai', 'America/St_Johns', 'UTC']),
      fields: Object.fromEntries(
        Object.entries(COLUMNS).map(([name, type]) => [
          name,
          { type, ...(name === '编号' && { role: 'id' }), ...(name === AGENT && { role: 'agent' }) },
        ]),
      ),
      ...(dice(2) === 0 && { eligible: { all: [overId()] } }),
      strata: strata.map((dimension) => (dimension === 'slot' ? slots : dimension)),
      minimumTotal: 2 + dice(8),
      ifTooFew: 'take-all',
      ...(strata.length > 0 && {
        coverage: [{ id: 'some', where: condition(overStrata), atLeastPercent: one([0, 10, 33.3, 100]) }],
      }),
      targeted: Array.from({ length: dice(3) }, (_, index) => ({
        id: `rule-${index}`,
        where: condition(overColumns),
        limit: 1 + dice(6),
      })),
      perAgent: Array.from({ length: dice(3) }, () => ({
        minimum: 1 + dice(5),
        ...(dice(3) > 0 && { where: condition(overColumns) }),
      })),
    },
  }
}
