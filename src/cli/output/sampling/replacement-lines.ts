import type { Manifest } from '../../../sampling/index.js'
import type { Words } from '../../words/words.js'

/** How many calls were replaced, why, and what that assumes. */
export function replacementLines({ replacements }: Manifest, { sampling }: Words): readonly string[] {
  if (replacements.length === 0) return []
  const counts = new Map<string, number>()
  for (const { reason } of replacements) {
    const title = sampling.replacementReasons[reason]
    counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  const reasons = [...counts].map(([title, count]) => `${title} ${count}`).join(sampling.separator)
  return [sampling.replaced(replacements.length, reasons), sampling.assumption]
}
