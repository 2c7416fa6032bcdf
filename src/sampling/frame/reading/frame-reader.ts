import type { Truth } from '../../../conditions/compiled-node.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { FieldRole, SamplingDesign } from '../../design/sampling-design.js'
import { type StratumName, stratumKey } from '../../design/stratum-key.js'
import { BrokenRow } from './broken-row.js'
import { timeColumn, timeReader } from './call-time.js'
import { columnOf, isFault } from './cell-reader.js'
import { testOf } from './cells-test.js'
import type { Cells, ReadRow } from './frame-call.js'
import type { CellForm, FrameRow } from './frame-row.js'
import { labelReader } from './label-reader.js'

/** Reads the rows of one design's data; compiled once. */
export interface FrameReader {
  readonly read: (row: FrameRow | BrokenRow) => ReadRow
  readonly targeted: readonly ((cells: Cells) => Truth)[]
  readonly perAgent: readonly ((cells: Cells) => Truth)[]
}

const NOT_ELIGIBLE: ReadRow = { kind: 'not-eligible' }

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

function faulty(
  code: 'sampling/eligible-unknown' | 'sampling/missing-id' | 'sampling/missing-stratum',
  field: string,
): ReadRow {
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
