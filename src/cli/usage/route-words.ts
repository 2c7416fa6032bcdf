/** The words of a command line, as far as they are understood without loading the command. */
export interface RoutedWords {
  readonly command: string | undefined
  /** Words of the command, with general options that came before it. */
  readonly words: readonly string[]
  /** An option before the command that is not a general one. */
  readonly misplaced: string | undefined
  readonly isHelp: boolean
  readonly isVersion: boolean
  /** The last value of `--lang`. */
  readonly lang: string | undefined
}

/** General options that take a value and may come before the command. */
const WITH_VALUE: ReadonlySet<string> = new Set(['--lang', '--encoding'])

/** Finds the command and the options that come before all others. */
export function routeWords(given: readonly string[]): RoutedWords {
  const end = given.includes('--') ? given.indexOf('--') : given.length
  const options = given.slice(0, end)
  const isHelp = options.some((word) => word === '--help' || word === '-h')
  const isVersion = options.some((word) => word === '--version' || word === '-v')
  const lang = langOf(options)
  const before: string[] = []
  let at = 0
  for (; at < given.length; at++) {
    const word = given[at] ?? ''
    if (!word.startsWith('-')) break
    const [name = ''] = word.split('=', 1)
    if (WITH_VALUE.has(name)) {
      before.push(word)
      if (name === word && at + 1 < given.length) before.push(given[++at] ?? '')
    } else if (word !== '--help' && word !== '-h' && word !== '--version' && word !== '-v')
      return { command: undefined, words: [], misplaced: name, isHelp, isVersion, lang }
  }
  return {
    command: given[at],
    words: [...before, ...given.slice(at + 1)],
    misplaced: undefined,
    isHelp,
    isVersion,
    lang,
  }
}

function langOf(options: readonly string[]): string | undefined {
  const at = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const word = options[at]
  if (word === undefined) return undefined
  return word === '--lang' ? options[at + 1] : word.slice('--lang='.length)
}
