import type { LeafExplanation } from '../../conditions/compiled-node.js'
import { assertNever } from '../../issues/assert-never.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Language } from '../../issues/issue.js'
import { type Text, textIn } from '../../issues/text.js'
import type { Rating } from '../evaluation/evaluation.js'
import type { ExplainedRule, WeightsExplanation, Why } from './explanation.js'
import type { ExplanationWords } from './words/explanation-words.js'
import { wordsIn } from './words/words-in.js'

/** Options of how texts from documents are written. */
export interface DescriberOptions {
  readonly language: Language
  /** Makes a text from a document safe for the format. */
  readonly escapeText: (text: string) => string
  /** Names the operand of a condition. @defaultValue the fact and its path as in the rubric */
  readonly factName?: (fact: string, path: string | undefined) => string
  /** Writes an operator. @defaultValue its name */
  readonly operatorText?: (operator: string) => string
}

/** Puts the parts of an explanation into words of one language; the caller lays them out. */
export class Describer {
  readonly words: ExplanationWords
  private readonly language: Language
  private readonly escapeText: (text: string) => string
  private readonly factName: (fact: string, path: string | undefined) => string
  private readonly operatorText: (operator: string) => string

  constructor({ language, escapeText, factName, operatorText }: DescriberOptions) {
    this.words = wordsIn(language)
    this.language = language
    this.escapeText = escapeText
    this.factName = factName ?? ((fact, path) => `${fact}${path ?? ''}`)
    this.operatorText = operatorText ?? ((operator) => operator)
  }

  /** Returns the title in the language, or the id where there is none. */
  title(title: Text | undefined, id: string): string {
    return this.escapeText(this.plainTitle(title, id))
  }

  /** Returns the same as `title`, for texts that are escaped later. */
  plainTitle(title: Text | undefined, id: string): string {
    return title === undefined ? id : textIn(title, this.language)
  }

  /** Describes the layers of the weights, from the base up. */
  weights({ layers }: WeightsExplanation): string {
    const { words } = this
    const texts = layers.map(({ kind, id, title }) =>
      kind === 'base' ? words.base : words.layer(kind, this.title(title, id ?? kind)),
    )
    return words.weights(texts.join(' → '))
  }

  /** Describes the reason for the points of a node. */
  why(why: Why, ratingText: (rating: Rating) => string = ratingJson): string {
    const { words } = this
    switch (why.reason) {
      case 'section':
        return ''
      case 'text':
        return why.rating === undefined ? '' : this.escapeText(ratingJson(why.rating))
      case 'record':
        return why.rating === undefined ? '' : this.escapeText(ratingText(why.rating))
      case 'not-applicable':
        return words.notApplicable[why.because] + this.leaves(why.decidedBy) + this.comment(why.comment)
      case 'rated': {
        const faults = (why.faults ?? []).map(({ fault, title, count, lost, excess }) =>
          words.fault(this.title(title, fault), count, lost, excess),
        )
        const rating =
          faults.length > 0
            ? faults.join(words.listSeparator)
            : words.rated[why.by](this.escapeText(ratingText(why.rating)))
        return `${rating} = ${percentOf(why.fraction)} %${this.comment(why.comment)}`
      }
      default:
        return assertNever(why)
    }
  }

  /**
   * Describes the outcome of a rule; returns undefined where it neither fired nor was marked, since a line for it would
   * only hide the rules that did.
   */
  outcome(rule: ExplainedRule): string | undefined {
    if (rule.outcome === 'not-fired' && (rule.marks ?? 0) === 0) return undefined
    if (rule.outcome === 'not-looked-at') return undefined
    const { words } = this
    const marks =
      rule.kind === 'veto' && rule.marks !== undefined && rule.marks > 0
        ? words.marks(rule.marks, rule.toleratedMarks ?? 0)
        : ''
    return words.outcomes[rule.outcome] + marks + this.leaves(rule.decidedBy)
  }

  private comment(comment: string | undefined): string {
    return comment === undefined ? '' : this.words.comment(this.escapeText(comment))
  }

  private leaves(leaves: readonly LeafExplanation[] | undefined): string {
    if (!leaves || leaves.length === 0) return ''
    const { unknown } = this.words
    const texts = leaves.map(({ fact, path, operator, actual, comparedWith, otherFact }) => {
      const left = `${this.factName(fact, path)} = ${actual === undefined ? unknown : excerptOf(actual)}`
      const value = comparedWith === undefined ? unknown : excerptOf(comparedWith)
      const right = otherFact === undefined ? value : this.factName(otherFact, undefined)
      return this.escapeText(`${left}, ${this.operatorText(operator)} ${right}`)
    })
    return ` (${texts.join('; ')})`
  }
}

function ratingJson(rating: Rating): string {
  return JSON.stringify(rating)
}

/**
 * Writes an exact fraction as a percentage with at most two decimals, for reading only.
 * @example
 * percentOf('8/15') //=> '53.33'
 */
export function percentOf(fraction: string): string {
  const [numerator = '0', denominator = '1'] = fraction.split('/')
  const hundredths = (BigInt(numerator) * 20_000n + BigInt(denominator)) / (BigInt(denominator) * 2n)
  return String(Number(hundredths) / 100)
}
