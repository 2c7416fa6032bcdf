/**
 * Returns whether a text may be a seed: not empty, without the colon that separates seed and id, and without anything
 * that a shell or a file could change on the way.
 * @param text - any text
 * @example
 * isSeed('2026-Q3') //=> true
 * isSeed('2026:Q3') //=> false
 */
export function isSeed(text: string): boolean {
  return text !== '' && !/[:\p{Cc}\p{Cs}]/u.test(text)
}
