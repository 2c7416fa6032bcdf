import { createHash, type Hash } from 'node:crypto'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/index.js'
import { nearestName } from '../../issues/nearest-name.js'
import { BrokenRow, type FrameRow, type ManifestInput, type SamplingDesign } from '../../sampling/index.js'
import type { CommandContext } from '../command-context.js'
import { LineMap } from '../faults/line-map.js'
import type { Words } from '../words/words.js'
import { cellFormOf } from './cell-form-of.js'
import { readCsv } from './text/read-csv.js'
import { readTextPieces } from './text/read-text-pieces.js'
import { STANDARD_INPUT } from './text/standard-input.js'

/** Takes the rows of call data as they are read; lines go on from file to file. */
export type RowTaker = (row: FrameRow | BrokenRow, line: number) => void

/** What was read. */
export interface ReadCalls {
  /** The files with the SHA-256 of their bytes. */
  readonly inputs: readonly ManifestInput[]
  readonly lines: LineMap
  /** Columns that the design names and a file lacks; each is reported once. */
  readonly issues: readonly Issue[]
}

/** Reads files of calls one after the other, in constant memory. */
export async function readCalls(
  files: readonly string[],
  design: SamplingDesign,
  context: CommandContext,
  take: RowTaker,
): Promise<ReadCalls> {
  const lines = new LineMap()
  const inputs: ManifestInput[] = []
  const issues: Issue[] = []
  const isText = cellFormOf(files, context.words) === 'text'
  for (const file of files) {
    lines.begin(file)
    const digest = createHash('sha256')
    const pieces = readTextPieces(file, hashing(context, digest))
    if (isText) issues.push(...(await readCsvCalls(pieces, design, lines, context.words, take)))
    else await readJsonLines(pieces, lines, take)
    inputs.push({ name: nameOf(file), sha256: digest.digest('hex') })
  }
  return { inputs, lines, issues }
}

/** The name without its folders: a manifest goes to other machines. */
function nameOf(file: string): string {
  return file === STANDARD_INPUT ? file : (file.split(/[\\/]/).at(-1) ?? file)
}

function hashing(context: CommandContext, digest: Hash): CommandContext {
  async function* through(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      digest.update(chunk)
      yield chunk
    }
  }
  const { console } = context
  return {
    ...context,
    console: {
      ...console,
      open: (file) => through(console.open(file)),
      standardInput: () => through(console.standardInput()),
    },
  }
}

async function readCsvCalls(
  pieces: AsyncIterable<string>,
  design: SamplingDesign,
  lines: LineMap,
  { faults }: Words,
  take: RowTaker,
): Promise<readonly Issue[]> {
  let names: readonly string[] = []
  let issues: readonly Issue[] = []
  await readCsv(pieces, {
    header: (cells) => {
      names = cells
      issues = missingColumns(design, cells)
    },
    row: (cells, line) => {
      // Every row of a file that lacks a column would be reported.
      if (issues.length > 0) return
      const number = lines.numberOf(line)
      if (cells.length !== names.length) {
        take(new BrokenRow(faults.cells(names.length), faults.cells(cells.length)), number)
        return
      }
      const row: Record<string, string> = {}
      for (let index = 0; index < names.length; index++) row[names[index] ?? ''] = cells[index] ?? ''
      take(row, number)
    },
    misquoted: (line) => {
      if (issues.length === 0) take(new BrokenRow('"..."', '"'), lines.numberOf(line))
    },
  })
  return issues
}

function missingColumns(design: SamplingDesign, header: readonly string[]): readonly Issue[] {
  const missing = Object.keys(design.fields).filter((name) => !header.includes(name))
  const repeated = Object.keys(design.fields).filter((name) => header.indexOf(name) !== header.lastIndexOf(name))
  return [
    ...missing.map((name): Issue => {
      const suggestion = nearestName(name, header)
      return {
        code: 'sampling/missing-column',
        severity: 'error',
        path: ['fields', name],
        received: JSON.stringify(name),
        ...(suggestion !== undefined && { suggestion }),
      }
    }),
    ...repeated.map(
      (name): Issue => ({
        code: 'sampling/repeated-column',
        severity: 'error',
        path: ['fields', name],
        received: JSON.stringify(name),
      }),
    ),
  ]
}

/** Longest line that is taken, in UTF-16 units. */
const LONGEST_LINE = 5_000_000

async function readJsonLines(pieces: AsyncIterable<string>, lines: LineMap, take: RowTaker): Promise<void> {
  let rest = ''
  let line = 0
  const takeLine = (text: string): void => {
    line++
    if (text.trim() === '') return
    take(jsonRow(text), lines.numberOf(line))
  }
  for await (const piece of pieces) {
    const text = rest + piece
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      takeLine(text.slice(from, end))
      from = end + 1
    }
    rest = text.slice(from, from + LONGEST_LINE)
  }
  if (rest !== '') takeLine(rest)
}

function jsonRow(text: string): FrameRow | BrokenRow {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as FrameRow
    return new BrokenRow('{...}', excerptOf(value))
  } catch {
    return new BrokenRow('{...}', excerptOf(text.slice(0, 60)))
  }
}
