import type { CallgradeError } from '../../issues/callgrade-error.js'
import { errorOf } from '../../issues/error-of.js'

/** Makes the error of parts that do not belong together. */
export function partsDiffer(what: string): CallgradeError {
  return errorOf({ code: 'sampling/parts-differ', path: [], details: { what } })
}
