import type { CallgradeError } from '../../issues/callgrade-error.js'
import { errorOf } from '../../issues/error-of.js'

/** Makes the error of data that differ from the counted frame: a stratum has another number of calls. */
export function frameChanged(stratum: string, expected: number, received: number): CallgradeError {
  return errorOf({
    code: 'sampling/frame-changed',
    path: [],
    expected: String(expected),
    received: String(received),
    details: { stratum },
  })
}
