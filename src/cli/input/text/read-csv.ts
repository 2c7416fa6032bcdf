import { parse } from 'csv-parse/stream'

/** Takes the records of a CSV file as they are read. Lines count from 1, and a record begins at its line. */
export interface CsvTaker {
  readonly header: (cells: readonly string[]) => void
  readonly row: (cells: readonly string[], line: number) => void
  /** A double quote stands where none may be, or is never closed; the record is left out. */
  readonly misquoted: (line: number) => void
}

/**
 * Reads CSV as RFC 4180 has it, with lines that end in LF or CRLF; empty lines are passed over.
 * @returns whether there was a heading
 */
export async function readCsv(pieces: AsyncIterable<string>, taker: CsvTaker): Promise<boolean> {
  const lines = new ByteLines()
  let hasHeader = false
  let misquotedLine = 0
  // Records are taken in `on_record`, not from the stream, which would cost a promise for each of a million.
  const { writable } = parse({
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_record: (cells: readonly string[], { bytes }) => {
      const next = lines.at(bytes)
      if (!hasHeader) {
        hasHeader = true
        taker.header(cells)
      } else taker.row(cells, next.line - (next.isLineStart ? 1 : 0) - lineFeedsIn(cells))
      return undefined
    },
    on_skip: (error) => {
      // One record may have several such quotes.
      const line = lines.contentFrom(error !== undefined && 'bytes' in error ? Number(error.bytes) : 0)
      if (line === misquotedLine) return
      misquotedLine = line
      taker.misquoted(line)
    },
  })
  const writer = writable.getWriter()
  let isEmpty = true
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece)
    lines.push(bytes)
    isEmpty = false
    await writer.write(bytes)
  }
  // An empty stream is ended by csv-parse itself, which makes closing it fail.
  if (!isEmpty) await writer.close()
  return hasHeader
}

function lineFeedsIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++
  return count
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/**
 * The lines of places in a stream of bytes that are asked for in rising order. csv-parse counts CRLF within quotes
 * twice, so its own line numbers cannot be used.
 */
class ByteLines {
  private chunks: { readonly start: number; readonly bytes: Buffer }[] = []
  private length = 0
  private place = 0
  private line = 1
  private isLineStart = true

  push(bytes: Buffer): void {
    this.chunks.push({ start: this.length, bytes })
    this.length += bytes.length
  }

  /** The line that the byte at a place is in, and whether it is the first of it. */
  at(place: number): { readonly line: number; readonly isLineStart: boolean } {
    for (const { start, bytes } of this.chunks) {
      const end = Math.min(place - start, bytes.length)
      if (this.place - start >= end) continue
      for (
        let at = bytes.indexOf(LINE_FEED, this.place - start);
        at >= 0 && at < end;
        at = bytes.indexOf(LINE_FEED, at + 1)
      )
        this.line++
      this.isLineStart = bytes[end - 1] === LINE_FEED
      this.place = start + end
    }
    while (this.chunks.length > 1 && (this.chunks[1]?.start ?? 0) <= this.place) this.chunks.shift()
    return { line: this.line, isLineStart: this.isLineStart }
  }

  /** The line of the first byte from a place on that ends no line. */
  contentFrom(place: number): number {
    this.at(place)
    for (const { start, bytes } of this.chunks)
      for (let at = Math.max(0, this.place - start); at < bytes.length; at++)
        if (bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) return this.at(start + at).line
    return this.line
  }
}
