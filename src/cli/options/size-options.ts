import type { OptionDefinitions } from '../usage/option-definition.js'
import { FILE, NAME, NUMBER } from './placeholders.js'
import { readWholeNumber } from './read-whole-number.js'

/** Options of planning: how many calls, and which rows. */
export const SIZE_OPTIONS = {
  total: {
    value: NUMBER,
    text: { en: 'Reviews that many calls, whatever margin they attain.', 'zh-CN': '测评这么多通，不论误差多大。' },
    read: readWholeNumber,
  },
  raters: {
    value: NUMBER,
    text: { en: 'Raters, with --calls-per-day and --days.', 'zh-CN': '质检员人数，与 --calls-per-day、--days 同用。' },
    read: readWholeNumber,
  },
  'calls-per-day': {
    value: NUMBER,
    text: { en: 'Calls that a rater reviews in a day.', 'zh-CN': '每人每天测评的通数。' },
    read: readWholeNumber,
  },
  days: { value: NUMBER, text: { en: 'Days of review.', 'zh-CN': '测评的天数。' }, read: readWholeNumber },
  grow: {
    value: FILE,
    isFile: true,
    text: {
      en: 'A manifest whose calls stay in the sample.',
      'zh-CN': '在这份清单的样本上扩充，原有通话保留。',
    },
  },
  'bad-rows': {
    value: NAME,
    choices: ['refuse', 'leave-out'],
    byDefault: 'refuse',
    text: {
      en: 'Stops at faulty rows, or leaves them out and counts them.',
      'zh-CN': '有差错的行：停止，或剔除并计数。',
    },
  },
  'assume-unique': { text: { en: 'Does not look for repeated ids.', 'zh-CN': '不检查通话编号是否重复。' } },
} as const satisfies OptionDefinitions
