import type { IssueDetails, OfItem } from '../../issue-details.js'
import { expected, type Facts, isRange, quote, received, type WordsOf } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, literal, meantOr, range, span, subject, typeWords, zh } from './phrases.js'

/** Sentences of `evaluation/...`. */
export const evaluationSentences: SentencesOf<'evaluation'> = {
  'evaluation/wrong-rubric': (issue) =>
    zh`该评价属于${after('评分标准', received(issue)) || '另一份评分标准'}${after('，而不是', expected(issue))}。请选用对应的评分标准，或改正 "rubric"。`,
  'evaluation/wrong-version': (issue) =>
    zh`该评价对应评分标准的${after('版本', received(issue)) || '另一版本'}${after('，而不是', expected(issue))}。请选用对应的版本，或改正 "rubricVersion"。`,
  'evaluation/business-type-missing': (issue) =>
    zh`该评分标准区分业务类型。请填写 "businessType"${after('，可选值：', expected(issue))}。`,
  'evaluation/unknown-business-type': (issue) =>
    expected(issue) === undefined
      ? zh`评分标准没有声明业务类型${after('，而评价中填写了', received(issue))}。请删除 "businessType"。`
      : zh`评分标准中没有${received(issue) === undefined ? '此业务类型' : zh`业务类型${received(issue) ?? ''}`}。${meantOr(issue, '已声明的业务类型')}请改正。`,
  'evaluation/date-missing': (issue) =>
    `权重或生效期间与日期有关，但没有填写日期。请填写 ${issue.path.at(-1) === 'date' ? '"date"' : '"callAt" 或 "period"'}。`,
  'evaluation/two-dates': () =>
    '"callAt" 和 "period" 不能同时填写。请只保留一个：单通通话用 "callAt"，一段时间用 "period"。',
  'evaluation/outside-effective': (issue) =>
    zh`${isRange(issue.received) ? '期间' : '日期'}${after('', span(received(issue)))}不在评分标准的生效期间内${isRange(issue.expected) ? after('（', span(issue.expected), '）') : ''}。请选用当时生效的版本，或改正${isRange(issue.received) ? '期间' : '日期'}。`,
  'evaluation/straddles-adjustment': (issue) =>
    zh`期间${after('', span(received(issue)))}内权重有调整，旧权重截至${issue.details.boundary}。请以此为界，拆分成两份评价。`,
  'evaluation/unknown-item': (issue) =>
    zh`评分标准中没有${thing('评分项', issue)}。${meantOr(issue, '已有的评分项')}请改正 id，或删除该评分。`,
  'evaluation/unanswered': (issue) =>
    zh`${subject('评分项', received(issue))}尚未评分。请评分${after('，或提供事实', quote(issue.details.fact), '由系统取值')}。`,
  'evaluation/rating-type': (issue) =>
    zh`${after('评分项', quote(issue.details.item), '的')}评分${after('应为', typeWords(issue.expected)) || '的形式不正确'}${after('，现为', received(issue))}。${literal(issue) || '请改正。'}`,
  'evaluation/off-scale': (issue) =>
    zh`评分项${quote(issue.details.item)}的量表中没有${after('', received(issue), '这一级') || '这一级'}。${after('可选的级：', expected(issue), '。')}请重新选择。`,
  'evaluation/unknown-option': (issue) =>
    zh`${inItem(issue)}没有${thing('选项', issue)}。${meantOr(issue, '可选的选项')}请改选已有的选项。`,
  'evaluation/repeated-option': (issue) =>
    zh`${inItem(issue)}重复选择了${thing('选项', issue)}。每个选项只需填写一次。`,
  'evaluation/unknown-fault': (issue) =>
    zh`${inItem(issue)}没有${thing('扣分点', issue)}。${meantOr(issue, '已有的扣分点')}请改正 id。`,
  'evaluation/out-of-range': (issue) =>
    issue.expected?.startsWith('>=')
      ? zh`${inItem(issue)}的次数${after('', received(issue))}不正确。请填写${issue.expected}的整数。`
      : zh`评分项${quote(issue.details.item)}的数值${after('', received(issue))}超出范围。请填写${after('', range(issue.expected), '的') || '允许范围内的'}数值。`,
  'evaluation/no-range': (issue) =>
    zh`${inItem(issue)}没有包含数值${after('', received(issue))}的区间。请改正数值，或在评分标准中补充区间。`,
  'evaluation/fact-differs': (issue) =>
    zh`评分项${quote(issue.details.item)}的评分${after('', received(issue))}与事实${quote(issue.details.fact)}不一致${after('，该事实为', expected(issue))}。请删除该评分，或改正事实。`,
  'evaluation/not-applicable-refused': (issue) =>
    zh`${quote(issue.details.item)}不允许评为不适用。请评分，或在评分标准中为其设置 "mayBeNotApplicable": true。`,
  'evaluation/rated-not-applicable': (issue) => {
    const reason =
      issue.details.reason === 'section'
        ? zh`因所在章节${after('', quote(issue.details.section))}不适用，`
        : issue.details.reason === 'condition'
          ? '因 "appliesWhen" 的条件不成立，'
          : ''
    return zh`${reason}${subject('评分项', quote(issue.details.item))}不适用，却填写了评分。请删除该评分，或填写 "na"。`
  },
  'evaluation/section-rating': (issue) =>
    zh`章节只能填写 "na"（不适用）${after('，现为', received(issue))}。请改为对其中的评分项评分。`,
  'evaluation/vetoes-missing': () => '缺少列表 "vetoes"。请列出触发的一票否决项；没有触发时填写 "vetoes": []。',
  'evaluation/unknown-veto': (issue) =>
    zh`评分标准中没有${thing('一票否决项', issue)}。${meantOr(issue, '已有的一票否决项')}请改正 id 或删除。`,
  'evaluation/unknown-bonus': (issue) =>
    zh`评分标准中没有${thing('加分项', issue)}。${meantOr(issue, '已有的加分项')}请改正 id 或删除。`,
  'evaluation/repeated-bonus': (issue) => zh`${subject('加分项', received(issue))}重复填写。每个加分项只需填写一次。`,
  'evaluation/unknown-fact': (issue) =>
    zh`评分标准没有声明${thing('事实', issue)}。${meantOr(issue, '已声明的事实')}请改正名称或删除。`,
  'evaluation/fact-missing': (issue) =>
    zh`缺少${thingOf('事实', quote(issue.details.fact))}，无法判断${quote(issue.details.node)}的${quote(issue.details.key)}。请在 "facts" 中补充。`,
  'evaluation/undetermined': (issue) =>
    zh`缺少事实，无法判定${RULE_KINDS[issue.details.kind]}${quote(issue.details.rule)}，而其 "whenUnknown" 为 "refuse"。请补充事实，或在评分标准中删除 "whenUnknown"。`,
}

const RULE_KINDS: WordsOf<IssueDetails['evaluation/undetermined']['kind']> = {
  veto: '一票否决项',
  gate: '底线规则',
  bonus: '加分项',
}

function thingOf(noun: string, value: string | undefined): string {
  return value === undefined ? `该${noun}` : zh`${noun}${value}`
}

function thing(noun: string, issue: Facts): string {
  return thingOf(noun, received(issue))
}

function inItem({ details }: { readonly details: OfItem }): string {
  return zh`评分项 "${details.item}" 中`
}
