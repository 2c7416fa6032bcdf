import type { Condition, Leaf } from '../../conditions/condition.js'
import { parseFactPath } from '../../conditions/parse-fact-path.js'
import { type Text, textIn } from '../../documents/text.js'
import type { Language } from '../../issues/issue.js'
import type { Form } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'

const SYMBOLS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '≠',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
  in: '∈',
  notIn: '∉',
  contains: '∋',
  doesNotContain: '∌',
}

/**
 * A condition in words, for people who read no JSON: facts by their descriptions, items and sections by their titles.
 * @example
 * conditionText({ all: [{ fact: 'csat', operator: 'lessThan', value: 80 }] }, rubric, form, 'en') //=> 'csat < 80'
 */
export function conditionText(condition: Condition | Leaf, rubric: Rubric, form: Form, language: Language): string {
  const words = language === 'zh-CN' ? CHINESE : ENGLISH
  const write = (node: Condition | Leaf, isInner: boolean): string => {
    if ('condition' in node) {
      const named = rubric.conditions?.[node.condition]
      return named ? write(named, isInner) : node.condition
    }
    if ('not' in node) return words.not(write(node.not, true))
    if ('fact' in node) return leafText(node, rubric, form, language)
    const parts = 'all' in node ? node.all : node.any
    const text = parts.map((part) => write(part, true)).join('all' in node ? words.and : words.or)
    return isInner && parts.length > 1 ? `(${text})` : text
  }
  return write(condition, false)
}

function leafText({ fact, path, operator, value }: Leaf, rubric: Rubric, form: Form, language: Language): string {
  const left = referenceText(fact, path, rubric, form, language)
  const symbol = SYMBOLS[operator] ?? operator
  return `${left} ${symbol} ${valueText(value, rubric, form, language, fact)}`
}

function referenceText(fact: string, path: string | undefined, rubric: Rubric, form: Form, language: Language): string {
  const words = language === 'zh-CN' ? CHINESE : ENGLISH
  if (fact === 'rawScore') return words.rawScore
  if (fact === 'businessType') return words.businessType
  if (fact === 'ratings' || fact === 'sections') {
    const [id] = path === undefined ? [] : (parseFactPath(path) ?? [])
    const title = form.byId.get(String(id))?.source.title
    return `${title === undefined ? String(id) : textIn(title, language)}${fact === 'sections' ? words.sectionScore : ''}`
  }
  const description = rubric.facts?.[fact]?.description
  return `${description === undefined ? fact : textIn(description, language)}${path === undefined ? '' : ` ${path}`}`
}

function valueText(value: Leaf['value'], rubric: Rubric, form: Form, language: Language, comparedFact: string): string {
  if (typeof value === 'object' && value !== null && 'fact' in value)
    return referenceText(value.fact, value.path, rubric, form, language)
  const shown = (one: unknown): string => {
    const title: Text | undefined =
      comparedFact === 'businessType' ? rubric.businessTypes?.find(({ id }) => id === one)?.title : undefined
    if (title !== undefined) return textIn(title, language)
    return typeof one === 'string' ? one : JSON.stringify(one)
  }
  return Array.isArray(value) ? `{${value.map(shown).join(', ')}}` : shown(value)
}

interface Words {
  readonly and: string
  readonly or: string
  readonly not: (part: string) => string
  readonly rawScore: string
  readonly businessType: string
  readonly sectionScore: string
}

const ENGLISH: Words = {
  and: ' and ',
  or: ' or ',
  not: (part) => `not ${part}`,
  rawScore: 'raw score',
  businessType: 'business type',
  sectionScore: ' (score)',
}

const CHINESE: Words = {
  and: ' 且 ',
  or: ' 或 ',
  not: (part) => `非 ${part}`,
  rawScore: '原始分',
  businessType: '业务类型',
  sectionScore: '（得分）',
}
