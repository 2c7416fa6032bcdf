import { expected, type Facts, isRange } from '../facts.js'

const TYPES: Readonly<Record<string, string>> = {
  'true | false': 'true 或 false',
  'number | integer': '数值',
  'number | string | boolean': '数值、文本或真假值',
  number: '数值',
  integer: '整数',
  'integer >= 1': '不小于 1 的整数',
  string: '文本',
  boolean: '真假值',
  list: '列表',
  array: '列表',
  object: '对象',
  '"..." | {"zh-CN": "...", "en": "..."}': '文本，或分语言的 {"zh-CN": "...", "en": "..."}',
}

/** Puts names of types into words; anything else stays as notation. */
export function typeWords(notation: string | undefined): string | undefined {
  if (notation === undefined || notation === '' || notation === 'undefined') return undefined
  const whole = TYPES[notation]
  if (whole !== undefined) return whole
  const parts = notation.split(' | ')
  return parts.every((part) => TYPES[part] !== undefined) ? parts.map((part) => TYPES[part]).join('或') : notation
}

/** Sets a space where Han meets Latin, as Chinese print does; within each part nothing changes. */
export function zh(texts: readonly string[], ...values: readonly (string | number)[]): string {
  let sentence = ''
  for (const [index, text] of texts.entries()) sentence = spaced(spaced(sentence, text), String(values[index] ?? ''))
  return sentence
}

function spaced(left: string, right: string): string {
  const meet = /(?:\p{Script=Han}[!-~]|[!-~]\p{Script=Han})/u.test(left.slice(-1) + right.slice(0, 1))
  return meet ? `${left} ${right}` : left + right
}

/** Ids joined by ", ", quoted, and shortened where there are many. */
export function idList(ids: string): string {
  const all = ids.split(', ')
  const shown = all.slice(0, 10).map((id) => `"${id}"`)
  return all.length > shown.length ? `${shown.join('、')} 等` : shown.join('、')
}

/** The text with what leads to it and follows it, or nothing where there is none. */
export function after(lead: string, text: string | number | undefined, end = ''): string {
  return text === undefined || text === '' ? '' : zh`${lead}${text}${end}`
}

export function subject(noun: string, value: string | undefined): string {
  return value === undefined ? zh`此${noun}`.trim() : zh`${noun}${value}`
}

export function didYouMean(issue: Facts): string {
  return after('是否应为 "', issue.suggestion, '"？')
}

export function meantOr(issue: Facts, lead: string): string {
  return didYouMean(issue) || after(`${lead}：`, expected(issue), '。')
}

/** For suggestions that are JSON and not names. */
export function literal(issue: Facts): string {
  return after('请写成', issue.suggestion, issue.suggestion?.startsWith('[') ? '。' : '，不加引号。')
}

/** `0..6`, `..6` or `0..` in words. */
export function range(notation: string | undefined): string | undefined {
  if (notation === undefined || !isRange(notation)) return notation
  const [least = '', greatest = ''] = notation.split('..')
  if (least !== '' && greatest !== '') return zh`${least}到${greatest}之间`
  return least === '' ? `<= ${greatest}` : `>= ${least}`
}

/** Days `from..through` in words, either of them absent where open. */
export function span(notation: string | undefined): string | undefined {
  if (notation === undefined || !isRange(notation)) return notation
  const [from = '', through = ''] = notation.split('..')
  if (from !== '' && through !== '') return zh`${from}至${through}`
  return from === '' ? zh`截至${through}` : zh`${from}起`
}

/** Where a row stands in its file, as the beginning of a sentence. */
export function line(issue: { readonly details: { readonly line?: number } }): string {
  return after('第 ', issue.details.line, ' 行：')
}
