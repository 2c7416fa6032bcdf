import { formatPath } from '../../issue.js'
import type { IssueDetails } from '../../issue-details.js'
import { expected, type NounsOf, quote, received, type WordsOf } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, didYouMean, idList, meantOr, range, subject, typeWords, zh } from './phrases.js'

/** Sentences of `alerts/...`. */
export const alertsSentences: SentencesOf<'alerts'> = {
  'alerts/score-without-time': () =>
    zh`得分既没有通话时间（"callAt"），也没有所属日期（"period"），无法确定发生在哪一天。请在评价中补上 "callAt"。`,
  'alerts/found-too-early': (issue) =>
    zh`发现时间${after('（', received(issue), '）')}早于发生时间${after('，应为 ', expected(issue))}。请更正其中一个，常见原因是时区偏移写错。`,
  'alerts/unknown-rubric': (issue) =>
    zh`没有给出评分标准${received(issue) ?? ''}，由它产生的问题不带标签。请一并给出。`,
  'alerts/unknown-fact': (issue) =>
    zh`预警策略没有声明事实${received(issue) ?? ''}。${issue.expected === '' ? '其中没有声明任何事实。' : meantOr(issue, '已声明的事实')}请更正名称，或在 "facts" 中声明。`,
  'alerts/state-policy': (issue) =>
    zh`状态文件属于另一份预警策略${after('：', received(issue))}${after('，应为 ', expected(issue))}。请指定本策略的状态文件，或新建一个。`,
  'alerts/differing-delivery': (issue) =>
    zh`编号${received(issue) ?? ''}对应两条内容不同的记录。已经报送过的内容请原样报送，新的内容请另用编号。`,
  'alerts/event-no-alert': (issue) =>
    zh`没有这条预警${after('：', received(issue))}。${didYouMean(issue)}请从预警清单中取 fingerprint 和 episode；预警在发出之后才能处理。`,
  'alerts/event-differs': (issue) =>
    zh`编号${received(issue) ?? ''}已经用于另一条处理记录。请另用编号；已生效的处理记录不能改动。`,
  'alerts/event-too-early': (issue) =>
    zh`处理时间${after('（', received(issue), '）')}早于预警发出或上一次处理的时间${after('，应为 ', expected(issue))}。请更正 "at"。`,
  'alerts/event-after-end': (issue) =>
    zh`预警已结束（${issue.details.at}），${received(issue) ?? '该处理'}不再起作用。如果问题再次出现，会重新发出预警。`,
  'alerts/event-twice': (issue) => zh`这条预警之前已经做过${received(issue) ?? '此项处理'}，无需重复。`,
  'alerts/event-duties-open': (issue) =>
    zh`还不能关闭：尚未完成${idList(issue.details.missing)}。请先完成；如果本不该预警，请撤销（withdrawn）。`,
  'alerts/event-unknown-role': (issue) => zh`预警策略中没有角色${received(issue) ?? ''}。请更正，或在 "roles" 中声明。`,
  'alerts/event-duty-done': (issue) =>
    zh`任务${quote(issue.details.name)}已经完成${after('（', issue.details.at, '）')}，无需重复。`,
  'alerts/event-duty-cancelled': (issue) =>
    zh`任务${quote(issue.details.name)}在预警升级时已取消。请完成新级别要求的任务。`,
  'alerts/event-no-duty': (issue) =>
    zh`这条预警没有可由${received(issue) ?? '该处理'}完成的任务。${after('尚未完成的有 ', expected(issue), '。')}请更正。`,
  'alerts/event-unknown-kind': (issue) =>
    zh`预警策略中没有${received(issue) ?? '此类'}处理。${meantOr(issue, '可用的处理')}请更正 "kind"。`,
  // Alerts: effect of a remedy.
  'alerts/effect-argument': (issue) =>
    zh`参数${issue.path.length > 0 ? ` ${formatPath(issue.path)} ` : ''}的值${received(issue) === undefined ? '无法使用' : zh`${received(issue) ?? ''}不正确`}。${after('应为：', range(typeWords(issue.expected)), '。') || '请改正调用方式。'}`,
  'alerts/effect-units': (issue) =>
    zh`一个样本给出的是比例，另一个是平均值${after('（', received(issue), '）')}，两者不能比较。${after('整改后请同样用 ', expected(issue), '。') || '请使两者一致。'}`,
  'alerts/effect-confidence': (issue) =>
    zh`这个数字的区间置信度与比较所用的不同${after('：', received(issue))}。请按${expected(issue) ?? '比较所用的置信度'}重新估计，或改用该数字自己的置信度来比较。`,
  'alerts/effect-unknown-sample': (issue) =>
    zh`没有样本${received(issue) ?? ''}。${issue.expected === '' ? '目前没有给出任何样本。' : meantOr(issue, '已给出的样本')}请改正编号。`,
  'alerts/effect-same-days': (issue) =>
    zh`有几个样本在同一天开始或结束，分不出先后${after('：', expected(issue))}。请指明用哪一个，并且要在结果出来之前选定。`,
  'alerts/effect-single-call': (issue) =>
    zh`这条预警只针对通话${received(issue) ?? ''}，无法重新抽样。请改为对该坐席、班组或业务类型抽样。`,
  'alerts/effect-no-column': (issue) =>
    zh`没有指明哪一列存放预警分组中的${received(issue) ?? '这个标签'}。${after('请在 "columns" 中指明，现有的列：', expected(issue), '。') || '请在 "columns" 中指明，并在 "fields" 中声明。'}`,
  'alerts/effect-column-type': (issue) =>
    zh`列${quote(issue.details.field)}的类型是${expected(issue) ?? '另一种'}，存不下预警分组中的${received(issue) ?? '标签'}。请指明正确的列，或改正其类型。`,
  'alerts/duplicate-id': (issue) => zh`${subject('id ', received(issue))}重复。请为每一处使用不同的 id。`,
  'alerts/repeated-name': (issue) => zh`列表中${received(issue) ?? '此项'}重复出现。请只保留一个。`,
  'alerts/unknown-name': (issue) => {
    const [noun, key] = POLICY_NAMES[issue.details.kind]
    const what = received(issue) === undefined ? `找不到此${noun}。` : zh`找不到${noun}${received(issue) ?? ''}。`
    return zh`${what}${issue.expected === '' ? `目前没有声明任何${noun}。` : meantOr(issue, `可用的${noun}`)}请改正名称${key === undefined ? '' : `，或在 "${key}" 中声明`}。`
  },
  'alerts/built-in-kind': (issue) =>
    zh`${subject('问题类型', received(issue))}是内置的，无需声明。请从 "kinds" 中删除；如果是自己的类型，请换一个 id。`,
  'alerts/reserved-fact': (issue) =>
    zh`${subject('名称', received(issue))}在条件、分组或报表中另有含义，不能用作事实名。请为该事实改名。`,
  'alerts/label-type': (issue) =>
    zh`${subject('事实', quote(issue.details.fact))}${after('是', typeWords(received(issue)), '，') || '是列表或对象，'}不能用来分组。请改用文本、数值或真假值的事实。`,
  'alerts/from-scores-twice': (issue) =>
    zh`${subject('类型', received(issue))}在 "fromScores" 中出现两次，无法确定以哪一处为准。请只保留一处。`,
  'alerts/reserved-event': (issue) =>
    zh`${subject('处理记录', received(issue))}会改变预警本身的状态，不能作为任务的完成标志。请按实际完成的事情命名，例如 "remedied"、"cause-reported"；"verified" 可以使用。`,
  'alerts/same-event': (issue) =>
    zh`${subject('处理记录', received(issue))}已是同一级别中另一任务（${quote(issue.details.first)}）的完成标志。请为每个任务使用不同的 "doneBy"。`,
  'alerts/reminder-too-early': (issue) =>
    zh`提醒时间早于任务开始：提前${after('', received(issue)) || '过多'}，而时限只有${issue.details.term}。请缩短提前量。`,
  'alerts/notice-twice': (issue) =>
    issue.details.kind === 'remind'
      ? '同一任务的两次提醒在同一时间。请只保留一个。'
      : '同一角色会在同一时间收到两次上报。请只保留一个。',
  'alerts/closure-unreachable': () =>
    '闭环率不可能超过 100%，目标永远无法达成。请调低目标，或将 "comparison" 改为 "at-least"。',
  'alerts/empty-step': () => '该档只写了级别，没有写达到什么程度。请填写 "count"、"agents"、"calls" 或 "rate"。',
  'alerts/same-level': (issue) =>
    zh`该规则中有两档都对应${after('级别', received(issue)) || '同一级别'}。请只保留一档，或把另一档写成单独的规则。`,
  'alerts/no-false-alerts': (issue) =>
    zh`级别${quote(issue.details.level)}用到了 "rate"，但没有写明允许误报多少。请在 "falseAlerts" 中填写该级别，例如 0.25，即平均四次检查误报一条。`,
  'alerts/rate-window': (issue) =>
    issue.received === undefined
      ? '测评数量按天统计，"rate" 需要以天为单位的窗口。请补上，例如 "window": {"days": 30}。'
      : '测评数量按天统计，"rate" 不能按小时计算。请将窗口改为天数，例如 {"days": 7}。',
  'alerts/rate-of-call': () =>
    '该规则按通话逐一预警，单通通话没有比例可言。请从 "groupBy" 中去掉 "call"，或用 "count" 代替 "rate"。',
  'alerts/adjusted-percent': () =>
    '只有与其他组比较时才能扣除差别的影响，给定的百分数对所有通话都一样。请删除 "adjustFor"，或改用 "history"。',
  'alerts/history-alone': (issue) =>
    issue.details.reason === 'groupBy'
      ? '"history" 是坐席与坐席比、班组与班组比，而该规则没有按这两者分组。请在 "groupBy" 中加上 "agent" 或 "team"，或改用 "percent"。'
      : '这样只剩同一坐席或班组自己与自己比较，没有其他组可比。请从 "adjustFor" 中去掉分组所用的标签。',
  'alerts/shadowed-step': (issue) =>
    zh`该档永远不会单独生效：只要它成立，更严重的级别${quote(issue.details.level)}也成立。请降低该档的要求，或提高更严重一档的要求。`,
  'alerts/step-impossible': (issue) =>
    zh`该档永远不会成立：规则按${GROUPED[issue.details.label]}逐一预警，每组最多只有一个${after('，而要求', received(issue))}。请从 "groupBy" 中去掉该标签，或删除该要求。`,
  'alerts/unused': (issue) => {
    const what = subject(POLICY_PARTS[issue.details.kind], received(issue))
    switch (issue.details.kind) {
      case 'level':
        return zh`没有任何规则用到${what}，不会有预警达到该级别。请在规则中使用，或删除。`
      case 'falseAlerts':
        return zh`"falseAlerts" 中写了${after('级别', received(issue)) || '此级别'}，但没有带 "rate" 的一档对应该级别。请删除，或补上这样的一档。`
      case 'fact':
        return zh`没有任何规则用到${what}。请在 "where"、"groupBy" 或 "adjustFor" 中使用，或删除；只供报表使用的，请在其 "note" 中说明。`
      default:
        return zh`${what}已声明，但从未使用。请使用，或删除。`
    }
  },
  'alerts/never-found': (issue) =>
    zh`"fromScores" 中没有${after('类型', received(issue)) || '此类型'}，不会产生这类问题。请在其中添加，或从规则中删除。`,
  'alerts/one-language': (issue) =>
    zh`策略中其他文字都有中英文，此处缺少${issue.expected === 'en' ? '英文' : issue.expected === 'zh-CN' ? '中文' : '一种语言'}。请写成 {"zh-CN": "...", "en": "..."} 的形式。`,
  'alerts/longer-term': (issue) =>
    zh`级别${quote(issue.details.level)}比${quote(issue.details.other)}更严重，时限却更长：${received(issue) ?? '更长'}，而后者为${issue.details.term}。请缩短时限，或调整级别的顺序（从最严重的写起）。`,
}

/** What a name of an alert policy stands for, and the key that declares it. */
const POLICY_NAMES: NounsOf<IssueDetails['alerts/unknown-name']['kind']> = {
  role: ['角色', 'roles'],
  action: ['措施', 'actions'],
  kind: ['问题类型', 'kinds'],
  level: ['级别', 'levels'],
  label: ['标签', 'facts'],
  event: ['处理记录', undefined],
}

const POLICY_PARTS: WordsOf<IssueDetails['alerts/unused']['kind']> = {
  role: '角色',
  action: '措施',
  kind: '问题类型',
  level: '级别',
  fact: '事实',
  falseAlerts: '级别',
}

const GROUPED: WordsOf<IssueDetails['alerts/step-impossible']['label']> = { agent: '坐席', call: '通话' }
