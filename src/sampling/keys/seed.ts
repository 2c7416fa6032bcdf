import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import { issueOf } from '../../issues/issue-of.js'

/**
 * Whether a text may be a seed: not empty, without the colon that stands between seed and id, and without anything
 * that a shell or a file could change on the way.
 */
export function isSeed(text: string): boolean {
  return text !== '' && !/[:\p{Cc}\p{Cs}]/u.test(text)
}

/** @throws CallgradeError `sampling/seed` */
export function checkSeed(seed: string): void {
  if (typeof seed === 'string' && isSeed(seed)) return
  throw new CallgradeError([
    issueOf(
      { code: 'sampling/seed', path: ['seed'], expected: 'text without ":"', received: excerptOf(seed) },
      undefined,
    ),
  ])
}
