import { formatPath } from '../../issue.js'
import type { IssueDetails } from '../../issue-details.js'
import { expected, quote, received, type WordsOf } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, didYouMean, line, meantOr, subject, zh } from './phrases.js'

/** Sentences of `sampling/...`. */
export const samplingSentences: SentencesOf<'sampling'> = {
  'sampling/argument': (issue) =>
    zh`参数${issue.path.length > 0 ? ` ${formatPath(issue.path)} ` : ''}的值${received(issue) === undefined ? '无法使用' : zh`${received(issue) ?? ''}不正确`}。${after('应为：', expected(issue), '。') || '请改正调用方式。'}`,
  'sampling/infeasible-allocation': (issue) => {
    const need = issue.details.need
    const available = issue.details.available
    switch (issue.details.constraint) {
      case 'sizes':
        return zh`样本要求${need}通，而总共只有${available}通。请减少样本量。`
      case 'minima':
        return zh`各层最低数合计${need}通，超过样本总量${available}通。请提高总量，或降低最低数。`
      case 'group':
        return zh`${after('第', issue.details.group, '组') || '该组'}至少要抽${need}通，而该组只有${available}通。请降低该组下限或总量，或扩大该组范围。`
      case 'variance':
        return zh`总量估计的方差要求不超过${need}，而抽到上限时方差仍为${available}。请放宽上限，或放宽方差要求。`
      case 'floors':
        return zh`各层最低数与各组下限合计需要${need}通，超过样本总量${available}通。请提高总量，或降低某个下限。`
      default:
        return zh`样本无法分配：需要${need}通，可用${available}通。请调整总量、最低数或下限。`
    }
  },
  'sampling/crossing-groups': (issue) =>
    zh`第${issue.details.other}组与${after('第', issue.details.group, '组') || '该组'}有共同的层，但互不包含。请让两组不重叠，或让一组完全包含另一组。`,
  'sampling/periodic': (issue) =>
    zh`每隔${issue.details.interval}通抽取一通，而名单每${issue.details.period}通重复一次，样本只能覆盖其中${issue.details.phases}个位置。请更换排序、调整样本量，或改用按键抽样。`,
  'sampling/duplicate-id': (issue) => zh`${subject('名称', received(issue))}在这里重复。请为其中一个改名。`,
  'sampling/role-twice': (issue) =>
    zh`角色${received(issue) ?? ''}给了两列，另一列是${quote(issue.details.first)}。只能留一列。`,
  'sampling/role-type': (issue) =>
    zh`角色${quote(issue.details.role)}的列不能是${received(issue) ?? '这种'}类型。请改为${expected(issue) ?? '其他类型'}。`,
  'sampling/no-id-field': () =>
    '没有任何列的角色是 "id"。请给存放通话编号的文本列加上：{"type": "string", "role": "id"}。',
  'sampling/no-agent-field': () => '使用 "perAgent" 时必须有一列的角色是 "agent"。请给存放坐席工号的文本列加上该角色。',
  'sampling/unknown-field': (issue) =>
    zh`没有声明列${received(issue) ?? ''}。${meantOr(issue, '已声明的列')}请改正名称，或在 "fields" 中声明该列。`,
  'sampling/stratum-type': (issue) =>
    zh`列${quote(issue.details.field)}的类型是${received(issue) ?? '其他类型'}，不能在这里用来分层。类型应为${expected(issue) ?? '其他类型'}${issue.expected === '"instant"' ? '' : '；时间请用时段（slots）分层'}。`,
  'sampling/slot-empty': () => '该时段的起止时间相同，不含任何时间。请写两个不同的时间，例如 ["06:00", "12:00"]。',
  'sampling/slot-overlap': (issue) =>
    zh`该时段与时段${quote(issue.details.other)}重叠，重叠处：${issue.details.at}。时段不含终点，下一个时段可从该时间开始。`,
  'sampling/slot-gap': (issue) =>
    zh`没有时段覆盖${issue.details.at}。请让各时段覆盖 24 小时，或用 "otherwise" 为其余时间命名。`,
  'sampling/unused-allocation': (issue) =>
    zh`分配方式${quote(issue.details.method)}用不到${received(issue) ?? '该项'}。请删去，或换用需要它的方式：neyman 用 deviations，cost 用 deviations 和 costs。`,
  'sampling/missing-column': (issue) =>
    zh`数据中没有列${received(issue) ?? ''}。${didYouMean(issue)}请改正方案中的列名或文件的表头。`,
  'sampling/repeated-column': (issue) => zh`数据中有两列都叫${received(issue) ?? '同一个名称'}。请为其中一列改名。`,
  'sampling/row-shape': (issue) =>
    zh`${line(issue)}该行的形式不对：应为${expected(issue) ?? '一行通话数据'}，实为${received(issue) ?? '其他内容'}。请改正该行。`,
  'sampling/cell-type': (issue) =>
    zh`${line(issue)}列${quote(issue.details.field)}的值${received(issue) ?? ''}不是${expected(issue) ?? '所声明的'}类型。${didYouMean(issue)}请改正该单元格，或改正方案中该列的类型。`,
  'sampling/missing-id': (issue) => zh`${line(issue)}通话没有编号。请填写列${quote(issue.details.field)}。`,
  'sampling/bad-text': (issue) =>
    zh`${line(issue)}列${quote(issue.details.field)}的值${received(issue) ?? ''}含有控制字符或不完整的字符。请去掉；编号和层标签按原样使用。`,
  'sampling/missing-stratum': (issue) =>
    zh`${line(issue)}列${quote(issue.details.field)}为空，无法确定该通话属于哪一层。请补全，或用 "eligible" 排除这类通话。`,
  'sampling/eligible-unknown': (issue) =>
    zh`${line(issue)}列${quote(issue.details.field)}为空，无法判断是否符合 "eligible"。请补全。`,
  'sampling/duplicate-call': (issue) =>
    zh`${line(issue)}该通话编号在第 ${issue.details.firstLine} 行已出现。每通通话只能有一行，请删去其中一行。`,
  'sampling/empty-frame': () => '数据中没有可以抽取的通话。请检查方案中的 "eligible"，以及是否选对了文件。',
  'sampling/frame-too-small': (issue) =>
    zh`只有${received(issue) ?? ''}通通话，而 "minimumTotal" 要求${expected(issue) ?? '更多'}。请调低该值，或用 "ifTooFew": "take-all" 全部测评。`,
  'sampling/over-maximum': (issue) =>
    zh`方案因${OVER_MAXIMUM[issue.details.constraint]}需要测评${issue.details.needed ?? '更多'}通，超过了 "maximumTotal"（${expected(issue) ?? '所设值'}）。${after('按上限抽样，误差为 ', issue.details.attained, ' 个百分点。')}请调高上限，或放宽要求。`,
  'sampling/unknown-stratum': (issue) =>
    zh`层${received(issue) ?? ''}${issue.expected === 'named' ? '在数据中存在，但这里没有给出' : '在数据中不存在'}。${didYouMean(issue)}必须按层键给出数据中的每一层，且不能有多余的。`,
  'sampling/seed': () => '种子必须是非空文本，不能含冒号 ":"、控制字符或换行。请另选一个，例如 "2026-08"。',
  'sampling/frame-changed': (issue) =>
    zh`数据与计数时不同：层 ${quote(issue.details.stratum)}现有${received(issue) ?? '不同数量的'}通，计数时为${expected(issue) ?? '另一数量'}通。请用现在的数据重新制定计划。`,
  'sampling/parts-differ': (issue) =>
    zh`这些部分不能合并：${quote(issue.details.what)}不一致。各部分必须使用同一计划和同一种子。`,
  'sampling/does-not-belong': (issue) =>
    zh`按本方案和种子抽不到通话${received(issue) ?? ''}（用途 ${quote(issue.details.purpose)}），它不应出现在样本中。`,
  'sampling/call-missing': (issue) =>
    zh`按本方案和种子应抽中通话${received(issue) ?? ''}（用途 ${quote(issue.details.purpose)}），但清单中没有。`,
  'sampling/call-gone': (issue) => zh`样本中的通话${received(issue) ?? ''}已不在数据的抽样框中。`,
  'sampling/stratum-changed': (issue) =>
    zh`通话${received(issue) ?? ''}按数据属于层${quote(issue.details.now)}，清单中却是${quote(issue.details.before)}。`,
  'sampling/entry-changed': (issue) =>
    zh`通话${received(issue) ?? ''}的条目被改动：${quote(issue.details.what)}与抽取结果不符。`,
  'sampling/frame-digest': (issue) =>
    zh`数据与清单不符：数据的摘要是${received(issue) ?? '另一个值'}，清单记录的是${expected(issue) ?? '另一个值'}。抽样之后有通话被增加、删除或改变了所属层。`,
  'sampling/plan-differs': (issue) =>
    zh`清单中的${quote(issue.details.what)}为${received(issue) ?? '另一个值'}，按方案和数据应为${expected(issue) ?? '另一个值'}。`,
  'sampling/sample-digest': (issue) =>
    zh`清单中的样本摘要为${received(issue) ?? '另一个值'}，按其中的测评通话应为${expected(issue) ?? '另一个值'}。`,
  'sampling/seed-not-fixed': () =>
    '没有记录种子是何时确定的。看到通话之后再定种子，就等于可以挑选样本：请在周期结束前确定种子和方案，并把时间记入 "seedFixedAt"。',
  'sampling/seed-late': (issue) =>
    zh`种子确定于${received(issue) ?? '较晚的时间'}，此时通话已全部可见（最后一通在${expected(issue) ?? '之前'}）。此时定种子等于可以挑选样本。`,
  'sampling/input-file': (issue) =>
    zh`文件${quote(issue.details.name)}不是抽样时所用的文件：其 SHA-256 为${received(issue) ?? '另一个值'}，清单记录的是${expected(issue) ?? '另一个值'}。`,
  'sampling/replacement': (issue) =>
    zh`通话${received(issue) ?? ''}的替换与方案不符，应换成${expected(issue) ?? '另一通'}。`,
  'sampling/not-measured': (issue) => zh`通话${received(issue) ?? ''}不是本样本的测评通话，无需替换。`,
  'sampling/no-replacement': (issue) =>
    zh`层${quote(issue.details.stratum)}已没有可用来替换${received(issue) ?? ''}的通话。请让该通话保持未评分，估计时选择缺失通话的处理方式。`,
  'sampling/score-missing': (issue) =>
    zh`抽中的质检通话${received(issue) ?? ''}没有评分。请补评或更换该通话；若确认缺失与质量无关，可设 missing: "as-if-random"，按同层其他通话推断，报告会注明。`,
  'sampling/score-twice': (issue) => zh`通话${received(issue) ?? ''}有不止一个评分。请只保留有效的一个。`,
  'sampling/score-outside-sample': (issue) =>
    zh`通话${received(issue) ?? ''}有评分，但不在样本中。请确认评分与抽样清单是否对应。`,
  'sampling/score-without-call': () => '该评分没有注明是哪一通通话。请在评价记录的 "callId" 中填写通话编号。',
  'sampling/stratum-unanswered': (issue) =>
    zh`层${received(issue) ?? ''}中抽到的通话都没有评分，无法推断该层。请至少评一通。`,
  'sampling/single-call-stratum': (issue) =>
    zh`层${received(issue) ?? ''}共${issue.details.size}通，只有一通可用，无法得知层内差异。请至少抽两通，或将 singleCall 设为 "certainty"、"remove"、"adjust" 或 "average"。`,
  'sampling/post-stratum': (issue) =>
    issue.details.reason === 'empty'
      ? zh`分组${received(issue) ?? ''}给出了总数，但样本中没有它的通话。请与其他分组合并。`
      : zh`样本中出现的分组${received(issue) ?? ''}没有给出总数。请补上该分组的通数。`,
  'sampling/sql-unsupported': (issue) =>
    zh`方案中${after('', formatPath(issue.path), ' 处的')}${received(issue) ?? '内容'}无法用${issue.details.dialect}的 SQL 表达成同样的意思。请换一种写法，或在表中另设一列，或导出数据后再抽样。`,
  'sampling/sql-rows': (issue) =>
    zh`传入的行不是该查询的结果${after('（', formatPath(issue.path), '）')}：应为${expected(issue) ?? '其他内容'}${after('，实为', received(issue))}。请重新运行查询，并原样传入全部结果行。`,
  'sampling/sql-faults': (issue) =>
    zh`表中有${issue.details.calls}行不能用于抽样：列${quote(issue.details.field)}有问题${quote(issue.details.fault)}${after('，例如通话', received(issue))}。请在数据源头改正，或用视图排除这些行。`,
}

const OVER_MAXIMUM: WordsOf<IssueDetails['sampling/over-maximum']['constraint']> = {
  precision: '误差要求',
  minimumTotal: '"minimumTotal"',
  strata: '各层的最少数量',
  coverage: '覆盖比例',
}
