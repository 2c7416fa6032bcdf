import type { TextByLanguage } from '../usage/text-by-language.js'
import { NAME } from './placeholders.js'

/** The option `--format` with its choices, the default first. */
export function formatOption<const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
  text: TextByLanguage = { en: 'Form of the output.', 'zh-CN': '输出格式。' },
) {
  return { value: NAME, text, choices, byDefault: choices[0] } as const
}
