import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import { issueOf } from '../../issues/issue-of.js'
import { isSeed } from './is-seed.js'

/**
 * Refuses a text that may not be a seed.
 * @throws CallgradeError `sampling/seed`
 */
export function checkSeed(seed: string): void {
  if (typeof seed === 'string' && isSeed(seed)) return
  throw new CallgradeError([
    issueOf(
      { code: 'sampling/seed', path: ['seed'], expected: 'text without ":"', received: excerptOf(seed) },
      undefined,
    ),
  ])
}
