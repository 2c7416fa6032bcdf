import seedrandom from 'seedrandom'
import { compareUtf8 } from '../../documents/compare-utf8.js'
import { argumentIssue } from '../../issues/argument-issue.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { isCount } from '../arguments/is-count.js'

/**
 * Draws a simple random sample by one stream of seedrandom, for parity with others who use it. Prefer keys: there a
 * call that joins the frame changes no other's fate.
 * Method: the ids sorted by UTF-8 bytes, then the first n steps of a Fisher-Yates shuffle from the front: in step i the
 * call at i is exchanged with that at i + floor(random x (N - i)), as lodash's `sampleSize` does; seedrandom's default
 * generator (ARC4, 53 bits).
 * @param ids - each once, in any order
 * @param sampleSize - calls to draw, whole, at most all
 * @param options - `seed`, any text that is not empty
 * @returns the drawn ids in the order of the draw
 * @throws CallgradeError `sampling/argument`
 * @example
 * streamSample(['c', 'a', 'b'], 2, { seed: '2026-08' }) //=> ['c', 'a']
 */
export function streamSample(
  ids: readonly string[],
  sampleSize: number,
  { seed }: { readonly seed: string },
): readonly string[] {
  const list = [...ids].sort(compareUtf8)
  const faults = list.flatMap((id, index) =>
    index > 0 && id === list[index - 1] ? [argumentIssue('sampling/argument', ['ids'], 'each id once', id)] : [],
  )
  if (!isCount(sampleSize) || sampleSize > ids.length)
    faults.push(argumentIssue('sampling/argument', ['sampleSize'], `0..${ids.length}`, sampleSize))
  // Without a seed the stream would start from the clock.
  if (typeof seed !== 'string' || seed === '')
    faults.push(argumentIssue('sampling/argument', ['seed'], 'text that is not empty', seed))
  throwIssues(faults)
  const random = seedrandom(seed)
  for (let place = 0; place < sampleSize; place++) {
    const other = place + Math.floor(random() * (list.length - place))
    const held = list[place] as string
    list[place] = list[other] as string
    list[other] = held
  }
  return list.slice(0, sampleSize)
}
