import type { Manifest } from '../../../sampling/index.js'
import type { Words } from '../../words/words.js'
import { replacementLines } from './replacement-lines.js'

/** How many calls were drawn for which purpose, and what to know about them. */
export function sampleSummary(manifest: Manifest, words: Words): readonly string[] {
  const { sampling } = words
  const count = (wanted: string): number => manifest.drawn.filter(({ purpose }) => purpose === wanted).length
  return [
    sampling.drawn(count('measure'), count('targeted'), count('coaching')),
    ...(manifest.leftOut > 0 ? [sampling.leftOut(manifest.leftOut)] : []),
    ...(manifest.withoutAgent > 0 ? [sampling.withoutAgent(manifest.withoutAgent)] : []),
    ...manifest.agentsWithTooFew.map(({ agent, calls, minimum }) => sampling.tooFew(agent, calls, minimum)),
    ...replacementLines(manifest, words),
  ]
}
