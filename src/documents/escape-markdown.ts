/**
 * Escapes a text so that Markdown shows it as written, on one line, and also inside a table cell.
 * Addresses do not become links, since a text from a call must not send a reader anywhere.
 * @example
 * escapeMarkdown('a | b\n*c*') //=> 'a \\| b \\*c\\*'
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(CONTROLS, ' ')
    .replace(/[\\`*_[\]<>|~&$@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .trim()
}

/** Line breaks and other control characters, with the white space around them. */
const CONTROLS = /\s*[\p{Cc}\u2028\u2029]+\s*/gu
