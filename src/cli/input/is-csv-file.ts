import { STANDARD_INPUT } from './text/standard-input.js'

/** Whether a file of records is CSV by its name; standard input is JSON. */
export function isCsvFile(file: string): boolean {
  return !/\.(jsonl|ndjson|json)$/i.test(file) && file !== STANDARD_INPUT
}
