import type { Language } from '../../issues/issue.js'

/** Titles in schemas of evaluations. */
export interface EvaluationWords {
  readonly evaluationId: string
  readonly rubric: string
  readonly version: string
  readonly businessType: string
  readonly callId: string
  readonly callAt: string
  readonly period: string
  readonly from: string
  readonly through: string
  readonly subject: string
  readonly agentId: string
  readonly teamId: string
  readonly evaluatorId: string
  readonly evaluatedAt: string
  readonly purpose: string
  readonly ratings: string
  readonly vetoes: string
  readonly bonuses: string
  readonly facts: string
  readonly comment: string
  readonly evidence: string
  readonly notApplicable: string
  readonly wholeSection: string
  readonly yes: string
  readonly no: string
  readonly fault: string
  readonly count: string
  readonly example: Readonly<Record<'good' | 'bad', string>>
}

const ENGLISH: EvaluationWords = {
  evaluationId: 'Evaluation',
  rubric: 'Rubric',
  version: 'Version',
  businessType: 'Business type',
  callId: 'Call',
  callAt: 'Time of the call',
  period: 'Period',
  from: 'First day',
  through: 'Last day',
  subject: 'Who is judged',
  agentId: 'Agent',
  teamId: 'Team',
  evaluatorId: 'Rater',
  evaluatedAt: 'Time of the evaluation',
  purpose: 'Purpose',
  ratings: 'Ratings',
  vetoes: 'Vetoes, one entry per occurrence; none: []',
  bonuses: 'Bonuses',
  facts: 'Facts',
  comment: 'Comment',
  evidence: 'Evidence: quotation or time',
  notApplicable: 'not applicable',
  wholeSection: 'The whole section is not applicable; leave out where it is',
  yes: 'yes',
  no: 'no',
  fault: 'Fault',
  count: 'Times',
  example: { good: 'Good:', bad: 'Bad:' },
}

const CHINESE: EvaluationWords = {
  evaluationId: '评价编号',
  rubric: '评分标准',
  version: '版本',
  businessType: '业务类型',
  callId: '通话',
  callAt: '通话时间',
  period: '期间',
  from: '起始日',
  through: '截止日',
  subject: '评价对象',
  agentId: '坐席',
  teamId: '班组',
  evaluatorId: '质检员',
  evaluatedAt: '评价时间',
  purpose: '用途',
  ratings: '评分',
  vetoes: '一票否决，每次一条；没有则为空',
  bonuses: '加分',
  facts: '事实',
  comment: '备注',
  evidence: '依据：原话或时间点',
  notApplicable: '不适用',
  wholeSection: '整个章节不适用时填写，适用时留空',
  yes: '是',
  no: '否',
  fault: '扣分点',
  count: '次数',
  example: { good: '正面：', bad: '反面：' },
}

/** The titles in a language. */
export function evaluationWords(language: Language): EvaluationWords {
  return language === 'zh-CN' ? CHINESE : ENGLISH
}
