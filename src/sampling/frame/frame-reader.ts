import { ConditionCompiler, type Truth } from '../../conditions/compiled-node.js'
import type { Condition, Facts } from '../../conditions/condition.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { nearestName } from '../../issues/nearest-name.js'
import type {
  FieldDefinition,
  FieldRole,
  FieldType,
  SamplingDesign,
  StratumDimension,
} from '../design/sampling-design.js'
import { type StratumName, stratumKey } from '../design/stratum-key.js'
import { dayReader, minuteLabels, minuteOfDay, wallTimeReader } from '../design/time-slots.js'

/**
 * How cells are written: `text`, as in CSV, where every cell is a text and an empty one is missing; or `values`, as in
 * JSON, where a number is a number, and null or undefined is missing.
 */
export type CellForm = 'text' | 'values'

/** One row of the data by the names of its columns. */
export type FrameRow = Readonly<Record<string, unknown>>

/** The values of one row in the order of the design's fields; undefined where missing. */
export type Cells = readonly unknown[]

/** A row that could not be made out, such as a line of CSV with too few cells; it is faulty like any other. */
export class BrokenRow {
  constructor(
    /** What a row should be. */
    readonly expected: string,
    /** What it is, shortened. */
    readonly received: string,
  ) {}
}

/** A call of the frame. */
export interface FrameCall {
  readonly kind: 'call'
  readonly id: string
  readonly labels: readonly string[]
  /** Compact JSON of the labels. */
  readonly stratum: string
  /** The stratum's number in this reader: small, whole, the same for all its calls. */
  readonly stratumIndex: number
  readonly agent: string | undefined
  readonly cells: Cells
  /** Wall time of the design's zone in milliseconds as if it were UTC's, where a column says when the call was. */
  readonly wallTime: number | undefined
}

/** What a row is: a call of the frame, a row that `eligible` leaves out, or faulty. */
export type ReadRow =
  | FrameCall
  | { readonly kind: 'not-eligible' }
  | { readonly kind: 'faulty'; readonly drafts: readonly IssueDraft[] }

/** Reads the rows of one design's data; compiled once. */
export interface FrameReader {
  readonly read: (row: FrameRow | BrokenRow) => ReadRow
  readonly targeted: readonly ((cells: Cells) => Truth)[]
  readonly perAgent: readonly ((cells: Cells) => Truth)[]
}

const NOT_ELIGIBLE: ReadRow = { kind: 'not-eligible' }
/** Control characters and halves of surrogate pairs, which no id and no label may hold. */
const NOT_PLAIN_TEXT = /[\p{Cc}\p{Cs}]/u

/** Compiles a sound design to a reader of rows. */
export function frameReader(design: SamplingDesign, form: CellForm): FrameReader {
  const times = new Map(
    Object.entries(design.fields).map(([name, { type }]) => [name, timeReader(type, design)] as const),
  )
  const columns = Object.entries(design.fields).map(([name, field]) =>
    columnOf(name, field, form, design, times.get(name)),
  )
  const indexOf = new Map(columns.map(({ name }, index) => [name, index]))
  const indexOfRole = (role: FieldRole): number => columns.findIndex((column) => column.role === role)
  const idAt = indexOfRole('id')
  const agentAt = indexOfRole('agent')
  const timeName = timeColumn(design)
  const timeAt = indexOf.get(timeName ?? '') ?? -1
  const timeOf = times.get(timeName ?? '')
  const eligible = testOf(design.eligible, design, indexOf)
  const dimensions = (design.strata ?? []).map((dimension) => labelReader(dimension, indexOf, times))
  let nodes = 0
  const nodeOf = (labels: readonly string[]): LabelNode => ({
    stratum: { key: stratumKey(labels), labels },
    index: nodes++,
    next: new Map(),
  })
  const root = nodeOf([])

  const read = (row: FrameRow | BrokenRow): ReadRow => {
    if (row instanceof BrokenRow) return brokenRow(row.expected, row.received)
    if (typeof row !== 'object' || row === null) return brokenRow('object', excerptOf(row))
    // As long as it will be: an array that grows takes room for seventeen values a row.
    const cells = new Array<unknown>(columns.length)
    let drafts: IssueDraft[] | undefined
    const isPlain = isPlainObject(row)
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index]
      if (!column) continue
      const isOwn = (isPlain && !column.isOfEveryObject) || Object.hasOwn(row, column.name)
      const cell = isOwn ? row[column.name] : undefined
      if (cell === undefined || cell === null || (cell === '' && form === 'text')) {
        cells[index] = undefined
        continue
      }
      const value = column.read(cell)
      if (isFault(value)) {
        drafts ??= []
        drafts.push(value)
      } else cells[index] = value
    }
    if (drafts) return { kind: 'faulty', drafts }
    const isEligible = eligible(cells)
    if (isEligible === false) return NOT_ELIGIBLE
    if (isEligible === undefined) return faulty('sampling/eligible-unknown', missingNames(design, cells))
    const id = cells[idAt]
    if (typeof id !== 'string' || id === '') return faulty('sampling/missing-id', columns[idAt]?.name ?? '')
    let node = root
    for (const dimension of dimensions) {
      const label = dimension.read(cells)
      if (label === undefined) return faulty('sampling/missing-stratum', dimension.field)
      let next = node.next.get(label)
      if (!next) {
        next = nodeOf([...node.stratum.labels, label])
        node.next.set(label, next)
      }
      node = next
    }
    const agent = agentAt < 0 ? undefined : cells[agentAt]
    const time = timeAt < 0 ? undefined : cells[timeAt]
    return {
      kind: 'call',
      id,
      labels: node.stratum.labels,
      stratum: node.stratum.key,
      stratumIndex: node.index,
      agent: typeof agent === 'string' && agent !== '' ? agent : undefined,
      cells,
      wallTime: timeOf && typeof time === 'string' ? timeOf(time) : undefined,
    }
  }
  return {
    read,
    targeted: (design.targeted ?? []).map(({ where }) => testOf(where, design, indexOf)),
    perAgent: (design.perAgent ?? []).map(({ where }) => testOf(where, design, indexOf)),
  }
}

/** The strata that were met, label by label, so that labels and key are made once a stratum and not once a call. */
interface LabelNode {
  readonly stratum: StratumName
  readonly index: number
  readonly next: Map<string, LabelNode>
}

/** Whether a row inherits from nothing but `Object`, so that most names need no costly look whether they are its own. */
function isPlainObject(row: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(row)
  return prototype === Object.prototype || prototype === null
}

function brokenRow(expected: string, received: string): ReadRow {
  return { kind: 'faulty', drafts: [{ code: 'sampling/row-shape', path: [], expected, received }] }
}

function faulty(code: IssueDraft['code'], field: string): ReadRow {
  return { kind: 'faulty', drafts: [{ code, path: [field], details: { field } }] }
}

function missingNames(design: SamplingDesign, cells: Cells): string {
  const asked = factsOf(design.eligible)
  return Object.keys(design.fields)
    .filter((name, index) => cells[index] === undefined && asked.has(name))
    .join(', ')
}

/** The facts that a condition asks for, on either side of its comparisons. */
function factsOf(part: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(part)) for (const element of part) factsOf(element, found)
  else if (typeof part === 'object' && part !== null)
    for (const [key, member] of Object.entries(part)) {
      if (key === 'fact' && typeof member === 'string') found.add(member)
      else factsOf(member, found)
    }
  return found
}

interface Column {
  readonly name: string
  readonly role: FieldRole | undefined
  /** Whether every object inherits something of this name, as `toString`. */
  readonly isOfEveryObject: boolean
  readonly read: (cell: unknown) => Cell
}

type Cell = string | number | boolean | IssueDraft

function isFault(cell: Cell): cell is IssueDraft {
  return typeof cell === 'object'
}

function columnOf(
  name: string,
  { type, role }: FieldDefinition,
  form: CellForm,
  design: SamplingDesign,
  timeOf: TimeReader | undefined,
): Column {
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
  const parse = timeOf ? timeParser(timeOf) : form === 'text' ? textParser(type) : valueParser(type)
  // Ids, agents and labels stand in manifests and are compared byte by byte.
  const isName = type === 'string' && ((design.strata ?? []).includes(name) || role !== undefined)
  return {
    name,
    role,
    isOfEveryObject: name in Object.prototype,
    read: isName
      ? (cell) => {
          if (typeof cell !== 'string') return refuse(cell)
          if (isPlainText(cell)) return cell
          return { code: 'sampling/bad-text', path: [name], received: excerptOf(cell), details: { field: name } }
        }
      : (cell) => parse(cell) ?? refuse(cell),
  }
}

/** Whether a text is without control characters and halves of surrogate pairs. */
function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return false
    if (unit >= 0xd800 && unit < 0xe000) return !NOT_PLAIN_TEXT.test(text)
  }
  return true
}

type Parser = (cell: unknown) => string | number | boolean | undefined

/** Whole numbers and numbers as JSON writes them, without leading zeros: `007` is a text. */
const INTEGER = /^(0|-?[1-9]\d*)$/
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

function textParser(type: FieldType): Parser {
  switch (type) {
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
      return textOf
  }
}

function valueParser(type: FieldType): Parser {
  switch (type) {
    case 'integer':
      return (cell) => (typeof cell === 'number' && Number.isSafeInteger(cell) ? cell : undefined)
    case 'number':
      return (cell) => (typeof cell === 'number' && Number.isFinite(cell) ? cell : undefined)
    case 'boolean':
      return (cell) => (typeof cell === 'boolean' ? cell : undefined)
    default:
      return textOf
  }
}

function textOf(cell: unknown): string | undefined {
  return typeof cell === 'string' ? cell : undefined
}

function timeParser(timeOf: TimeReader): Parser {
  return (cell) => (typeof cell === 'string' && !Number.isNaN(timeOf(cell)) ? cell : undefined)
}

function suggestionFor(cell: unknown, type: FieldType): string | undefined {
  if (typeof cell === 'number' && type === 'string') return String(cell)
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
  indexOf: ReadonlyMap<string, number>,
  times: ReadonlyMap<string, TimeReader | undefined>,
): { readonly field: string; readonly read: (cells: Cells) => string | undefined } {
  const field = typeof dimension === 'string' ? dimension : dimension.field
  const at = indexOf.get(field) ?? -1
  if (typeof dimension === 'string') {
    return {
      field,
      read: (cells) => {
        const value = cells[at]
        return value === undefined ? undefined : String(value)
      },
    }
  }
  const labels = minuteLabels(dimension)
  const timeOf = times.get(field)
  return {
    field,
    read: (cells) => {
      const value = cells[at]
      return timeOf && typeof value === 'string' ? labels[minuteOfDay(timeOf(value))] : undefined
    },
  }
}

/** Milliseconds of a date or an instant in the design's zone, or NaN where a text is neither. */
type TimeReader = (text: string) => number

/** A row's text is asked for up to three times running, as a cell, a label and the time of the call, but read once. */
function timeReader(type: FieldType, { timeZone = 'UTC' }: SamplingDesign): TimeReader | undefined {
  if (type !== 'date' && type !== 'instant') return undefined
  const read = type === 'date' ? dayReader() : wallTimeReader(timeZone)
  let lastText: string | undefined
  let lastTime = Number.NaN
  return (text) => {
    if (text !== lastText) {
      lastTime = read(text)
      lastText = text
    }
    return lastTime
  }
}

/** The column that says when a call was: the one with the role `time`, else the only column of instants. */
function timeColumn({ fields }: SamplingDesign): string | undefined {
  const all = Object.entries(fields)
  const instants = all.filter(([, { type }]) => type === 'instant')
  const [name] = all.find(([, { role }]) => role === 'time') ?? (instants.length === 1 ? instants[0] : undefined) ?? []
  return name
}

/** A condition over the columns; without one it holds always. */
function testOf(
  condition: Condition | undefined,
  design: SamplingDesign,
  indexOf: ReadonlyMap<string, number>,
): (cells: Cells) => Truth {
  if (condition === undefined) return () => true
  const compiler = new ConditionCompiler<Cells>(
    {
      reader: (name) => {
        const at = indexOf.get(name) ?? -1
        return { read: (cells) => cells[at], type: operandTypeOf(design.fields[name]?.type ?? 'string') }
      },
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
