import type { Condition, Leaf } from '../../conditions/condition.js'
import { operatorSymbol } from '../../conditions/operators/operator-symbol.js'
import { parseFactPath } from '../../conditions/parse-fact-path.js'
import type { GuideContext } from './guide-context.js'

/**
 * Writes a condition in words, for people who read no JSON: facts by their descriptions, items and sections by their titles.
 * @example
 * conditionText({ all: [{ fact: 'csat', operator: 'lessThan', value: 80 }] }, guideContext(rubric, 'en')) //=> 'csat < 80'
 */
export function conditionText(condition: Condition | Leaf, context: GuideContext): string {
  const { rubric } = context
  const words = context.words.conditions
  const write = (node: Condition | Leaf, isInner: boolean): string => {
    if ('condition' in node) {
      const named = rubric.conditions?.[node.condition]
      return named ? write(named, isInner) : node.condition
    }
    if ('not' in node) return words.not(write(node.not, true))
    if ('fact' in node) return leafText(node, context)
    const parts = 'all' in node ? node.all : node.any
    const text = parts.map((part) => write(part, true)).join('all' in node ? words.and : words.or)
    return isInner && parts.length > 1 ? `(${text})` : text
  }
  return write(condition, false)
}

function leafText({ fact, path, operator, value }: Leaf, context: GuideContext): string {
  const left = referenceText(fact, path, context)
  return `${left} ${operatorSymbol(operator)} ${valueText(value, context, fact)}`
}

function referenceText(fact: string, path: string | undefined, context: GuideContext): string {
  const words = context.words.conditions
  if (fact === 'rawScore') return words.rawScore
  if (fact === 'businessType') return words.businessType
  if (fact === 'ratings' || fact === 'sections') {
    const [id] = path === undefined ? [] : (parseFactPath(path) ?? [])
    const title = context.form.byId.get(String(id))?.source.title
    return `${title === undefined ? String(id) : context.text(title)}${fact === 'sections' ? words.sectionScore : ''}`
  }
  const description = context.rubric.facts?.[fact]?.description
  return `${description === undefined ? fact : context.text(description)}${path === undefined ? '' : ` ${path}`}`
}

function valueText(value: Leaf['value'], context: GuideContext, comparedFact: string): string {
  if (typeof value === 'object' && value !== null && 'fact' in value)
    return referenceText(value.fact, value.path, context)
  const shown = (one: unknown): string => {
    const title =
      comparedFact === 'businessType' ? context.rubric.businessTypes?.find(({ id }) => id === one)?.title : undefined
    if (title !== undefined) return context.text(title)
    return typeof one === 'string' ? one : JSON.stringify(one)
  }
  return Array.isArray(value) ? `{${value.map(shown).join(', ')}}` : shown(value)
}
