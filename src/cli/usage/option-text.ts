import type { Language } from '../../issues/index.js'
import type { Words } from '../words/words.js'
import type { OptionDefinition } from './option-definition.js'

/** What a help page says of an option: its text, its choices and whether it repeats. */
export function optionText(
  { text, choices, byDefault, repeats, missing }: OptionDefinition,
  language: Language,
  { usage }: Words,
): string {
  return [
    text[language],
    ...(choices ? [usage.choices(choices, byDefault)] : byDefault === undefined ? [] : [usage.byDefault(byDefault)]),
    ...(repeats ? [usage.repeats] : []),
    ...(missing ? [usage.required] : []),
  ]
    .filter((part) => part !== '')
    .join(language === 'zh-CN' ? '' : ' ')
}
