import type { FigureName, TargetAgreement, UndefinedReason } from '../../calibration/index.js'
import type { Language } from '../../issues/index.js'

/** What `calibrate`, `certify`, `review` and `diff` have to say, besides issues. */
export interface CalibrationWords {
  readonly needs: (option: string) => string
  readonly oneFile: string
  readonly twoRubrics: string
  readonly noColumn: (column: string) => string
  readonly format: (value: string, known: string) => string
  readonly header: readonly string[]
  readonly kinds: Readonly<Record<TargetAgreement['kind'], string>>
  readonly figures: Readonly<Record<FigureName, string>>
  readonly reasons: Readonly<Record<UndefinedReason, string>>
  readonly usable: Readonly<Record<TargetAgreement['usable'], string>>
  readonly session: (calls: number, raters: number) => string
  readonly severityHeader: readonly string[]
  readonly severity: string
  readonly deviations: string
  readonly discuss: string
  readonly notPeople: string
  readonly remark: string
  readonly failed: (count: number) => string
  readonly referenceHeader: readonly string[]
  readonly against: (reference: string) => string
  readonly outcomes: Readonly<Record<'certified' | 'not-certified' | 'not-enough-calls' | 'too-uniform', string>>
  readonly certified: (
    rater: string,
    outcome: string,
    facts: { calls: number; within: string; bias: string; vetoes: string; needed: string | undefined },
  ) => string
  readonly needed: (calls: number) => string
  readonly reviewHeader: readonly string[]
  readonly statuses: Readonly<Record<string, string>>
  readonly late: string
  readonly refused: (event: string) => string
  readonly diffHead: (before: string, after: string) => string
  readonly comparability: Readonly<Record<'identical' | 'comparable' | 'rescore' | 'not-comparable', string>>
  readonly diffKinds: Readonly<Record<'added' | 'removed' | 'changed', string>>
  readonly parts: Readonly<Record<string, string>>
  readonly effects: Readonly<Record<'none' | 'judgement' | 'figures' | 'ratings', string>>
  readonly impactHeader: readonly string[]
  readonly notCarried: (count: number) => string
  readonly moves: (changes: Readonly<Record<string, number>>) => string
}

const ENGLISH: CalibrationWords = {
  needs: (option) => `Say ${option}.`,
  oneFile: 'Name one file.',
  twoRubrics: 'Name two rubrics: the older, then the newer one.',
  noColumn: (column) => `The CSV has no column "${column}".`,
  format: (value, known) => `The format "${value}" is not known here. Use ${known}.`,
  header: ['', 'calls', 'n/a', 'exact', 'within one', 'alpha', '95 %', 'AC', '95 %', 'usable'],
  kinds: { item: 'item', section: 'section', total: 'total', veto: 'veto', verdict: 'verdict' },
  figures: {
    'percent-exact': 'percent, the same',
    'percent-within-one': 'percent, at most one apart',
    kappa: 'kappa',
    'kappa-linear': 'kappa, linear weights',
    'kappa-quadratic': 'kappa, quadratic weights',
    'alpha-nominal': 'alpha, nominal',
    'alpha-ordinal': 'alpha, ordinal',
    'alpha-interval': 'alpha, interval',
    ac1: 'AC1',
    ac2: 'AC2, quadratic weights',
    'fleiss-kappa': "Fleiss' kappa",
    'icc-1': 'ICC(1)',
    'icc-2-1': 'ICC(2,1)',
    'icc-2-k': 'ICC(2,k)',
  },
  reasons: {
    'no-variation': 'no variation',
    'one-rater': 'one rater',
    'one-call': 'one call',
    'nothing-in-common': 'no call in common',
    disconnected: 'groups without a call in common',
    'not-two-raters': 'not two raters',
    incomplete: 'no complete calls',
    'below-chance': 'below chance',
    'raters-not-fixed': 'raters not fixed',
  },
  usable: { yes: 'yes', no: 'no', 'too-few-calls': 'too few calls' },
  session: (calls, raters) =>
    `${calls} calls, ${raters} raters. Alpha and AC are on the declared scale; usable: the lower limit of either is .667 or more.`,
  severityHeader: ['rater', 'calls', 'above the mean of all', '95 %'],
  severity: 'Severity, on the same calls:',
  deviations: 'By rater and item, away from the others on the same calls (over 0 is milder):',
  discuss: 'To talk about, the widest differences first:',
  notPeople: 'Raters are taken for positions, not people: nothing is said of a single one.',
  remark: 'Agreement is not correctness: all can be wrong together. These figures judge items, never people.',
  failed: (count) => `${count} evaluations could not be used.`,
  referenceHeader: ['rater', '', 'calls', 'the same', 'within one', 'bias', 'mean error', 'kappa', '95 %'],
  against: (reference) => `Against ${reference} (bias: rater less reference):`,
  outcomes: {
    certified: 'certified',
    'not-certified': 'not certified',
    'not-enough-calls': 'not enough calls',
    'too-uniform': 'too uniform: one constant score would pass',
  },
  certified: (rater, outcome, { calls, within, bias, vetoes, needed }) =>
    `${rater}: ${outcome} (${calls} calls; within tolerance ${within}; mean difference ${bias}; vetoes missed ${vetoes})${needed === undefined ? '' : ` ${needed}`}`,
  needed: (calls) => `${calls} calls would decide if all goes on as before.`,
  reviewHeader: ['evaluation', 'status', 'score', 'verdict', 'scores', 'appeals', 'appeal until', 'feedback until'],
  statuses: {
    unscored: 'unscored',
    scored: 'scored',
    calibrated: 'calibrated',
    published: 'published',
    appealed: 'appealed',
    answered: 'answered',
    settled: 'settled',
    final: 'final',
  },
  late: ' (late)',
  refused: (event) => `event ${event} refused`,
  diffHead: (before, after) => `${before} -> ${after}`,
  comparability: {
    identical: 'Nothing changed.',
    comparable: 'Results stay comparable.',
    rescore: 'Old and new results are comparable after old evaluations are scored by the new version.',
    'not-comparable': 'Not comparable: what is rated changed. Start a new series.',
  },
  diffKinds: { added: 'new', removed: 'gone', changed: 'changed' },
  parts: {
    section: 'section',
    item: 'item',
    level: 'level',
    option: 'option',
    fault: 'fault',
    range: 'range',
    guidance: 'criteria of',
    weight: 'share of',
    veto: 'veto',
    gate: 'gate',
    bonus: 'bonus',
    fact: 'fact',
    condition: 'condition',
    band: 'band',
    result: 'result',
    'business-type': 'business type',
    title: 'title of',
  },
  effects: {
    none: '',
    judgement: '[raters may judge otherwise]',
    figures: '[same ratings, other score]',
    ratings: '[old ratings lose their meaning]',
  },
  impactHeader: ['business type', 'evaluations', 'mean before', 'mean after', 'change of band', 'change of verdict'],
  notCarried: (count) => `${count} evaluations cannot be carried:`,
  moves: (changes) =>
    Object.entries(changes)
      .map(([move, count]) => `${move}: ${count}`)
      .join(', ') || '-',
}

const CHINESE: CalibrationWords = {
  needs: (option) => `请给出 ${option}。`,
  oneFile: '请给出一个文件。',
  twoRubrics: '请给出两个评分标准：先旧版，后新版。',
  noColumn: (column) => `CSV 中没有 "${column}" 列。`,
  format: (value, known) => `此处不支持格式 "${value}"，可用：${known}。`,
  header: ['', '通话', '不适用', '完全一致', '相差一级内', 'alpha', '95 %', 'AC', '95 %', '可用'],
  kinds: { item: '评分项', section: '章节', total: '总分', veto: '一票否决', verdict: '结论' },
  figures: {
    'percent-exact': '完全一致率',
    'percent-within-one': '相差一级内的比例',
    kappa: 'kappa',
    'kappa-linear': 'kappa（线性加权）',
    'kappa-quadratic': 'kappa（平方加权）',
    'alpha-nominal': 'alpha（名义）',
    'alpha-ordinal': 'alpha（顺序）',
    'alpha-interval': 'alpha（等距）',
    ac1: 'AC1',
    ac2: 'AC2（平方加权）',
    'fleiss-kappa': 'Fleiss kappa',
    'icc-1': 'ICC(1)',
    'icc-2-1': 'ICC(2,1)',
    'icc-2-k': 'ICC(2,k)',
  },
  reasons: {
    'no-variation': '没有差异',
    'one-rater': '只有一位质检员',
    'one-call': '只有一通电话',
    'nothing-in-common': '没有共同的通话',
    disconnected: '有几组没有共同的通话',
    'not-two-raters': '不是两位质检员',
    incomplete: '没有评全的通话',
    'below-chance': '低于随机',
    'raters-not-fixed': '质检员不固定',
  },
  usable: { yes: '是', no: '否', 'too-few-calls': '通话太少' },
  session: (calls, raters) =>
    `${calls} 通电话，${raters} 位质检员。alpha 和 AC 按声明的量表计算；可用：两者之一的下限不低于 .667。`,
  severityHeader: ['质检员', '通话', '高于全体平均', '95 %'],
  severity: '宽严程度（按相同的通话）：',
  deviations: '按质检员和评分项，在相同的通话上与其他人的差（正数为偏宽）：',
  discuss: '需要讨论的通话，差异大的在前：',
  notPeople: '质检员只是位置，不是固定的人：不对任何一位下结论。',
  remark: '一致不等于正确：大家可能一起错。这些数字用来判断评分项，不用来判断人。',
  failed: (count) => `有 ${count} 条评价无法使用。`,
  referenceHeader: ['质检员', '', '通话', '一致', '相差一级内', '偏差', '平均误差', 'kappa', '95 %'],
  against: (reference) => `与 ${reference} 相比（偏差：质检员减参照）：`,
  outcomes: {
    certified: '合格',
    'not-certified': '不合格',
    'not-enough-calls': '通话不够',
    'too-uniform': '通话太单一：固定打一个分也能通过',
  },
  certified: (rater, outcome, { calls, within, bias, vetoes, needed }) =>
    `${rater}：${outcome}（${calls} 通；容差内 ${within}；平均差 ${bias}；漏判一票否决 ${vetoes}）${needed === undefined ? '' : needed}`,
  needed: (calls) => `若保持现状，${calls} 通可以得出结论。`,
  reviewHeader: ['评价', '状态', '得分', '结论', '得分次数', '申诉', '申诉截止', '反馈截止'],
  statuses: {
    unscored: '未评分',
    scored: '已评分',
    calibrated: '已校准',
    published: '已发布',
    appealed: '申诉中',
    answered: '已答复',
    settled: '已裁定',
    final: '已定稿',
  },
  late: '（逾期）',
  refused: (event) => `事件 ${event} 被拒绝`,
  diffHead: (before, after) => `${before} → ${after}`,
  comparability: {
    identical: '没有变化。',
    comparable: '新旧结果仍可比较。',
    rescore: '旧评价按新版重新计分后，新旧结果可以比较。',
    'not-comparable': '不可比较：评分的内容变了，请另起一个系列。',
  },
  diffKinds: { added: '新增', removed: '删除', changed: '修改' },
  parts: {
    section: '章节',
    item: '评分项',
    level: '级别',
    option: '选项',
    fault: '扣分点',
    range: '区间',
    guidance: '评分标准：',
    weight: '占比：',
    veto: '一票否决',
    gate: '底线规则',
    bonus: '加分',
    fact: '事实',
    condition: '条件',
    band: '等级',
    result: '结果',
    'business-type': '业务类型',
    title: '标题：',
  },
  effects: {
    none: '',
    judgement: '［评分人可能会评得不同］',
    figures: '［评分相同，得分不同］',
    ratings: '［旧评分失去含义］',
  },
  impactHeader: ['业务类型', '评价', '旧版平均', '新版平均', '等级变化', '结论变化'],
  notCarried: (count) => `有 ${count} 条评价无法沿用：`,
  moves: (changes) =>
    Object.entries(changes)
      .map(([move, count]) => `${move}：${count}`)
      .join('，') || '-',
}

export function calibrationWordsOf(language: Language): CalibrationWords {
  return language === 'zh-CN' ? CHINESE : ENGLISH
}
