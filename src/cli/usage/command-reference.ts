import type { Language } from '../../issues/index.js'
import { wordsOf } from '../words/words-of.js'
import { COMMANDS } from './command-list.js'
import { GENERAL_OPTIONS } from './general-options.js'
import type { OptionDefinitions } from './option-definition.js'
import { optionText } from './option-text.js'
import { usageLine } from './usage-line.js'

/** All commands as Markdown, for the documentation: a heading, the usage, tables and examples for each. */
export async function commandReference(language: Language): Promise<string> {
  const words = wordsOf(language)
  const { usage } = words
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const table = (rows: readonly (readonly [string, string])[]): readonly string[] =>
    rows.length === 0
      ? []
      : ['| | |', '| --- | --- |', ...rows.map(([name, text]) => `| \`${name}\` | ${cell(text)} |`), '']
  const options = (definitions: OptionDefinitions): readonly string[] =>
    table(
      Object.entries(definitions).map(([option, definition]) => [
        `--${option} ${definition.value?.[language] ?? ''}`.trimEnd(),
        optionText(definition, language, words),
      ]),
    )
  const parts: string[] = []
  for (const [name, { summary, load }] of COMMANDS) {
    const command = await load()
    parts.push(
      `## callgrade ${name}`,
      '',
      `${capitalised(summary[language])}${language === 'zh-CN' ? '。' : '.'}`,
      '',
      '```',
      usageLine(name, command, language, words),
      '```',
      '',
      ...table(command.arguments.map((argument) => [argument.name[language], argument.text[language]])),
      ...options(command.options),
      ...(command.remark ? [command.remark[language], ''] : []),
      ...command.examples.flatMap(({ line, text }) => ['```', line, '```', '', text[language], '']),
    )
  }
  return [...parts, `## ${usage.generalOptions}`, '', ...options(GENERAL_OPTIONS), usage.exitCodes, ''].join('\n')
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
