/** Encodings of data files; the names of the Chinese ones mean the same decoder, as on the web. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

const BY_NAME: ReadonlyMap<string, Encoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['utf-16', 'utf-16le'],
  ['utf16', 'utf-16le'],
])

/** Names that `--encoding` takes, as messages list them. */
export const ENCODING_NAMES = ['utf-8', 'gb18030', 'gbk', 'gb2312', 'utf-16', 'utf-16le', 'utf-16be'] as const

/** The encoding of a name in any case; undefined where the name is not known. */
export function encodingOf(name: string): Encoding | undefined {
  return BY_NAME.get(name.toLowerCase())
}

/** The encoding that the byte-order mark at the beginning of a file names (WHATWG Encoding, "BOM sniff"). */
export function encodingOfMark([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return undefined
}
