import type { Language } from '../../issues/issue.js'
import type { Rounding } from '../format/rubric.js'

/** What the rater's sheet says besides the texts of the rubric. */
export interface GuideWords {
  readonly head: (id: string, version: string, timeZone: string) => string
  readonly effective: (from: string | undefined, through: string | undefined) => string
  readonly days: (from: string | undefined, through: string | undefined) => string
  readonly howToRate: string
  readonly rules: (hasMarkedVetoes: boolean) => readonly string[]
  readonly weights: string
  readonly weightsRemark: string
  readonly part: string
  readonly share: string
  readonly appliesWhen: (condition: string) => string
  readonly mayBeNa: string
  readonly critical: (family: string, when: string) => string
  readonly criticalFault: (family: string) => string
  readonly rateWhen: (level: string, condition: string) => string
  readonly atMost: (level: string) => string
  readonly belowPercent: (percent: string) => string
  readonly faultyAnswer: string
  readonly rating: string
  readonly points: string
  readonly meaning: string
  readonly yes: string
  readonly no: string
  readonly multiple: string
  readonly deduction: (base: string) => string
  readonly fault: string
  readonly lost: string
  readonly atMostTimes: (count: string) => string
  readonly remarkOnly: string
  readonly fromFact: (fact: string) => string
  readonly linear: (zeroAt: string, fullAt: string) => string
  readonly measured: string
  readonly anything: string
  readonly recording: (id: string) => string
  readonly through: (date: string) => string
  readonly example: Readonly<Record<'good' | 'bad', string>>
  readonly comma: string
  readonly vetoes: string
  readonly veto: string
  readonly gates: string
  readonly gate: string
  readonly bonuses: string
  readonly bonus: string
  readonly bonusLimit: (points: string) => string
  readonly fires: string
  readonly effect: string
  readonly marked: string
  readonly markedOver: (tolerated: string) => string
  readonly keepsVerdict: string
  readonly unqualified: string
  readonly zeroSection: (section: string) => string
  readonly capSection: (section: string, maximum: string) => string
  readonly deduct: (points: string) => string
  readonly cap: (maximum: string) => string
  readonly zero: string
  readonly results: string
  readonly passMark: (passMark: string, maximum: string) => string
  readonly rounding: Readonly<Record<Rounding, (decimals: string) => string>>
  readonly band: string
  readonly from: string
}

const ENGLISH: GuideWords = {
  head: (id, version, timeZone) => `Rubric \`${id}\`, version ${version}; dates in ${timeZone}.`,
  effective: (from, through) => `For calls${days(from, through, ' from ', ' to ', ' until ')}.`,
  days: (from, through) => `**${days(from, through, 'From ', ' to ', 'Until ').trim()}**`,
  howToRate: 'How to rate',
  rules: (hasMarkedVetoes) => [
    '- Every item is rated. What did not occur is rated `na` only where the item says that it may be; a missing rating is refused.',
    '- Read the criteria from the best level down and take the first that is met in full.',
    ...(hasMarkedVetoes
      ? ['- Vetoes are looked for in every call; where there was none, say so with an empty list.']
      : []),
  ],
  weights: 'Weights',
  weightsRemark: 'Share of the whole form, in percent, before anything is not applicable.',
  part: 'Part',
  share: 'Share',
  appliesWhen: (condition) => `Applies only where ${condition}.`,
  mayBeNa: 'May be rated `na`; its weight then goes to the others.',
  critical: (family, when) => `**Critical error** (${family}): ${when}.`,
  criticalFault: (family) => `critical error (${family})`,
  rateWhen: (level, condition) => `Rates itself ${level} where ${condition}, unless the rater does.`,
  atMost: (level) => `level ${level} or under`,
  belowPercent: (percent) => `under ${percent} % of its points`,
  faultyAnswer: 'the faulty answer',
  rating: 'Rating',
  points: 'Points',
  meaning: 'Meaning',
  yes: 'yes',
  no: 'no',
  multiple: 'All that apply are chosen; their points add up. None: an empty list.',
  deduction: (base) =>
    `Starts with ${base} points; every fault takes its points as often as it occurs. None: an empty list.`,
  fault: 'Fault',
  lost: 'Points each',
  atMostTimes: (count) => `, at most ${count} times`,
  remarkOnly: 'A remark; recorded, never scored.',
  fromFact: (fact) => `Measured by the system: ${fact}.`,
  linear: (zeroAt, fullAt) => `No points at ${zeroAt}, all at ${fullAt}, in proportion between.`,
  measured: 'Measured',
  anything: 'anything else',
  recording: (id) => `recording ${id}`,
  through: (date) => `good until ${date}`,
  example: { good: '✓', bad: '✗' },
  comma: ', ',
  vetoes: 'Vetoes',
  veto: 'Veto',
  gates: 'Gates',
  gate: 'Gate',
  bonuses: 'Bonuses',
  bonus: 'Bonus',
  bonusLimit: (points) => `All bonuses together add at most ${points} points.`,
  fires: 'When',
  effect: 'Effect',
  marked: 'marked by the rater',
  markedOver: (tolerated) => `marked by the rater more than ${tolerated} times`,
  keepsVerdict: 'the verdict is left to the score',
  unqualified: 'unqualified',
  zeroSection: (section) => `${section}: 0`,
  capSection: (section, maximum) => `${section}: at most ${maximum}`,
  deduct: (points) => `−${points} points`,
  cap: (maximum) => `score at most ${maximum}`,
  zero: 'score 0',
  results: 'Results',
  passMark: (passMark, maximum) => `Qualified from ${passMark} points; the score is at most ${maximum}.`,
  rounding: {
    'half-up': (decimals) => `Scores are rounded once, to ${decimals} decimals, halves up.`,
    'half-even': (decimals) => `Scores are rounded once, to ${decimals} decimals, halves to the even digit.`,
    down: (decimals) => `Scores are cut off after ${decimals} decimals.`,
  },
  band: 'Band',
  from: 'From',
}

const CHINESE: GuideWords = {
  head: (id, version, timeZone) => `评分标准 \`${id}\`，版本 ${version}；日期按 ${timeZone} 时区。`,
  effective: (from, through) => `适用通话：${chineseDays(from, through)}。`,
  days: (from, through) => `**${chineseDays(from, through)}**`,
  howToRate: '评分须知',
  rules: (hasMarkedVetoes) => [
    '- 每个评分项都要评。未发生的，只有写明可以不适用的才能评 `na`；漏评会被拒绝。',
    '- 从最高级往下对照标准，取第一个完全符合的级别。',
    ...(hasMarkedVetoes ? ['- 每通电话都要检查一票否决项；没有的，填写空列表。'] : []),
  ],
  weights: '权重',
  weightsRemark: '占整张表的百分比，未考虑不适用。',
  part: '章节和评分项',
  share: '占比',
  appliesWhen: (condition) => `仅在以下情况适用：${condition}。`,
  mayBeNa: '可以评 `na`（不适用），其权重转给其余部分。',
  critical: (family, when) => `**致命差错**（${family}）：${when}。`,
  criticalFault: (family) => `致命差错（${family}）`,
  rateWhen: (level, condition) => `未评分时，若 ${condition}，自动评为 ${level}。`,
  atMost: (level) => `${level} 级及以下`,
  belowPercent: (percent) => `得分低于 ${percent} %`,
  faultyAnswer: '评为有差错的答案',
  rating: '评分',
  points: '得分',
  meaning: '标准',
  yes: '是',
  no: '否',
  multiple: '可多选，得分相加；都没有则为空列表。',
  deduction: (base) => `从 ${base} 分起，每出现一次扣一次；没有则为空列表。`,
  fault: '扣分点',
  lost: '每次扣分',
  atMostTimes: (count) => `，最多 ${count} 次`,
  remarkOnly: '文字备注，只记录，不计分。',
  fromFact: (fact) => `由系统测得：${fact}。`,
  linear: (zeroAt, fullAt) => `${zeroAt} 得 0 分，${fullAt} 得满分，其间按比例。`,
  measured: '测量值',
  anything: '其他',
  recording: (id) => `录音 ${id}`,
  through: (date) => `有效期至 ${date}`,
  example: { good: '✓', bad: '✗' },
  comma: '、',
  vetoes: '一票否决',
  veto: '否决项',
  gates: '底线规则',
  gate: '规则',
  bonuses: '加分',
  bonus: '加分项',
  bonusLimit: (points) => `加分合计不超过 ${points} 分。`,
  fires: '触发条件',
  effect: '影响',
  marked: '质检员标记',
  markedOver: (tolerated) => `质检员标记超过 ${tolerated} 次`,
  keepsVerdict: '是否合格仍看得分',
  unqualified: '不合格',
  zeroSection: (section) => `${section}：0 分`,
  capSection: (section, maximum) => `${section}：最高 ${maximum} 分`,
  deduct: (points) => `扣 ${points} 分`,
  cap: (maximum) => `得分最高 ${maximum}`,
  zero: '得分为 0',
  results: '结果',
  passMark: (passMark, maximum) => `${passMark} 分及以上为合格，得分最高 ${maximum}。`,
  rounding: {
    'half-up': (decimals) => `得分只舍入一次，保留 ${decimals} 位小数，四舍五入。`,
    'half-even': (decimals) => `得分只舍入一次，保留 ${decimals} 位小数，五取偶。`,
    down: (decimals) => `得分保留 ${decimals} 位小数，其余舍去。`,
  },
  band: '等级',
  from: '最低分',
}

/** Words of the rater's sheet by language. */
export const GUIDE_WORDS: Readonly<Record<Language, GuideWords>> = { en: ENGLISH, 'zh-CN': CHINESE }

function days(
  from: string | undefined,
  through: string | undefined,
  start: string,
  between: string,
  until: string,
): string {
  if (from === undefined) return through === undefined ? '' : `${until}${through}`
  return `${start}${from}${through === undefined ? '' : `${between}${through}`}`
}

function chineseDays(from: string | undefined, through: string | undefined): string {
  if (from === undefined) return through === undefined ? '' : `${through} 及以前`
  return through === undefined ? `自 ${from} 起` : `${from} 至 ${through}`
}
