import { assertNever } from '../../issues/assert-never.js'
import type { Effect, FailEffect } from '../format/rubric.js'
import type { GuideContext } from './guide-context.js'

/** What effects do to a score, a line each. */
export function effectLines(
  effects: readonly (Effect | FailEffect)[],
  { form, words, titled }: GuideContext,
): readonly string[] {
  const section = (id: string): string => titled(form.byId.get(id)?.source ?? { id })
  return effects.map((effect) => {
    switch (effect.kind) {
      case 'zero-section':
        return words.zeroSection(section(effect.section))
      case 'cap-section':
        return words.capSection(section(effect.section), String(effect.maximum))
      case 'deduct':
        return words.deduct(String(effect.points))
      case 'cap':
        return words.cap(String(effect.maximum))
      case 'zero':
        return words.zero
      case 'fail':
        return words.unqualified
      default:
        return assertNever(effect)
    }
  })
}
