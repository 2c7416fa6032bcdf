import { WIDE_QUOTES } from './wide-quotes.js'

/** The characters that a Chinese keyboard gives in place of JSON's. */
const RIGHT_CHARACTERS: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '：': ':',
  '；': ',',
  '。': '.',
  '．': '.',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  ...Object.fromEntries([...WIDE_QUOTES].map((quote) => [quote, '"'])),
  '－': '-',
  '—': '-',
  '–': '-',
  '−': '-',
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u200b': ' ',
  '\u200c': ' ',
  '\u200d': ' ',
  '\ufeff': ' ',
  '\u2028': ' ',
  '\u2029': ' ',
}

/** Returns the character of JSON that a wide one was meant to be; undefined where there is none. */
export function rightCharacter(character: string): string | undefined {
  const known = RIGHT_CHARACTERS[character]
  if (known !== undefined) return known
  const code = character.charCodeAt(0)
  // The full-width forms U+FF01 to U+FF5E mirror ASCII.
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : undefined
}
