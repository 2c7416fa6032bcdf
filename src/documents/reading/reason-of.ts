import { excerptOf } from '../../issues/excerpt-of.js'

/** Writes the reason of an error that the caller's code threw; a message that throws in turn becomes `error`. */
export function reasonOf(error: unknown): string {
  try {
    return excerptOf(error instanceof Error ? error.message : String(error))
  } catch {
    return 'error'
  }
}
