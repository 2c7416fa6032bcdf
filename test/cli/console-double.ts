import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Console } from '../../src/cli/console.js'
import { runCommand } from '../../src/cli/run-command.js'

/** What a command printed and how it ended. */
export interface Outcome {
  readonly exit: number
  readonly output: string
  readonly errors: string
  /** Files that were written. */
  readonly written?: Readonly<Record<string, string>>
}

/** What surrounds the command line besides files. */
export interface Surroundings {
  readonly environment?: Readonly<Record<string, string>>
  readonly locale?: string
  /** Bytes of the pieces in which files are read. */
  readonly pieceLength?: number
  readonly isTerminal?: boolean
}

/** Runs the command line on files in memory. Files may be text or bytes; standard input is the file `-`. */
export async function run(
  words: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  { environment = {}, locale = 'en-US', pieceLength = 7_919, isTerminal = false }: Surroundings = {},
): Promise<Outcome> {
  let output = ''
  let errors = ''
  const written: Record<string, string> = {}
  async function* open(file: string): AsyncGenerator<Uint8Array> {
    const content = written[file] ?? files[file]
    if (content === undefined)
      throw Object.assign(new Error(`ENOENT: no such file or directory, open '${file}'`), { code: 'ENOENT' })
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    for (let from = 0; from < bytes.length; from += pieceLength) yield bytes.subarray(from, from + pieceLength)
  }
  const console: Console = {
    standardInput: () => open('-'),
    open,
    isSameFile: async (one, other) => normal(one) === normal(other),
    beginFile: async (file) => {
      if (file.endsWith('/')) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' })
      let text = ''
      return {
        write: async (piece) => {
          text += piece
        },
        finish: async () => {
          written[file] = text
        },
        abandon: async () => {},
      }
    },
    write: async (text) => {
      output += text
    },
    writeError: (text) => {
      errors += text
    },
    isOutputTerminal: isTerminal,
    isErrorTerminal: isTerminal,
    environment,
    locale: () => locale,
    now: () => 0,
    wallClock: () => Date.parse('2026-06-15T12:00:00Z'),
    readPackaged: async (path) => {
      const file = join(import.meta.dirname, '../..', path)
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined
    },
    createFile: async (file, text) => {
      if (file in files || file in written) return false
      written[file] = text
      return true
    },
  }
  const exit = await runCommand(words, console, '9.9.9')
  return { exit, output, errors, ...(Object.keys(written).length > 0 && { written }) }
}

/** A path without `./`, by which two names of a file are compared. */
function normal(file: string): string {
  return file.replace(/^\.\//, '')
}

/** The lines of an output as values. */
export function jsonLines(output: string): readonly Record<string, unknown>[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
