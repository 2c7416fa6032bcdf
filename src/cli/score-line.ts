import type { Score } from '../scoring/index.js'

/** A value as one line of JSON. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

/**
 * A score as one line, character for character what `jsonLine` makes of it. The members of a score are known, and
 * most of its texts come again with every evaluation, so that putting the line together costs about half of
 * JSON.stringify, which was a quarter of the time of the whole command.
 */
export function scoreLine(score: Score): string {
  let line = ''
  // A score has its members in the order in which they are to be printed.
  for (const key in score) {
    const value = score[key as keyof Score]
    if (value === undefined) continue
    line += `${line === '' ? '{' : ','}${quotedAgain(key)}:${
      WITH_MEMBERS.has(key) ? recordText(value as RecordOfCells) : ONE_OF_FEW.has(key) ? fewText(value) : textOf(value)
    }`
  }
  return `${line}}\n`
}

type RecordOfCells = Readonly<Record<string, string | number | null>>

/** Records of cells by the ids of a rubric. */
const WITH_MEMBERS: ReadonlySet<string> = new Set<keyof Score>(['sections', 'items', 'criticalErrors'])
/** Texts of which a rubric, or its year, has a few. */
const ONE_OF_FEW: ReadonlySet<string> = new Set<keyof Score>([
  'rubric',
  'rubricVersion',
  'businessType',
  'date',
  'purpose',
  'status',
  'verdict',
  'band',
])

function recordText(record: RecordOfCells): string {
  let text = ''
  for (const id in record) {
    const cell = record[id]
    if (cell !== undefined) text += `${text === '' ? '' : ','}${quotedAgain(id)}:${fewText(cell)}`
  }
  return `{${text}}`
}

function fewText(value: unknown): string {
  return typeof value === 'string' ? quotedAgain(value) : textOf(value)
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (value === null) return 'null'
  if (Array.isArray(value) && value.length === 0) return '[]'
  return JSON.stringify(value)
}

/** Texts as JSON, kept for the next time. */
const known = new Map<string, string>()
/** Far above what rubrics have; beyond it texts are not kept, so that memory stays what it is. */
const MOST_KNOWN = 10_000

function quotedAgain(text: string): string {
  let quoted = known.get(text)
  if (quoted === undefined) {
    quoted = JSON.stringify(text)
    if (known.size < MOST_KNOWN) known.set(text, quoted)
  }
  return quoted
}
