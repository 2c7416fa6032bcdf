import type { IssueDetails, Reach, Siblings, WeightCase } from '../../issue-details.js'
import { expected, type Facts, type NounsOf, quote, received, type WordsOf } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, idList, meantOr, span, subject, typeWords, zh } from './phrases.js'

/** Sentences of `rubric/...`. */
export const rubricSentences: SentencesOf<'rubric'> = {
  'rubric/duplicate-id': (issue) => zh`${subject('id ', received(issue))}重复。请为每一处使用不同的 id。`,
  'rubric/unknown-name': (issue) => {
    const [noun, key] = NAME_KINDS[issue.details.kind]
    const what = received(issue) === undefined ? `找不到此${noun}。` : zh`找不到${noun}${received(issue) ?? ''}。`
    return zh`${what}${issue.expected === '' ? `目前没有任何${noun}。` : meantOr(issue, `已有的${noun}`)}请改正名称${key === undefined ? '' : `，或在 "${key}" 中声明`}。`
  },
  'rubric/reserved-fact': (issue) =>
    zh`${subject('名称', received(issue))}在条件中另有含义，不能用作事实名。请为该事实改名。`,
  'rubric/reserved-option': () => '评分 "na" 固定表示不适用，id 为 "na" 的选项永远无法选中。请为该选项改名。',
  'rubric/fact-definition': (issue) =>
    zh`该事实的 "values" 中${after('值', received(issue)) || '有值'}重复。请只保留一个。`,
  'rubric/nothing-scored': () => '评分标准中没有计分的评分项，全部是 "text" 类型。请至少添加一个其他类型的评分项。',
  'rubric/empty-section': (issue) =>
    zh`${subject('章节', received(issue))}中没有评分项，也没有下级章节。请添加内容，或删除该章节。`,
  'rubric/no-scale': (issue) =>
    zh`该评分项没有指定量表，评分标准也没有 "defaultScale"。请为评分项填写 "scale"${after('（可选：', expected(issue), '）')}，或设置 "defaultScale"。`,
  'rubric/duplicate-level': (issue) =>
    zh`量表中有两个级的数值相同${after('，均为', received(issue))}。请为每一级填写不同的数值。`,
  'rubric/scale-divisor': (issue) => {
    const name = subject('量表', quote(issue.details.scale))
    switch (issue.details.scoring) {
      case 'span':
        return zh`${name}按 "span" 计分，但各级数值没有高低之分。请添加数值不同的级。`
      case 'points':
        return zh`${name}按 "points" 计分，但没有一级的分值大于 0。请至少为一级设置大于 0 的分值。`
      default:
        return zh`${name}没有数值大于 0 的级，无法计分。请至少将一级设为大于 0 的数值，或改用 "span" 计分。`
    }
  },
  'rubric/level-negative': (issue) =>
    zh`${subject('级', received(issue))}为负数，计分方式${quote(issue.details.scoring)}不允许。请填写 >= 0 的数值，或改用 "span" 计分。`,
  'rubric/level-points': () => '量表按 "points" 计分，但该级没有分值。请为该级填写 "points"。',
  'rubric/unknown-level': (issue) =>
    zh`量表中没有${after('', received(issue), '这一级') || '这一级'}。${after('可选的级：', expected(issue), '。')}请填写量表中的级。`,
  'rubric/guidance-key': (issue) =>
    zh`"guidance" 中的${after('键', received(issue)) || '键'}不是该评分项的级或选项。${after('可用的键：', expected(issue), '。')}请改正或删除。`,
  'rubric/numeric-scoring': (issue) =>
    issue.expected === '"ranges"'
      ? '"maximumPoints" 只能与 "ranges" 同用，而该评分项按 "linear" 计分。请删除 "maximumPoints"。'
      : '数值型评分项应按 "ranges" 或 "linear" 之一计分。请填写其中一个，且只填一个。',
  'rubric/numeric-fact': (issue) =>
    zh`数值型评分项引用的事实应为${typeWords(issue.expected) ?? '数值'}${after('，而该事实为', typeWords(received(issue)))}。请改用其他事实，或修改该事实的 "type"。`,
  'rubric/range-bounds': (issue) =>
    issue.expected?.startsWith('"')
      ? zh`同一侧的界限重复填写${after('：', received(issue)?.replaceAll(', ', '、'))}。请只保留其中一个：${issue.expected}。`
      : zh`上限${after('', received(issue))}低于下限。请填写${after('', expected(issue), '的') || '不低于下限的'}数值。`,
  'rubric/no-points': () => '所有分值都是 0，无法得分。请至少为一个选项或区间设置大于 0 的分值。',
  'rubric/linear-equal': (issue) =>
    zh`"zeroAt" 与 "fullAt" 相同${after('，均为', received(issue))}。请填写两个不同的数值。`,
  'rubric/on-rating-form': (issue) => {
    const item = zh`${subject('评分项', quote(issue.details.item))}的类型为${quote(issue.details.kind)}`
    if (issue.expected === '"no-rating"')
      return zh`${item}，不评分，不能用来触发一票否决。请改用其他评分项，或改用 "when"。`
    if (issue.expected === 'no further key')
      return zh`${item}，"onRating" 中只需填写 "item"。请删除${received(issue) ?? '其他键'}。`
    return zh`${item}，"onRating" 中除 "item" 外应填写${expected(issue) ?? '与类型相符的键'}${after('，现为', received(issue))}。请改正。`
  },
  'rubric/weights-mixed': (issue) =>
    zh`${received(issue) ?? '其中一项'}没有权重，而同级中有的已填写${after('（同级：', idList(issue.details.siblings), '）')}。同级要么都填权重，要么都不填。`,
  'rubric/weights-zero': (issue) =>
    zh`${under(issue.details.parent)}权重全部为 0${after('（', idList(issue.details.siblings), '）')}。请至少为其中一个设置大于 0 的权重。`,
  'rubric/unweighted-node': (issue) =>
    zh`${received(issue) ?? '此处所指的内容'}不计分，不能设置权重。请删除该权重；如果是章节，也可在其中添加计分的评分项。`,
  'rubric/profile-incomplete': (issue) =>
    zh`${profile(issue.details.businessType)}只填写了部分同级的权重${after('，还缺', idList(issue.details.missing))}。请补全，或将同级的都删除。`,
  'rubric/profile-both': (issue) =>
    zh`${profile(issue.details.businessType)}中，${under(issue.details.parent)}权重同时用了 "weights" 和 "sharePercents"。请只保留其中一种。`,
  'rubric/shares-over-100': (issue) =>
    zh`${under(issue.details.parent)}占比合计超过 100%${total(issue)}。请调整到不超过 100。`,
  'rubric/shares-not-100': (issue) =>
    zh`${under(issue.details.parent)}占比已全部填写，但合计不是 100%${total(issue)}。请调整到合计 100，或留出一项不填，由其占余下部分。`,
  'rubric/shares-rest': (issue) =>
    zh`${inCase(issue.details)}占比合计${after('为', received(issue), '%') || '不足 100%'}，而同级中没有其他权重可占余下部分。请调整到合计 100。`,
  'rubric/weight-rule-form': (issue) =>
    issue.expected?.includes('SharePercent')
      ? '权重规则没有设置界限。请填写 "minimumSharePercent" 或 "maximumSharePercent"，也可都填。'
      : '权重规则应填写 "nodes" 或 "tag" 之一。请填写其中一个，且只填一个。',
  'rubric/weight-rule-broken': (issue) =>
    zh`${inCase(issue.details)}占比${after('为', received(issue), '%，')}不符合权重规则${after('（应', expected(issue), '）')}。请调整权重或规则。`,
  'rubric/bands': (issue) =>
    issue.expected === '0'
      ? zh`最低等级${after('从', received(issue), '分开始，') || '不是从 0 分开始，'}更低的得分没有对应的等级。请将最低等级的 "minimum" 设为 0。`
      : zh`有两个等级的最低分相同${after('，均为', received(issue))}。请为每个等级设置不同的 "minimum"。`,
  'rubric/maximum': (issue) =>
    zh`合格线${after('', received(issue))}高于得分上限${issue.details.maximum}，将无人合格。请降低 "passMark"，或提高 "maximum"。`,
  'rubric/band-out-of-reach': (issue) =>
    zh`${forTypes(issue.details)}任何评分都达不到${after('等级', received(issue)) || '该等级'}${scoreRange(issue.details)}。请改正其 "minimum"，或调整权重、级别和加分。`,
  'rubric/pass-mark-out-of-reach': (issue) =>
    zh`${forTypes(issue.details)}任何评分都达不到合格线${after('', received(issue))}${scoreRange(issue.details)}，没有人能合格。请降低合格线，或调整权重、级别和加分。`,
  'rubric/pass-mark-always-reached': (issue) =>
    zh`${forTypes(issue.details)}任何评分都能达到合格线${after('', received(issue))}${scoreRange(issue.details)}，只有否决项或底线规则才能使录音不合格。请提高合格线，或改用 "scoring": "span"，使最低级别得 0 分。`,
  'rubric/weightless': (issue) =>
    zh`${forTypes(issue.details)}${inDays(issue.details)}${received(issue) ?? '此项'}的权重为 0，评了也不计分。请为它设置权重；如果只需记录，请改为 "kind": "text" 的评分项，或改为否决项。`,
  'rubric/changes-nothing': (issue) =>
    issue.details.kind === 'adjustment'
      ? '去掉这项权重调整后，任何一天的权重都不会改变。请改正其占比、日期或业务类型，或将其删除。'
      : zh`${after('业务类型', received(issue), '的') || '此'}权重方案与表单本身的权重完全相同。请改正，或删除。`,
  'rubric/range-gap': (issue) =>
    zh`没有任何区间包含${issue.details.gap}的数值，这样的测量值会被拒绝。请补上一个区间，或用 "minimum" 和 "maximum" 说明不会出现。`,
  'rubric/range-hidden': (issue) =>
    zh`${subject('区间', received(issue))}永远用不到：按先到先得，其中的数值都已被前面的区间取走。请移到前面，或删除。`,
  'rubric/range-overlap': (issue) =>
    zh`${subject('区间', received(issue))}与前面的区间${issue.details.other}有重叠，重叠部分以前面的为准。请使两者正好相接：一个用 "below"，另一个用 "atLeast"。`,
  'rubric/always-true': (issue) =>
    zh`此条件永远成立：${issue.details.fact}${after('只可能是', issue.details.values)}${after('，而比较为', received(issue))}。请改正比较的值，或删除该条件。`,
  'rubric/never-true': (issue) =>
    zh`此条件永远不成立：${issue.details.fact}${after('只可能是', issue.details.values)}${after('，而比较为', received(issue))}。请改正比较的值，或删除该条件。`,
  'rubric/contradiction': (issue) =>
    zh`对${issue.details.fact}的几个要求互相矛盾，不可能同时成立。请改正其中之一，或将 "all" 改为 "any"。`,
  'rubric/unused': (issue) =>
    zh`${subject(RUBRIC_PARTS[issue.details.kind], received(issue))}已声明，但从未使用。请使用，或删除；如需特意保留，请在其 "note" 中说明原因。`,
  'rubric/no-guidance': (issue) =>
    zh`${subject('评分项', received(issue))}没有写明各级别的评分标准：${issue.details.levels}，评分人会各有理解。请在 "guidance" 中逐级写明。`,
  'rubric/section-may-vanish': (issue) =>
    zh`${subject('章节', received(issue))}中的所有评分项都可以不适用，届时其权重会转给其他章节。如果确实如此，请为该章节写上 "mayBeNotApplicable"；否则请至少保留一个必评的评分项。`,
  'rubric/nothing-may-be-left': () => '所有章节都可以不适用，录音可能得不到分数。请至少保留一个必评的评分项。',
  'rubric/one-language': (issue) =>
    zh`评分标准中其他文字都有中英文，此处缺少${issue.expected === 'en' ? '英文' : issue.expected === 'zh-CN' ? '中文' : '一种语言'}。请写成 {"zh-CN": "...", "en": "..."} 的形式。`,
  'rubric/example-expired': (issue) =>
    zh`该案例的有效期${after('到', received(issue), '为止，') || '已过，'}今天是${issue.details.today}。请换成新的案例，或延长 "through"。`,
  'rubric/too-complex': (issue) =>
    zh`评分标准产生的权重组合过多${after('：', received(issue))}，上限为${issue.details.maximum}。请减少权重调整或业务类型。`,
}

const RUBRIC_PARTS: WordsOf<IssueDetails['rubric/unused']['kind']> = {
  scale: '量表',
  fact: '事实',
  condition: '条件',
  tag: '标签',
  family: '类别',
  action: '措施',
}

/** What a name stands for, and the key that declares it where authors declare it apart. */
const NAME_KINDS: NounsOf<IssueDetails['rubric/unknown-name']['kind']> = {
  scale: ['量表', 'scales'],
  fact: ['事实', 'facts'],
  section: ['章节', undefined],
  item: ['评分项', undefined],
  node: ['章节或评分项', undefined],
  family: ['致命差错类别', 'families'],
  tag: ['标签', 'tags'],
  action: ['措施', 'actions'],
  businessType: ['业务类型', 'businessTypes'],
  option: ['选项', undefined],
}

function under(parent: string): string {
  // The parent of the outermost sections is given as an empty name.
  return parent === '' ? '最上层章节的' : zh`"${parent}" 下各项的`
}

function total(issue: Facts & { readonly details: Siblings }): string {
  return after('，现为', received(issue), '%') + after('（', idList(issue.details.siblings), '）')
}

function profile(businessType: string): string {
  return after('业务类型', quote(businessType), '的权重方案') || '此权重方案'
}

/** The business type and days of a weight. */
function inCase(details: WeightCase): string {
  const [from, through] = [details.from, details.through]
  const days = from === undefined && through === undefined ? undefined : span(`${from ?? ''}..${through ?? ''}`)
  const type = quote(details.businessType)
  const whose = type === undefined ? '' : zh`业务类型${type}的`
  return days === undefined ? whose : zh`${days}，${whose}`
}

/** The business types that a warning is about; all where it names none. */
function forTypes(details: { readonly businessTypes?: string }): string {
  return after('对于业务类型 ', details.businessTypes, '，')
}

/** What ratings can reach. */
function scoreRange(details: Reach): string {
  const [lowest, highest] = [details.lowest, details.highest]
  return lowest === undefined || highest === undefined ? '' : `（得分在 ${lowest} 与 ${highest} 之间）`
}

/** The days for which the weights of a warning hold. */
function inDays(details: WeightCase): string {
  const [from, through] = [details.from, details.through]
  if (from === undefined) return after('在 ', through, ' 以前，')
  return through === undefined ? `自 ${from} 起，` : `在 ${from} 至 ${through} 期间，`
}
