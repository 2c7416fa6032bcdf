import { isCallgradeError } from '../../issues/index.js'
import type { CommandContext } from '../command-context.js'
import type { LineMap } from './line-map.js'
import { reportRowFaults } from './report-row-faults.js'

/** Runs what may be refused; reports the faults and returns undefined if there were any. */
export function orRowFaults<T>(work: () => T, lines: LineMap, context: CommandContext): T | undefined {
  try {
    return work()
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    reportRowFaults(error.issues, lines, context)
    return undefined
  }
}
