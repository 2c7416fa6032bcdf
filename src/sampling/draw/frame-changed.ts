import type { CallgradeError } from '../../issues/callgrade-error.js'
import { errorOf } from '../../issues/error-of.js'

/** The error of data that no longer are the frame that was counted: a stratum has another number of calls. */
export function frameChanged(stratum: string, expected: number, received: number): CallgradeError {
  return errorOf({
    code: 'sampling/frame-changed',
    path: [],
    expected: String(expected),
    received: String(received),
    details: { stratum },
  })
}
