import { formatPath } from '../../issue.js'
import { expected, type Facts, quote, received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, didYouMean, meantOr, subject, zh } from './phrases.js'

/** States of the review of an evaluation. */
const STATUSES: ReadonlyMap<string, string> = new Map([
  ['unscored', '未评分'],
  ['scored', '已评分'],
  ['calibrated', '已校准'],
  ['published', '已发布'],
  ['appealed', '申诉中'],
  ['answered', '已答复'],
  ['settled', '已裁定'],
  ['final', '已定稿'],
])

/** Sentences of `calibration/...`. */
export const calibrationSentences: SentencesOf<'calibration'> = {
  'calibration/argument': (issue) =>
    zh`${after('', place(issue), '的')}${subject('值', received(issue))}不正确${after('，应为', expected(issue))}。请改正后再调用。`,
  'calibration/unknown-item': (issue) =>
    zh`评分标准中没有${subject('评分项', received(issue))}。${didYouMean(issue)}请改正名称，或给出评分时所用的评分标准。`,
  'calibration/unknown-rater': (issue) =>
    zh`${subject('质检员', received(issue))}没有评过这些通话。${didYouMean(issue)}请给出评过的质检员。`,
  'calibration/not-a-rating': (issue) =>
    zh`${subject('值', received(issue))}不是${quote(issue.details.item)}的有效评分。${after('可用：', expected(issue), '，或 "na"。')}请改正。`,
  'calibration/rated-twice': (issue) =>
    zh`${after('质检员 ', quote(issue.details.rater)) || '同一质检员'}对通话 ${quote(issue.details.call)}${after(' 的 ', quote(issue.details.item))}评了两次。请只保留一次。`,
  'calibration/left-out': (issue) =>
    zh`${subject('校准会', received(issue))}已经举行，却没有给出其中的通话。每次校准会都要计入：请给出全部通话，没有评的分数写 null。`,
  'calibration/event-twice': (issue) => zh`${subject('事件', received(issue))}已经存在。新的事件请使用自己的编号。`,
  'calibration/other-evaluation': (issue) =>
    zh`该事件属于另一条评价${after('：', received(issue))}${after('，而不是 ', expected(issue))}。请交给那条评价的复核。`,
  'calibration/tier': (issue) =>
    zh`${received(issue) ?? '没有级别的人'}不能做这一步（${issue.details.kind}）。${after('应由 ', expected(issue), ' 来做。') || '请由更高级别的人来做。'}`,
  'calibration/not-now': (issue) =>
    zh`现在不能进行${received(issue) ?? '这一步'}：复核处于${STATUSES.get(issue.details.status) ?? issue.details.status}。请检查事件的先后和时间。`,
  'calibration/own-score': (issue) => zh`${received(issue) ?? '此人'}参与过这个得分，不能由其决定。请换人处理。`,
  'calibration/appeal-about': () =>
    '申诉没有写明针对什么。请在 "about" 中至少写一个评分项、扣分点、一票否决、加分或底线规则。',
  'calibration/appeal-unknown': (issue) =>
    zh`评分标准中没有${subject(TOPICS[issue.details.kind] ?? '部分', received(issue))}。${meantOr(issue, '可用的名称')}请改正名称。`,
  'calibration/appeal-late': (issue) =>
    zh`申诉已过期${after('：应在 ', expected(issue), ' 之前提出')}${after('，实际为 ', received(issue))}，不予受理。`,
  'calibration/appeal-open': (issue) => zh`针对此处的申诉 ${quote(issue.details.appeal)} 尚未答复，请等待答复。`,
  'calibration/appeal-settled': (issue) => zh`专家已在申诉 ${quote(issue.details.appeal)} 中裁定，不能再次申诉。`,
  'calibration/which-appeal': (issue) =>
    zh`不清楚针对哪一次申诉。${after('待处理的有：', expected(issue), '。')}请在 "appeal" 中写明。`,
  'calibration/changes-of-rejected': () => '驳回的申诉不改变任何内容。请删除 "changes"，或改变决定。',
  'calibration/changes-missing': () => '申诉成立时必须写明改了什么。请在 "changes" 中给出新的评分、一票否决或加分。',
  'calibration/beyond-appeal': (issue) => zh`${received(issue) ?? '此处'}不在申诉范围内。只能改动申诉所针对的内容。`,
  'calibration/other-rubric': (issue) =>
    zh`该评价使用的是另一个评分标准或版本${after('：', received(issue))}${after('，而不是 ', expected(issue))}。请将评分时所用的评分标准作为旧版给出。`,
  'calibration/meaning-changed': (issue) =>
    zh`${quote(issue.details.item)}的评分在新版中含义已变（${issue.details.what}）。请重新评分。`,
  'calibration/veto-not-looked-for': (issue) =>
    zh`评这通电话时没有人检查过新的一票否决 ${quote(issue.details.veto)}。请重新评价。`,
  'calibration/business-type-gone': (issue) =>
    zh`新版中没有${subject('业务类型', received(issue))}。请决定按哪一种评价。`,
}

/** What an appeal is about. */
const TOPICS: Readonly<Record<string, string>> = {
  item: '评分项',
  fault: '扣分点',
  veto: '一票否决',
  bonus: '加分',
  gate: '底线规则',
}

/** The argument at fault. */
function place(issue: Facts): string | undefined {
  return issue.path.length === 0 ? undefined : formatPath(issue.path)
}
