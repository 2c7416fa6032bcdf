/** Control characters and halves of surrogate pairs, which no id and no label may hold. */
const NOT_PLAIN_TEXT = /[\p{Cc}\p{Cs}]/u

/** Returns whether a text is without control characters and halves of surrogate pairs. */
export function isPlainText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return false
    if (unit >= 0xd800 && unit < 0xe000) return !NOT_PLAIN_TEXT.test(text)
  }
  return true
}
