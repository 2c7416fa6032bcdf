import type { Language } from '../../issues/issue.js'
import { type Text, textIn } from '../../issues/text.js'
import { fractionOfRational, roundedPercent } from '../exact/fraction.js'
import type { Rational } from '../exact/rational.js'
import type { Criterion } from '../format/criterion.js'
import { type Form, formOf } from '../format/form.js'
import type { Named } from '../format/named.js'
import type { Rubric } from '../format/rubric.js'
import type { Inlines } from './guide-document.js'
import { linesOf, rich } from './rich.js'
import type { GuideWords } from './words/guide-words.js'
import { guideWordsOf } from './words/guide-words-of.js'

/** What every part of a guide is written from. */
export interface GuideContext {
  readonly rubric: Rubric
  readonly form: Form
  readonly language: Language
  readonly words: GuideWords
  readonly text: (text: Text) => string
  /** The title of a part; its id where it has none. */
  readonly titled: (named: Named) => string
  readonly nameOf: (list: readonly Named[] | undefined, id: string) => string
  /** A criterion with its cases; `general` where it has no description of its own. */
  readonly criterion: (criterion: Criterion | undefined, general?: Text) => Inlines
  /** What a rating earns, in percent, rounded like a score. */
  readonly earned: (fraction: Rational) => string
}

export function guideContext(rubric: Rubric, language: Language): GuideContext {
  const words = guideWordsOf(language)
  const text = (one: Text): string => textIn(one, language)
  const titled = ({ id, title }: Named): string => (title === undefined ? id : text(title))
  const { decimals = 2, rounding = 'half-up' } = rubric.result
  return {
    rubric,
    form: formOf(rubric),
    language,
    words,
    text,
    titled,
    nameOf: (list, id) => titled(list?.find((named) => named.id === id) ?? { id }),
    criterion: (criterion, general) => {
      const description = criterion?.description ?? general
      const examples = (criterion?.examples ?? []).map(({ verdict, text: example, recording, through }) => {
        const source = [
          ...(recording === undefined ? [] : [words.recording(recording)]),
          ...(through === undefined ? [] : [words.through(through)]),
        ]
        const origin = source.length === 0 ? '' : ` (${source.join(words.comma)})`
        return rich`${words.example[verdict]} ${text(example)}${origin}`
      })
      return linesOf(...(description === undefined ? [] : [text(description)]), ...examples)
    },
    earned: (fraction) => `${roundedPercent(fractionOfRational(fraction), decimals, rounding)} %`,
  }
}
