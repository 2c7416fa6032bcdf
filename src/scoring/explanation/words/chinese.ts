import type { ExplanationWords } from './explanation-words.js'

const VERDICTS = { qualified: '合格', unqualified: '不合格' } as const

/** Words of explanations in Chinese. */
export const CHINESE: ExplanationWords = {
  head: (evaluation, rubric, version) => `评价 ${evaluation}，评分标准 ${rubric} ${version}`,
  weights: (layers) => `权重：${layers}`,
  base: '基础权重',
  layer: (kind, title) => `${kind === 'profile' ? '业务类型权重' : '限时调整'}“${title}”`,
  points: (points, share, lost) => `得 ${points} 分，占全表 ${share} %${lost === 0 ? '' : `，失 ${lost} 分`}`,
  noWeight: '在本表中无权重',
  recorded: '仅记录，不计分',
  separator: '；',
  listSeparator: '、',
  rated: {
    rater: (rating) => `评 ${rating}`,
    rule: (rating) => `按规则自动评 ${rating}`,
    fact: (rating) => `取自事实 ${rating}`,
  },
  fault: (title, count, lost, excess) =>
    `${title} × ${count}，扣 ${lost}${excess === '0' ? '' : `（另有 ${excess} 分已无分可扣）`}`,
  comment: (comment) => `，“${comment}”`,
  notApplicable: {
    rated: '质检员评为不适用',
    section: '随所属章节不适用',
    condition: '按条件不适用',
    'nothing-below': '不适用：其下没有有权重的内容',
  },
  unknown: '未知',
  conditionFacts: { rawScore: '原始分', businessType: '业务类型' },
  rawScore: (score) => `原始分：${score ?? '无（没有可计分的内容）'}`,
  kinds: { veto: '一票否决', gate: '底线规则', bonus: '加分' },
  outcomes: { fired: '已触发', 'not-fired': '未触发', undetermined: '无法判定', 'not-looked-at': '未判定' },
  marks: (marks, tolerated) => `，标记 ${marks} 次，允许 ${tolerated} 次`,
  effects: {
    'zero-section': '章节记 0 分',
    'cap-section': '章节封顶',
    bonus: '加分',
    deduct: '扣分',
    cap: '总分封顶',
    zero: '总分记 0',
    maximum: '得分上限',
    minimum: '得分下限',
  },
  result: ({ score, verdict, band, actions }) =>
    `得分：${score ?? '无'}；结论：${verdict === null ? '无' : VERDICTS[verdict]}；等级：${band ?? '无'}${actions.length > 0 ? `；措施：${actions.join('、')}` : ''}`,
  headings: {
    part: '章节与评分项',
    points: '得分',
    share: '占比',
    lost: '失分',
    reason: '原因',
    rules: '规则',
    effects: '从原始分到最终得分',
    effect: '处理',
    rule: '规则',
    before: '处理前',
    after: '处理后',
  },
}
