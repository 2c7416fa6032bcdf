import type { Language } from '../../issues/index.js'
import { widthOf } from '../output/width-of.js'
import type { Words } from '../words/words.js'
import { COMMANDS } from './command-list.js'

/** The list of commands on one screen. */
export function overviewPage(language: Language, { usage }: Words): string {
  const width = Math.max(...[...COMMANDS.keys()].map(widthOf))
  return [
    usage.tagline,
    '',
    usage.commands,
    ...[...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary[language]}`),
    '',
    usage.commandHelp,
    `${usage.generalOptions}${usage.colon}--lang, --encoding, --help, --version`,
    usage.exitCodes,
  ].join('\n')
}
