import { expected, isRange, quote, received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, didYouMean, literal, meantOr, range, subject, typeWords, zh } from './phrases.js'

/** Sentences of `conditions/...`. */
export const conditionsSentences: SentencesOf<'conditions'> = {
  'conditions/kind': (issue) =>
    zh`每个条件应有且只有 "all"、"any"、"not"、"condition"、"fact" 之一。${issue.suggestion === undefined ? after('现为', received(issue), '。') : didYouMean(issue)}请改正。`,
  'conditions/bare-leaf': () => '最外层的条件应为条件组。请将其放入 {"all": [...]}。',
  'conditions/unknown-operator': (issue) =>
    zh`${subject('运算符', received(issue))}无法识别。${meantOr(issue, '可用的运算符')}请改正。`,
  'conditions/unknown-fact': (issue) =>
    zh`${subject('事实', received(issue))}在此处无法识别。${issue.expected === '' ? '目前没有声明任何事实。' : meantOr(issue, '可用的名称')}请改正名称，或在 "${issue.details.declaredIn ?? 'facts'}" 中声明。`,
  'conditions/not-visible': (issue) =>
    zh`${received(issue) ?? '此名称'}取决于评分，不能用于 "appliesWhen" 和 "rateWhen"。此处请使用事实或 businessType。`,
  'conditions/unknown-condition': (issue) =>
    zh`${subject('条件', received(issue))}没有声明。${issue.expected === '' ? '目前没有声明任何条件。' : meantOr(issue, '已声明的条件')}请改正名称，或在 "conditions" 中声明。`,
  'conditions/cycle': (issue) => zh`${subject('条件', received(issue))}直接或间接引用了自身。请去掉其中一处引用。`,
  'conditions/too-deep': (issue) => zh`条件嵌套过深，最多${issue.details.maximum}层。请减少层级。`,
  'conditions/too-many': (issue) => zh`条件中的子条件或取值过多，最多${issue.details.maximum}个。请精简。`,
  'conditions/operand': (issue) =>
    zh`${subject('运算符', quote(issue.details.operator))}用在此处不合适：应为${typeWords(issue.expected) ?? '其他类型'}${after('，现为', typeWords(received(issue)))}。请改正运算符、事实或取值。`,
  'conditions/unknown-value': (issue) =>
    zh`${subject('事实', quote(issue.details.fact))}不会取${received(issue) === undefined ? '此值' : zh`值${received(issue) ?? ''}`}。${meantOr(issue, '可能的取值')}请改正。`,
  'conditions/path': (issue) => {
    if (issue.expected === '$.id')
      return zh`${received(issue) ?? '此名称'}需要用 "path" 指明其中一项。请补上，例如 "path": "$.greeting"。`
    if (issue.expected === 'list | object')
      return zh`"path" 只能用于列表和对象${after('，而该事实为', typeWords(received(issue)))}。请删除 "path"。`
    return zh`${subject('路径', received(issue))}无法识别。请按${expected(issue) ?? '$.a.b[0]'}的形式填写${after('，最多', issue.details.maximum, '步')}。`
  },
  'conditions/fact-unavailable': (issue) =>
    zh`未能取得该事实${after('：', received(issue))}。请检查数据来源，或直接提供该值。`,
  'conditions/fact-type': (issue) =>
    zh`该事实${after('应为', typeWords(issue.expected)) || '的类型不正确'}${after('，现为', received(issue))}。${literal(issue) || '请改正，或不填该事实。'}`,
  'conditions/fact-value': (issue) =>
    zh`该事实的值${after('', received(issue))}不符合声明。${isRange(issue.expected) ? after('应为', range(issue.expected), '。') : meantOr(issue, '可选值')}请改正，或不填该事实。`,
}
