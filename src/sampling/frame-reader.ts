import { faultOfFact } from '../conditions/check-fact.js'
import { ConditionCompiler, type Truth } from '../conditions/compile-node.js'
import type { Condition, FactDefinition, Facts } from '../conditions/condition.js'
import { excerptOf, type IssueDraft } from '../documents/issue-draft.js'
import { nearestName } from '../documents/nearest-name.js'
import { isCivilDate } from '../rubric/dates.js'
import type { FieldDefinition, FieldRole, FieldType, SamplingDesign, StratumDimension } from './sampling-design.js'
import { stratumKey } from './stratum-key.js'
import { minuteLabels, minuteOfDay, wallTimeReader } from './time-slots.js'

/**
 * How cells are written: `text`, as in CSV, where every cell is a text and an empty one is missing; or `values`, as in
 * JSON, where a number is a number, and null or undefined is missing.
 */
export type CellForm = 'text' | 'values'

/** One row of the data by the names of its columns. */
export type FrameRow = Readonly<Record<string, unknown>>

/** A call of the frame. */
export interface FrameCall {
  readonly id: string
  readonly labels: readonly string[]
  /** Compact JSON of the labels. */
  readonly stratum: string
  readonly agent: string | undefined
  readonly facts: Facts
  /** Wall time of the design's zone in milliseconds as if it were UTC's, where a column says when the call was. */
  readonly wallTime: number | undefined
}

/** What a row is: a call of the frame, a row that `eligible` leaves out, or faulty. */
export type ReadRow =
  | { readonly kind: 'call'; readonly call: FrameCall }
  | { readonly kind: 'not-eligible' }
  | { readonly kind: 'faulty'; readonly drafts: readonly IssueDraft[] }

/** Reads the rows of one design's data; compiled once. */
export interface FrameReader {
  readonly read: (row: FrameRow) => ReadRow
  readonly targeted: readonly ((facts: Facts) => Truth)[]
  readonly perAgent: readonly ((facts: Facts) => Truth)[]
}

const NOT_ELIGIBLE: ReadRow = { kind: 'not-eligible' }
/** Control characters and halves of surrogate pairs, which no id and no label may hold. */
const NOT_PLAIN_TEXT = /[\p{Cc}\p{Cs}]/u

/** Compiles a sound design to a reader of rows. */
export function frameReader(design: SamplingDesign, cells: CellForm): FrameReader {
  const columns = Object.entries(design.fields).map(([name, field]) => columnOf(name, field, cells, design))
  const nameOfRole = (role: FieldRole): string | undefined => columns.find((column) => column.role === role)?.name
  const idName = nameOfRole('id') ?? ''
  const agentName = nameOfRole('agent')
  const timeOf = timeReader(design)
  const eligible = testOf(design.eligible, design)
  const dimensions = (design.strata ?? []).map((dimension) => labelReader(dimension, design))

  const read = (row: FrameRow): ReadRow => {
    // Without a prototype, so that a column named `toString` is missing where it is not filled in.
    const facts: Record<string, unknown> = Object.create(null)
    let drafts: IssueDraft[] | undefined
    for (const column of columns) {
      const cell = Object.hasOwn(row, column.name) ? row[column.name] : undefined
      if (cell === undefined || cell === null || (cell === '' && cells === 'text')) continue
      const value = column.read(cell)
      if (isFault(value)) {
        drafts ??= []
        drafts.push(value)
      } else facts[column.name] = value
    }
    if (drafts) return { kind: 'faulty', drafts }
    const isEligible = eligible(facts)
    if (isEligible === false) return NOT_ELIGIBLE
    if (isEligible === undefined) return faulty('sampling/eligible-unknown', missingNames(design, facts))
    const id = facts[idName]
    if (typeof id !== 'string' || id === '') return faulty('sampling/missing-id', idName)
    const labels: string[] = []
    for (const dimension of dimensions) {
      const label = dimension.read(facts)
      if (label === undefined) return faulty('sampling/missing-stratum', dimension.field)
      labels.push(label)
    }
    const agent = agentName === undefined ? undefined : facts[agentName]
    return {
      kind: 'call',
      call: {
        id,
        labels,
        stratum: stratumKey(labels),
        agent: typeof agent === 'string' && agent !== '' ? agent : undefined,
        facts,
        wallTime: timeOf(facts),
      },
    }
  }
  return {
    read,
    targeted: (design.targeted ?? []).map(({ where }) => testOf(where, design)),
    perAgent: (design.perAgent ?? []).map(({ where }) => testOf(where, design)),
  }
}

function faulty(code: IssueDraft['code'], field: string): ReadRow {
  return { kind: 'faulty', drafts: [{ code, path: [field], details: { field } }] }
}

function missingNames(design: SamplingDesign, facts: Facts): string {
  const written = JSON.stringify(design.eligible)
  return Object.keys(design.fields)
    .filter((name) => facts[name] === undefined && written.includes(JSON.stringify(name)))
    .join(', ')
}

interface Column {
  readonly name: string
  readonly role: FieldRole | undefined
  readonly read: (cell: unknown) => Cell
}

type Cell = string | number | boolean | IssueDraft

function isFault(cell: Cell): cell is IssueDraft {
  return typeof cell === 'object'
}

function columnOf(name: string, field: FieldDefinition, cells: CellForm, design: SamplingDesign): Column {
  const { type, role } = field
  const isLabel = (design.strata ?? []).includes(name)
  const refuse = (cell: unknown): IssueDraft => {
    const suggestion = suggestionFor(cell, type)
    return {
      code: 'sampling/cell-type',
      path: [name],
      expected: type,
      received: excerptOf(cell),
      ...(suggestion !== undefined && { suggestion }),
      details: { field: name },
    }
  }
  const parse = cells === 'text' ? textParser(type, design) : valueParser(type, design)
  // Ids, agents and labels stand in manifests and are compared byte by byte.
  const isName = type === 'string' && (isLabel || role !== undefined)
  return {
    name,
    role,
    read: (cell) => {
      const value = parse(cell)
      if (value === undefined) return refuse(cell)
      if (isName && typeof value === 'string' && NOT_PLAIN_TEXT.test(value))
        return { code: 'sampling/bad-text', path: [name], received: excerptOf(value), details: { field: name } }
      return value
    },
  }
}

type Parser = (cell: unknown) => string | number | boolean | undefined

/** Whole numbers and numbers as JSON writes them, without leading zeros: `007` is a text. */
const INTEGER = /^-?(0|[1-9]\d*)$/
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

function textParser(type: FieldType, design: SamplingDesign): Parser {
  switch (type) {
    case 'string':
      return (cell) => (typeof cell === 'string' ? cell : undefined)
    case 'integer':
      return (cell) => {
        const value = typeof cell === 'string' && INTEGER.test(cell) ? Number(cell) : Number.NaN
        return Number.isSafeInteger(value) ? value + 0 : undefined
      }
    case 'number':
      return (cell) => {
        const value = typeof cell === 'string' && NUMBER.test(cell) ? Number(cell) : Number.NaN
        return Number.isFinite(value) ? value : undefined
      }
    case 'boolean':
      return (cell) => (cell === 'true' ? true : cell === 'false' ? false : undefined)
    default:
      return timeParser(type, design)
  }
}

function valueParser(type: FieldType, design: SamplingDesign): Parser {
  if (type === 'date' || type === 'instant') return timeParser(type, design)
  const fact: FactDefinition = { type }
  return (cell) => (faultOfFact(cell, fact, []) === undefined ? (cell as string | number | boolean) : undefined)
}

function timeParser(type: 'date' | 'instant', design: SamplingDesign): Parser {
  if (type === 'date')
    return (cell) =>
      typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell) && isCivilDate(cell) ? cell : undefined
  const wallTimeOf = wallTimeReader(design.timeZone ?? 'UTC')
  return (cell) => (typeof cell === 'string' && !Number.isNaN(wallTimeOf(cell)) ? cell : undefined)
}

function suggestionFor(cell: unknown, type: FieldType): string | undefined {
  if (typeof cell === 'number' && type === 'string') return JSON.stringify(String(cell))
  if (typeof cell !== 'string') return undefined
  const trimmed = cell.trim()
  if (type === 'instant' && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/.test(trimmed)) return trimmed.replace(' ', 'T')
  if (type === 'boolean') return nearestName(trimmed.toLowerCase(), ['true', 'false'])
  if ((type === 'integer' || type === 'number') && trimmed !== cell && NUMBER.test(trimmed)) return trimmed
  return undefined
}

/** Reads the label that a dimension gives a call, a text as written. */
function labelReader(
  dimension: StratumDimension,
  design: SamplingDesign,
): { readonly field: string; readonly read: (facts: Facts) => string | undefined } {
  if (typeof dimension === 'string') {
    return {
      field: dimension,
      read: (facts) => {
        const value = facts[dimension]
        return value === undefined ? undefined : String(value)
      },
    }
  }
  const wallTimeOf = wallTimeReader(design.timeZone ?? 'UTC')
  const labels = minuteLabels(dimension)
  return {
    field: dimension.field,
    read: (facts) => {
      const value = facts[dimension.field]
      return typeof value === 'string' ? labels[minuteOfDay(wallTimeOf(value))] : undefined
    },
  }
}

/** When a call was: by the column with the role `time`, else by the only column of instants. */
function timeReader(design: SamplingDesign): (facts: Facts) => number | undefined {
  const fields = Object.entries(design.fields)
  const instants = fields.filter(([, { type }]) => type === 'instant')
  const [name, field] =
    fields.find(([, { role }]) => role === 'time') ?? (instants.length === 1 ? instants[0] : undefined) ?? []
  if (name === undefined || !field) return () => undefined
  const wallTimeOf = wallTimeReader(design.timeZone ?? 'UTC')
  return (facts) => {
    const value = facts[name]
    if (typeof value !== 'string') return undefined
    return field.type === 'date' ? Date.parse(value) : wallTimeOf(value)
  }
}

/** A condition over the columns; without one it holds always. */
function testOf(condition: Condition | undefined, design: SamplingDesign): (facts: Facts) => Truth {
  if (condition === undefined) return () => true
  const compiler = new ConditionCompiler<Facts>(
    {
      reader: (name) => ({
        read: (facts) => facts[name],
        type: operandTypeOf(design.fields[name]?.type ?? 'string'),
      }),
    },
    {},
  )
  return compiler.compile(condition).test
}

function operandTypeOf(type: FieldType): 'number' | 'boolean' | 'string' {
  if (type === 'integer' || type === 'number') return 'number'
  return type === 'boolean' ? 'boolean' : 'string'
}

/** What coverage rules are tested against: the labels by the ids of the dimensions, with the types of their columns. */
export function stratumFacts(design: SamplingDesign, labels: readonly string[]): Facts {
  return Object.fromEntries(
    (design.strata ?? []).map((dimension, index) => {
      const label = labels[index] ?? ''
      if (typeof dimension !== 'string') return [dimension.id, label]
      const type = design.fields[dimension]?.type
      if (type === 'integer') return [dimension, Number(label)]
      return [dimension, type === 'boolean' ? label === 'true' : label]
    }),
  )
}

/** A coverage rule's condition over the labels of a stratum. */
export function coverageTest(design: SamplingDesign, condition: Condition): (labels: readonly string[]) => boolean {
  const compiler = new ConditionCompiler<Facts>(
    { reader: (name) => ({ read: (facts) => facts[name], type: 'any' }) },
    {},
  )
  const { test } = compiler.compile(condition)
  return (labels) => test(stratumFacts(design, labels)) === true
}
