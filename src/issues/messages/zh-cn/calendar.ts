import { expected, quote, received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, span, zh } from './phrases.js'

/** Sentences of `calendar/...`. */
export const calendarSentences: SentencesOf<'calendar'> = {
  'calendar/none': () => zh`按工作时间计算期限需要日历，但没有给出日历。请至少给出一个。`,
  'calendar/zones-differ': (issue) =>
    zh`日历${quote(issue.details.first)}和${quote(issue.details.other)}的时区不同${after('：', expected(issue))}${after(' 与 ', received(issue))}。请使用同一时区的日历。`,
  'calendar/overlap': (issue) =>
    zh`日历${quote(issue.details.first)}和${quote(issue.details.other)}有重叠的日期：前者到${issue.details.through}，后者从${issue.details.from}开始。请让后者的 "valid" 从前者结束的次日开始。`,
  'calendar/gap': (issue) =>
    zh`日历${quote(issue.details.first)}和${quote(issue.details.other)}之间缺少日期：前者到${issue.details.through}，后者从${issue.details.from}开始。请补上中间的日历。`,
  'calendar/too-early': (issue) =>
    zh`${received(issue) ?? '该日期'}早于所有日历${after('（日历涵盖 ', expected(issue), '）')}。请补上那段时间的日历。`,
  'calendar/beyond-end': (issue) =>
    zh`${received(issue) ?? '该日期'}晚于所有日历${after('（日历涵盖 ', expected(issue), '）')}。请补上下一年的日历。`,
  'calendar/repeated': (issue) => zh`${received(issue) ?? '这一天'}写了两次，请删去一个。`,
  'calendar/never-worked': () =>
    zh`"weekend" 包含了一周的每一天，又没有调休上班日，任何期限都无法到期。请从 "weekend" 中去掉上班的日子。`,
  'calendar/hours-empty': (issue) =>
    zh`工作时段${received(issue) ?? ''}的结束不晚于开始。起止时刻须在同一天内；跨零点的请写成两段：到 "24:00" 和从 "00:00"。`,
  'calendar/hours-order': (issue) =>
    zh`工作时段${received(issue) ?? ''}在上一段结束之前就开始了${after('，应为 ', expected(issue))}。请按先后排列，不要重叠。`,
  'calendar/outside-valid': (issue) =>
    zh`${received(issue) ?? '该日期'}不在日历涵盖的日期内${after('（', span(issue.expected), '）')}。请更正，或写进它所在年份的日历。`,
  'calendar/worked-anyway': (issue) =>
    zh`${received(issue) ?? '这一天'}既不是周末也不在假期内，本来就上班。请更正日期，或删除。`,
}
