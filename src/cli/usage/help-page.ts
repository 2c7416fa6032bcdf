import type { Language } from '../../issues/index.js'
import { widthOf } from '../output/width-of.js'
import type { Words } from '../words/words.js'
import type { Command } from './command.js'
import { GENERAL_OPTIONS } from './general-options.js'
import type { OptionDefinitions } from './option-definition.js'
import { optionText } from './option-text.js'
import type { TextByLanguage } from './text-by-language.js'
import { usageLine } from './usage-line.js'
import { wrapText } from './wrap-text.js'

/** Columns of a page. */
const PAGE_WIDTH = 100
/** Columns of the left side, with two blanks before it. */
const LEFT_WIDTH = 26

/** The help page of one command. */
export function helpPage(
  name: string,
  summary: TextByLanguage,
  command: Command,
  language: Language,
  words: Words,
): string {
  const { usage } = words
  const options = (definitions: OptionDefinitions): readonly string[] =>
    Object.entries(definitions).flatMap(([option, definition]) =>
      entry(`--${option} ${definition.value?.[language] ?? ''}`.trimEnd(), optionText(definition, language, words)),
    )
  return [
    `callgrade ${name}${usage.colon}${summary[language]}`,
    '',
    `${usage.usage}${usage.colon}${usageLine(name, command, language, words)}`,
    ...(command.arguments.length > 0 ? ['', usage.arguments] : []),
    ...command.arguments.flatMap(({ name: place, text }) => entry(place[language], text[language])),
    ...(Object.keys(command.options).length > 0 ? ['', usage.options] : []),
    ...options(command.options),
    '',
    usage.generalOptions,
    ...options(GENERAL_OPTIONS),
    ...(command.remark ? ['', ...wrapText(command.remark[language], PAGE_WIDTH)] : []),
    '',
    usage.example,
    ...command.examples.flatMap(({ line, text }) => [
      `  ${line}`,
      ...wrapText(text[language], PAGE_WIDTH - 6).map((part) => `      ${part}`),
    ]),
    '',
    usage.exitCodes,
  ].join('\n')
}

/** A name at the left, its text at the right; a long name has a line of its own. */
function entry(name: string, text: string): readonly string[] {
  const lines = wrapText(text, PAGE_WIDTH - LEFT_WIDTH - 4)
  const blank = ' '.repeat(LEFT_WIDTH + 4)
  const width = widthOf(name)
  if (width > LEFT_WIDTH) return [`  ${name}`, ...lines.map((line) => blank + line)]
  return lines.map((line, index) =>
    index === 0 ? `  ${name}${' '.repeat(LEFT_WIDTH - width)}  ${line}` : blank + line,
  )
}
