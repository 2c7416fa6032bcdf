import type { Language } from '../../issues/index.js'
import type { Words } from '../words/words.js'
import type { Command } from './command.js'

/** How a command is called, such as `callgrade score --rubric FILE [OPTIONS] EVALUATIONS`. */
export function usageLine(name: string, command: Command, language: Language, { usage }: Words): string {
  const required = Object.entries(command.options)
    .filter(([, { missing }]) => missing)
    .map(([option, { value, repeats }]) => `--${option} ${value?.[language] ?? ''}${repeats ? '...' : ''}`)
  const places = command.arguments.map((argument) => {
    const text = `${argument.name[language]}${argument.repeats ? '...' : ''}`
    return argument.missing ? text : `[${text}]`
  })
  return ['callgrade', name, ...required, usage.someOptions, ...places].join(' ')
}
