import type { GuideBlock, Inlines } from './guide-document.js'

/** A paragraph of sentences. */
export function paragraph(...sentences: readonly (Inlines | string)[]): GuideBlock {
  return { kind: 'paragraph', sentences: sentences.map((one) => (typeof one === 'string' ? [one] : one)) }
}
