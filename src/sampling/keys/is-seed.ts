/**
 * Returns whether a text may be a seed: not empty, without the colon that separates seed and id, and without anything
 * that a shell or a file could change on the way.
 */
export function isSeed(text: string): boolean {
  return text !== '' && !/[:\p{Cc}\p{Cs}]/u.test(text)
}
