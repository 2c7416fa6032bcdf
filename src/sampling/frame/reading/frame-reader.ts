import type { Truth } from '../../../conditions/compiled-node.js'
import { factNames } from '../../../conditions/fact-names.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { FieldRole, SamplingDesign } from '../../design/sampling-design.js'
import { BrokenRow } from './broken-row.js'
import { cellReader, isFault } from './cell-reader.js'
import { cellsTest } from './cells-test.js'
import type { Cells, ReadRow } from './frame-call.js'
import type { CellForm, FrameRow } from './frame-row.js'
import { labelReader } from './label-reader.js'
import { StratumIndex } from './stratum-index.js'
import { timeColumn } from './time-column.js'
import { timeReader } from './time-reader.js'

/** Reader of the rows of one design's data. */
export interface FrameReader {
  readonly read: (row: FrameRow | BrokenRow) => ReadRow
  /** Tests of the targeted rules, in the order of the design. */
  readonly targeted: readonly ((cells: Cells) => Truth)[]
  /** Tests of the rules per agent, in the order of the design. */
  readonly perAgent: readonly ((cells: Cells) => Truth)[]
}

const NOT_ELIGIBLE: ReadRow = { kind: 'not-eligible' }

/** Compiles a sound design into a reader of rows. */
export function frameReader(design: SamplingDesign, form: CellForm): FrameReader {
  const times = new Map(
    Object.entries(design.fields).map(([name, { type }]) => [name, timeReader(type, design)] as const),
  )
  const columns = Object.entries(design.fields).map(([name, field]) =>
    cellReader(name, field, form, design, times.get(name)),
  )
  const indexOf = new Map(columns.map(({ name }, index) => [name, index]))
  const indexOfRole = (role: FieldRole): number => columns.findIndex((column) => column.role === role)
  const idAt = indexOfRole('id')
  const agentAt = indexOfRole('agent')
  const timeName = timeColumn(design)
  const timeAt = indexOf.get(timeName ?? '') ?? -1
  const timeOf = times.get(timeName ?? '')
  const eligible = cellsTest(design.eligible, design, indexOf)
  const dimensions = (design.strata ?? []).map((dimension) => labelReader(dimension, indexOf, times))
  const strata = new StratumIndex()

  const read = (row: FrameRow | BrokenRow): ReadRow => {
    if (row instanceof BrokenRow) return brokenRow(row.expected, row.received)
    if (typeof row !== 'object' || row === null) return brokenRow('object', excerptOf(row))
    // The array has its full length from the start: one that grows reserves room for seventeen values.
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
    let stratum = strata.root
    for (const dimension of dimensions) {
      const label = dimension.read(cells)
      if (label === undefined) return faulty('sampling/missing-stratum', dimension.field)
      stratum = strata.within(stratum, label)
    }
    const agent = agentAt < 0 ? undefined : cells[agentAt]
    const time = timeAt < 0 ? undefined : cells[timeAt]
    return {
      kind: 'call',
      id,
      labels: stratum.labels,
      stratum: stratum.key,
      stratumIndex: stratum.index,
      agent: typeof agent === 'string' && agent !== '' ? agent : undefined,
      cells,
      wallTime: timeOf && typeof time === 'string' ? timeOf(time) : undefined,
    }
  }
  return {
    read,
    targeted: (design.targeted ?? []).map(({ where }) => cellsTest(where, design, indexOf)),
    perAgent: (design.perAgent ?? []).map(({ where }) => cellsTest(where, design, indexOf)),
  }
}

/**
 * Returns whether a row inherits from `Object` alone, so that most names need no costly check that they are its own.
 */
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

/** Names of the missing cells that `eligible` asks for. */
function missingNames(design: SamplingDesign, cells: Cells): string {
  const asked: ReadonlySet<string> = design.eligible ? factNames(design.eligible) : new Set()
  return Object.keys(design.fields)
    .filter((name, index) => cells[index] === undefined && asked.has(name))
    .join(', ')
}
