/** Curly and full-width quotes; any of them ends what another one opens. */
const CURLY_QUOTES = '“”„‟＂'

/** Quotes that may enclose others, by kind: what a corner quote opens, its partner ends. */
const QUOTE_KINDS: readonly string[] = [CURLY_QUOTES, '「」', '『』']

/** All quotes that are typed in place of JSON's. */
export const WIDE_QUOTES = QUOTE_KINDS.join('')

/**
 * Finds the wide quote that closes a string before a character of JSON or the end of the line. Quotes of other kinds
 * within curly ones belong to the text.
 */
export function wideQuoteAtEnd(rest: string): number {
  for (const quotes of [CURLY_QUOTES, WIDE_QUOTES]) {
    const found = rest.search(new RegExp(`[${quotes}](?=\\s*(?:[,:}\\]，：｝］]|$))`, 'u'))
    if (found >= 0) return found
  }
  return -1
}

/** Finds the quote that ends a string: preferably one of the kind that opens it. */
export function closingQuote(line: string, opening: string): number {
  const own = QUOTE_KINDS.find((quotes) => quotes.includes(opening)) ?? CURLY_QUOTES
  const ends = [own, CURLY_QUOTES, '"', WIDE_QUOTES].find((quotes) => [...quotes].some((quote) => line.includes(quote)))
  return ends === undefined ? -1 : line.search(new RegExp(`["${ends}]`, 'u'))
}
