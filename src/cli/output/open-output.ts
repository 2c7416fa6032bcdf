import type { Console } from '../console.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { ClosedOutput } from '../faults/closed-output.js'
import { systemReason } from '../faults/system-reason.js'
import { WrongUse } from '../faults/wrong-use.js'
import type { Words } from '../words/words.js'
import { terminalText } from './terminal-text.js'

/** Where a command prints. */
export interface Output {
  readonly write: (text: string) => Promise<void>
  /**
   * Puts a file in its place and returns whether it did; a command that found faults and printed nothing leaves an
   * older file as it is.
   */
  readonly finish: (exit: ExitCode) => Promise<boolean>
  /** Leaves an older file as it is. */
  readonly abandon: () => Promise<void>
}

/** Opens the file of `--out`, or standard output where none is named. */
export async function openOutput(file: string | undefined, console: Console, words: Words): Promise<Output> {
  if (file === undefined) {
    const write = async (text: string): Promise<void> => {
      try {
        await console.write(console.isOutputTerminal ? terminalText(text) : text)
      } catch (error) {
        if (error instanceof ClosedOutput) throw error
        throw new WrongUse(words.faults.unwritable(words.faults.standardOutput, systemReason(error, words)))
      }
    }
    return { write, finish: async () => false, abandon: async () => {} }
  }
  const orRefuse = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw new WrongUse(words.faults.unwritable(file, systemReason(error, words)))
    }
  }
  const unfinished = await orRefuse(() => console.beginFile(file))
  let isEmpty = true
  return {
    write: (text) => {
      isEmpty = false
      return orRefuse(() => unfinished.write(text))
    },
    finish: async (exit) => {
      const isFinished = !isEmpty || exit === EXIT.fine
      await (isFinished ? orRefuse(unfinished.finish) : unfinished.abandon())
      return isFinished
    },
    abandon: unfinished.abandon,
  }
}
