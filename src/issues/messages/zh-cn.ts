import { formatPath, type Issue } from '../issue.js'
import type { Messages } from './messages.js'

/** The sentences of `messageOf` in Chinese. */
export const chinese: Messages = {
  'document/not-json': (issue) =>
    zh`${issue.received === 'nothing' ? '文件内容为空' : zh`内容不是 JSON${after('，开头为', received(issue))}`}。JSON 应以 { 开头，请确认是否选错了文件。`,
  'document/syntax': (issue) => (SYNTAX[issue.expected ?? ''] ?? syntaxInGeneral)(sourceText(issue)),
  'document/missing-comma': (issue) =>
    zh`此处缺少逗号${after('，后面是', sourceText(issue))}。请在前一个值之后补上半角逗号。`,
  'document/trailing-comma': () => '最后一个值的后面多了一个逗号，请删除。',
  'document/comment': (issue) =>
    zh`JSON 不支持注释${after('，此处为', oneLine(received(issue)))}。请删除，或改写到 "note" 中作为备注。`,
  'document/full-width': (issue) =>
    issue.suggestion === ' '
      ? zh`此处有全角空格或不可见字符${after('（', codePoint(received(issue)), '）')}。请改为半角空格，或将其删除。`
      : zh`${after('字符「', received(issue), '」') || '此字符'}是全角或中文符号，JSON 无法识别。请改为半角${after('的「', issue.suggestion, '」') || '字符'}。`,
  'document/unbalanced': (issue) => {
    const line = after('第', detail(issue, 'openedLine'), '行的')
    const opened =
      issue.expected === '}' ? zh`${line}左括号 {` : issue.expected === ']' ? zh`${line}左括号 [` : `${line}括号`
    if (issue.expected === 'end of text')
      return zh`多出一个右括号${after('', received(issue))}，没有与之对应的左括号。请删除，或补上左括号。`
    if (issue.received === 'end of text') return zh`${opened}没有闭合。请在对应位置补上${expected(issue) ?? '右括号'}。`
    return zh`${opened}与此处的右括号${after('', received(issue))}不匹配。请改为${expected(issue) ?? '对应的右括号'}，或补上缺少的括号。`
  },
  'document/duplicate-key': (issue) =>
    zh`${subject('键', received(issue))}在同一对象中重复出现${after('（首次出现在第', detail(issue, 'firstLine'), '行）')}。请只保留一个。`,
  'document/forbidden-key': (issue) =>
    zh`不允许使用${received(issue) ?? '此'}${received(issue) === undefined ? '键' : '作为键名'}。请改名或删除。`,
  'document/number-precision': (issue) =>
    zh`${subject('数值', received(issue))}${issue.suggestion === undefined ? '过大或位数过多，无法读取' : zh`位数过多，无法精确保存，会变成${issue.suggestion}`}。请减少位数；如果是编号，请加上双引号。`,
  'document/too-large': (issue) => {
    const size = received(issue)
    const most = after('，上限为', detail(issue, 'maximum'), size === undefined ? '个值' : '个字符')
    return zh`内容过大${size === undefined ? '' : zh`：共${size}个字符`}${most}。请拆分成几份。`
  },
  'document/too-deep': (issue) =>
    zh`对象和列表嵌套过深${after('，最多', detail(issue, 'maximum'), '层')}。请减少层级。`,
  'document/not-plain': (issue) => {
    const given = received(issue)
    if (issue.expected === 'no cycle') return '数据中存在循环引用，无法用 JSON 表示。请传入没有循环引用的数据。'
    if (given?.startsWith('"')) return zh`读取数据时出错：${given}。请传入普通数据，不要带会报错的 getter 或代理对象。`
    return zh`${given ?? '此值'}无法用 JSON 表示。请传入普通数据：对象、列表、文本、有限的数值、true、false 或 null。`
  },
  'document/wrong-format': (issue) =>
    zh`格式标识${after('', received(issue))}不正确${after('，应为', expected(issue))}。请确认是否选错了文件，或改正 "format"。`,
  'document/missing-key': (issue) => {
    const key = issue.path.at(-1)
    const holder = issue.path[0]
    if (key === 'from' && (holder === 'effective' || holder === 'weightAdjustments'))
      return '期间没有填写 "from" 和 "through"。请至少填写其中一个，格式为 "YYYY-MM-DD"。'
    return zh`缺少${typeof key === 'string' ? `键 "${key}"` : '必填的键'}。请补上${issue.expected === 'value' ? '' : after('，其值应为', typeWords(issue.expected))}。`
  },
  'document/unknown-key': (issue) =>
    zh`${subject('键', received(issue))}在此处无法识别。${meantOr(issue, '此处可用的键')}请改名或删除。`,
  'document/type': (issue) => {
    const wanted =
      after('值应为', issue.expected === 'value' ? undefined : typeWords(issue.expected)) || '值的类型不正确'
    return zh`${wanted}${after('，现为', received(issue))}。${literal(issue) || '请改正。'}`
  },
  'document/value': (issue) => zh`${subject('值', received(issue))}在此处不可用。${meantOr(issue, '可选值')}请改正。`,
  'document/range': (issue) =>
    zh`${subject('数值', received(issue))}超出范围。请填写${after('', range(issue.expected), '的') || '允许范围内的'}数值。`,
  'document/empty': (issue) =>
    `${issue.received === '[]' ? '列表为空' : issue.received === '""' ? '文本为空' : '内容为空'}。请填写；如非必填，也可删除该键。`,
  'document/too-many': (issue) => zh`列表或文本过长${after('，长度应', expected(issue))}。请缩短。`,
  'document/id': (issue) =>
    zh`${received(issue) ?? '此名称'}不能用作 id。请使用文字、数字、"-" 和 "_"，不含空格，并以文字或数字开头。`,
  'document/date': (issue) =>
    zh`${received(issue) ?? '此值'}不是有效的日期。请按 "YYYY-MM-DD" 填写，例如 "2026-03-01"。`,
  'document/time': (issue) =>
    zh`${received(issue) ?? '此值'}不是有效的时刻。请按 "HH:MM" 填写，从 "00:00" 到 "24:00"。`,
  'document/digest': (issue) =>
    zh`${received(issue) ?? '此值'}不是 SHA-256。应为 64 位 0 到 9、a 到 f 的字符，请从来源重新复制。`,
  'document/instant': (issue) =>
    zh`${received(issue) ?? '此值'}不是有效的时间。请填写日期、时间和时区偏移，例如 "2026-03-01T09:30:00+08:00"。`,
  'document/time-zone': (issue) =>
    zh`时区${after('', received(issue))}无法识别。请填写 IANA 时区名，例如 "Asia/Shanghai"。`,
  'document/period-order': (issue) =>
    zh`截止日${after('', received(issue))}早于起始日。请将 "through" 改为${after('', expected(issue), '的日期') || '不早于起始日的日期'}。`,

  'rubric/duplicate-id': (issue) => zh`${subject('id ', received(issue))}重复。请为每一处使用不同的 id。`,
  'rubric/unknown-name': (issue) => {
    const [noun, key] = NAME_KINDS[detail(issue, 'kind') ?? ''] ?? ['名称', undefined]
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
    const name = subject('量表', quoted(issue, 'scale'))
    switch (detail(issue, 'scoring')) {
      case 'span':
        return zh`${name}按 "span" 计分，但各级数值没有高低之分。请添加数值不同的级。`
      case 'points':
        return zh`${name}按 "points" 计分，但没有一级的分值大于 0。请至少为一级设置大于 0 的分值。`
      default:
        return zh`${name}没有数值大于 0 的级，无法计分。请至少将一级设为大于 0 的数值，或改用 "span" 计分。`
    }
  },
  'rubric/level-negative': (issue) =>
    zh`${subject('级', received(issue))}为负数，${after('计分方式', quoted(issue, 'scoring')) || '此计分方式'}不允许。请填写 >= 0 的数值，或改用 "span" 计分。`,
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
    const item = zh`${subject('评分项', quoted(issue, 'item'))}${after('的类型为', quoted(issue, 'kind'))}`
    if (issue.expected === '"no-rating"')
      return zh`${item}，不评分，不能用来触发一票否决。请改用其他评分项，或改用 "when"。`
    if (issue.expected === 'no further key')
      return zh`${item}，"onRating" 中只需填写 "item"。请删除${received(issue) ?? '其他键'}。`
    return zh`${item}，"onRating" 中除 "item" 外应填写${expected(issue) ?? '与类型相符的键'}${after('，现为', received(issue))}。请改正。`
  },
  'rubric/weights-mixed': (issue) =>
    zh`${received(issue) ?? '其中一项'}没有权重，而同级中有的已填写${after('（同级：', names(issue, 'siblings'), '）')}。同级要么都填权重，要么都不填。`,
  'rubric/weights-zero': (issue) =>
    zh`${under(issue)}权重全部为 0${after('（', names(issue, 'siblings'), '）')}。请至少为其中一个设置大于 0 的权重。`,
  'rubric/unweighted-node': (issue) =>
    zh`${received(issue) ?? '此处所指的内容'}不计分，不能设置权重。请删除该权重；如果是章节，也可在其中添加计分的评分项。`,
  'rubric/profile-incomplete': (issue) =>
    zh`${profile(issue)}只填写了部分同级的权重${after('，还缺', names(issue, 'missing'))}。请补全，或将同级的都删除。`,
  'rubric/profile-both': (issue) =>
    zh`${profile(issue)}中，${under(issue)}权重同时用了 "weights" 和 "sharePercents"。请只保留其中一种。`,
  'rubric/shares-over-100': (issue) => zh`${under(issue)}占比合计超过 100%${total(issue)}。请调整到不超过 100。`,
  'rubric/shares-not-100': (issue) =>
    zh`${under(issue)}占比已全部填写，但合计不是 100%${total(issue)}。请调整到合计 100，或留出一项不填，由其占余下部分。`,
  'rubric/shares-rest': (issue) =>
    zh`${inCase(issue)}占比合计${after('为', received(issue), '%') || '不足 100%'}，而同级中没有其他权重可占余下部分。请调整到合计 100。`,
  'rubric/weight-rule-form': (issue) =>
    issue.expected?.includes('SharePercent')
      ? '权重规则没有设置界限。请填写 "minimumSharePercent" 或 "maximumSharePercent"，也可都填。'
      : '权重规则应填写 "nodes" 或 "tag" 之一。请填写其中一个，且只填一个。',
  'rubric/weight-rule-broken': (issue) =>
    zh`${inCase(issue)}占比${after('为', received(issue), '%，')}不符合权重规则${after('（应', expected(issue), '）')}。请调整权重或规则。`,
  'rubric/bands': (issue) =>
    issue.expected === '0'
      ? zh`最低等级${after('从', received(issue), '分开始，') || '不是从 0 分开始，'}更低的得分没有对应的等级。请将最低等级的 "minimum" 设为 0。`
      : zh`有两个等级的最低分相同${after('，均为', received(issue))}。请为每个等级设置不同的 "minimum"。`,
  'rubric/maximum': (issue) =>
    zh`合格线${after('', received(issue))}高于得分上限${after('', detail(issue, 'maximum'))}，将无人合格。请降低 "passMark"，或提高 "maximum"。`,
  'rubric/band-out-of-reach': (issue) =>
    zh`${forTypes(issue)}任何评分都达不到${after('等级', received(issue)) || '该等级'}${scoreRange(issue)}。请改正其 "minimum"，或调整权重、级别和加分。`,
  'rubric/pass-mark-out-of-reach': (issue) =>
    zh`${forTypes(issue)}任何评分都达不到合格线${after('', received(issue))}${scoreRange(issue)}，没有人能合格。请降低合格线，或调整权重、级别和加分。`,
  'rubric/pass-mark-always-reached': (issue) =>
    zh`${forTypes(issue)}任何评分都能达到合格线${after('', received(issue))}${scoreRange(issue)}，只有否决项或底线规则才能使录音不合格。请提高合格线，或改用 "scoring": "span"，使最低级别得 0 分。`,
  'rubric/weightless': (issue) =>
    zh`${forTypes(issue)}${inDays(issue)}${received(issue) ?? '此项'}的权重为 0，评了也不计分。请为它设置权重；如果只需记录，请改为 "kind": "text" 的评分项，或改为否决项。`,
  'rubric/changes-nothing': (issue) =>
    issue.details?.kind === 'adjustment'
      ? '去掉这项权重调整后，任何一天的权重都不会改变。请改正其占比、日期或业务类型，或将其删除。'
      : zh`${after('业务类型', received(issue), '的') || '此'}权重方案与表单本身的权重完全相同。请改正，或删除。`,
  'rubric/range-gap': (issue) =>
    zh`没有任何区间包含${after('', detail(issue, 'gap'), '的') || '某些可能出现的'}数值，这样的测量值会被拒绝。请补上一个区间，或用 "minimum" 和 "maximum" 说明不会出现。`,
  'rubric/range-hidden': (issue) =>
    zh`${subject('区间', received(issue))}永远用不到：按先到先得，其中的数值都已被前面的区间取走。请移到前面，或删除。`,
  'rubric/range-overlap': (issue) =>
    zh`${subject('区间', received(issue))}与前面的区间${after('', detail(issue, 'other'))}有重叠，重叠部分以前面的为准。请使两者正好相接：一个用 "below"，另一个用 "atLeast"。`,
  'rubric/always-true': (issue) =>
    zh`此条件永远成立${after('：', detail(issue, 'fact'))}${after('只可能是', detail(issue, 'values'))}${after('，而比较为', received(issue))}。请改正比较的值，或删除该条件。`,
  'rubric/never-true': (issue) =>
    zh`此条件永远不成立${after('：', detail(issue, 'fact'))}${after('只可能是', detail(issue, 'values'))}${after('，而比较为', received(issue))}。请改正比较的值，或删除该条件。`,
  'rubric/contradiction': (issue) =>
    zh`${after('对', detail(issue, 'fact'), '的') || '此处的'}几个要求互相矛盾，不可能同时成立。请改正其中之一，或将 "all" 改为 "any"。`,
  'rubric/unused': (issue) =>
    zh`${subject(RUBRIC_PARTS[detail(issue, 'kind') ?? ''] ?? '名称', received(issue))}已声明，但从未使用。请使用，或删除；如需特意保留，请在其 "note" 中说明原因。`,
  'rubric/no-guidance': (issue) =>
    zh`${subject('评分项', received(issue))}没有写明各级别的评分标准${after('：', detail(issue, 'levels'))}，评分人会各有理解。请在 "guidance" 中逐级写明。`,
  'rubric/section-may-vanish': (issue) =>
    zh`${subject('章节', received(issue))}中的所有评分项都可以不适用，届时其权重会转给其他章节。如果确实如此，请为该章节写上 "mayBeNotApplicable"；否则请至少保留一个必评的评分项。`,
  'rubric/nothing-may-be-left': () => '所有章节都可以不适用，录音可能得不到分数。请至少保留一个必评的评分项。',
  'rubric/one-language': (issue) =>
    zh`评分标准中其他文字都有中英文，此处缺少${issue.expected === 'en' ? '英文' : issue.expected === 'zh-CN' ? '中文' : '一种语言'}。请写成 {"zh-CN": "...", "en": "..."} 的形式。`,
  'rubric/example-expired': (issue) =>
    zh`该案例的有效期${after('到', received(issue), '为止，') || '已过，'}${after('今天是', detail(issue, 'today')) || '不宜再作参考'}。请换成新的案例，或延长 "through"。`,
  'rubric/too-complex': (issue) =>
    zh`评分标准产生的权重组合过多${after('：', received(issue))}${after('，上限为', detail(issue, 'maximum'))}。请减少权重调整或业务类型。`,

  'conditions/kind': (issue) =>
    zh`每个条件应有且只有 "all"、"any"、"not"、"condition"、"fact" 之一。${issue.suggestion === undefined ? after('现为', received(issue), '。') : didYouMean(issue)}请改正。`,
  'conditions/bare-leaf': () => '最外层的条件应为条件组。请将其放入 {"all": [...]}。',
  'conditions/unknown-operator': (issue) =>
    zh`${subject('运算符', received(issue))}无法识别。${meantOr(issue, '可用的运算符')}请改正。`,
  'conditions/unknown-fact': (issue) =>
    zh`${subject('事实', received(issue))}在此处无法识别。${issue.expected === '' ? '目前没有声明任何事实。' : meantOr(issue, '可用的名称')}请改正名称，或在 "${detail(issue, 'declaredIn') ?? 'facts'}" 中声明。`,
  'conditions/not-visible': (issue) =>
    zh`${received(issue) ?? '此名称'}取决于评分，不能用于 "appliesWhen" 和 "rateWhen"。此处请使用事实或 businessType。`,
  'conditions/unknown-condition': (issue) =>
    zh`${subject('条件', received(issue))}没有声明。${issue.expected === '' ? '目前没有声明任何条件。' : meantOr(issue, '已声明的条件')}请改正名称，或在 "conditions" 中声明。`,
  'conditions/cycle': (issue) => zh`${subject('条件', received(issue))}直接或间接引用了自身。请去掉其中一处引用。`,
  'conditions/too-deep': (issue) => zh`条件嵌套过深${after('，最多', detail(issue, 'maximum'), '层')}。请减少层级。`,
  'conditions/too-many': (issue) =>
    zh`条件中的子条件或取值过多${after('，最多', detail(issue, 'maximum'), '个')}。请精简。`,
  'conditions/operand': (issue) =>
    zh`${subject('运算符', quoted(issue, 'operator'))}用在此处不合适：应为${typeWords(issue.expected) ?? '其他类型'}${after('，现为', typeWords(received(issue)))}。请改正运算符、事实或取值。`,
  'conditions/unknown-value': (issue) =>
    zh`${subject('事实', quoted(issue, 'fact'))}不会取${received(issue) === undefined ? '此值' : zh`值${received(issue) ?? ''}`}。${meantOr(issue, '可能的取值')}请改正。`,
  'conditions/path': (issue) => {
    if (issue.expected === '$.id')
      return zh`${received(issue) ?? '此名称'}需要用 "path" 指明其中一项。请补上，例如 "path": "$.greeting"。`
    if (issue.expected === 'list | object')
      return zh`"path" 只能用于列表和对象${after('，而该事实为', typeWords(received(issue)))}。请删除 "path"。`
    return zh`${subject('路径', received(issue))}无法识别。请按${expected(issue) ?? '$.a.b[0]'}的形式填写${after('，最多', detail(issue, 'maximum'), '步')}。`
  },
  'conditions/fact-unavailable': (issue) =>
    zh`未能取得该事实${after('：', received(issue))}。请检查数据来源，或直接提供该值。`,
  'conditions/fact-type': (issue) =>
    zh`该事实${after('应为', typeWords(issue.expected)) || '的类型不正确'}${after('，现为', received(issue))}。${literal(issue) || '请改正，或不填该事实。'}`,
  'conditions/fact-value': (issue) =>
    zh`该事实的值${after('', received(issue))}不符合声明。${isRange(issue.expected) ? after('应为', range(issue.expected), '。') : meantOr(issue, '可选值')}请改正，或不填该事实。`,

  'evaluation/wrong-rubric': (issue) =>
    zh`该评价属于${after('评分标准', received(issue)) || '另一份评分标准'}${after('，而不是', expected(issue))}。请选用对应的评分标准，或改正 "rubric"。`,
  'evaluation/wrong-version': (issue) =>
    zh`该评价对应评分标准的${after('版本', received(issue)) || '另一版本'}${after('，而不是', expected(issue))}。请选用对应的版本，或改正 "rubricVersion"。`,
  'evaluation/business-type-missing': (issue) =>
    zh`该评分标准区分业务类型。请填写 "businessType"${after('，可选值：', expected(issue))}。`,
  'evaluation/unknown-business-type': (issue) =>
    expected(issue) === undefined
      ? zh`评分标准没有声明业务类型${after('，而评价中填写了', received(issue))}。请删除 "businessType"。`
      : zh`评分标准中没有${received(issue) === undefined ? '此业务类型' : zh`业务类型${received(issue) ?? ''}`}。${meantOr(issue, '已声明的业务类型')}请改正。`,
  'evaluation/date-missing': (issue) =>
    `权重或生效期间与日期有关，但没有填写日期。请填写 ${issue.path.at(-1) === 'date' ? '"date"' : '"callAt" 或 "period"'}。`,
  'evaluation/two-dates': () =>
    '"callAt" 和 "period" 不能同时填写。请只保留一个：单通通话用 "callAt"，一段时间用 "period"。',
  'evaluation/outside-effective': (issue) =>
    zh`${isRange(issue.received) ? '期间' : '日期'}${after('', span(received(issue)))}不在评分标准的生效期间内${isRange(issue.expected) ? after('（', span(issue.expected), '）') : ''}。请选用当时生效的版本，或改正${isRange(issue.received) ? '期间' : '日期'}。`,
  'evaluation/straddles-adjustment': (issue) =>
    zh`期间${after('', span(received(issue)))}内权重有调整${after('，旧权重截至', detail(issue, 'boundary'))}。请以此为界，拆分成两份评价。`,
  'evaluation/unknown-item': (issue) =>
    zh`评分标准中没有${thing('评分项', issue)}。${meantOr(issue, '已有的评分项')}请改正 id，或删除该评分。`,
  'evaluation/unanswered': (issue) =>
    zh`${subject('评分项', received(issue))}尚未评分。请评分${after('，或提供事实', quoted(issue, 'fact'), '由系统取值')}。`,
  'evaluation/rating-type': (issue) =>
    zh`${after('评分项', quoted(issue, 'item'), '的')}评分${after('应为', typeWords(issue.expected)) || '的形式不正确'}${after('，现为', received(issue))}。${literal(issue) || '请改正。'}`,
  'evaluation/off-scale': (issue) =>
    zh`${after('评分项', quoted(issue, 'item'), '的')}量表中没有${after('', received(issue), '这一级') || '这一级'}。${after('可选的级：', expected(issue), '。')}请重新选择。`,
  'evaluation/unknown-option': (issue) =>
    zh`${inItem(issue)}没有${thing('选项', issue)}。${meantOr(issue, '可选的选项')}请改选已有的选项。`,
  'evaluation/repeated-option': (issue) =>
    zh`${inItem(issue)}重复选择了${thing('选项', issue)}。每个选项只需填写一次。`,
  'evaluation/unknown-fault': (issue) =>
    zh`${inItem(issue)}没有${thing('扣分点', issue)}。${meantOr(issue, '已有的扣分点')}请改正 id。`,
  'evaluation/out-of-range': (issue) =>
    issue.expected?.startsWith('>=')
      ? zh`${inItem(issue)}的次数${after('', received(issue))}不正确。请填写${issue.expected}的整数。`
      : zh`${after('评分项', quoted(issue, 'item'), '的')}数值${after('', received(issue))}超出范围。请填写${after('', range(issue.expected), '的') || '允许范围内的'}数值。`,
  'evaluation/no-range': (issue) =>
    zh`${inItem(issue)}没有包含数值${after('', received(issue))}的区间。请改正数值，或在评分标准中补充区间。`,
  'evaluation/fact-differs': (issue) =>
    zh`${after('评分项', quoted(issue, 'item'), '的')}评分${after('', received(issue))}与事实${after('', quoted(issue, 'fact'))}不一致${after('，该事实为', expected(issue))}。请删除该评分，或改正事实。`,
  'evaluation/not-applicable-refused': (issue) =>
    zh`${quoted(issue, 'item') ?? '此处'}不允许评为不适用。请评分，或在评分标准中为其设置 "mayBeNotApplicable": true。`,
  'evaluation/rated-not-applicable': (issue) => {
    const reason =
      detail(issue, 'reason') === 'section'
        ? zh`因所在章节${after('', quoted(issue, 'section'))}不适用，`
        : detail(issue, 'reason') === 'condition'
          ? '因 "appliesWhen" 的条件不成立，'
          : ''
    return zh`${reason}${subject('评分项', quoted(issue, 'item'))}不适用，却填写了评分。请删除该评分，或填写 "na"。`
  },
  'evaluation/section-rating': (issue) =>
    zh`章节只能填写 "na"（不适用）${after('，现为', received(issue))}。请改为对其中的评分项评分。`,
  'evaluation/vetoes-missing': () => '缺少列表 "vetoes"。请列出触发的一票否决项；没有触发时填写 "vetoes": []。',
  'evaluation/unknown-veto': (issue) =>
    zh`评分标准中没有${thing('一票否决项', issue)}。${meantOr(issue, '已有的一票否决项')}请改正 id 或删除。`,
  'evaluation/unknown-bonus': (issue) =>
    zh`评分标准中没有${thing('加分项', issue)}。${meantOr(issue, '已有的加分项')}请改正 id 或删除。`,
  'evaluation/repeated-bonus': (issue) => zh`${subject('加分项', received(issue))}重复填写。每个加分项只需填写一次。`,
  'evaluation/unknown-fact': (issue) =>
    zh`评分标准没有声明${thing('事实', issue)}。${meantOr(issue, '已声明的事实')}请改正名称或删除。`,
  'evaluation/fact-missing': (issue) =>
    zh`缺少${thingOf('事实', quoted(issue, 'fact'))}，无法判断${after('', quoted(issue, 'node'), '的')}${quoted(issue, 'key') ?? '条件'}。请在 "facts" 中补充。`,
  'evaluation/undetermined': (issue) =>
    zh`缺少事实，无法判定${RULE_KINDS[detail(issue, 'kind') ?? ''] ?? '规则'}${after('', quoted(issue, 'rule'))}，而其 "whenUnknown" 为 "refuse"。请补充事实，或在评分标准中删除 "whenUnknown"。`,

  'scoring/no-rubric': (issue) =>
    zh`没有找到${received(issue) === undefined ? '对应的评分标准' : zh`评分标准${received(issue) ?? ''}`}。${meantOr(issue, '现有的评分标准')}请提供该评分标准，或改正 "rubric" 和 "rubricVersion"。`,
  'scoring/ambiguous-rubric': (issue) =>
    zh`评分标准${after('', received(issue))}有多个版本符合${after('：', expected(issue))}。请在评价中填写 "rubricVersion"。`,
  'scoring/wrong-call': (issue) =>
    zh`调用函数时传入的内容无法使用${after('：', typeWords(received(issue)))}。${after('应传入', typeWords(issue.expected), '。') || '请改正调用方式。'}`,
  'statistics/argument': (issue) =>
    zh`参数${issue.path.length > 0 ? ` ${formatPath(issue.path)} ` : ''}${received(issue) === undefined ? '缺失或无法使用' : zh`的值${received(issue) ?? ''}不正确`}。${after('应为：', range(typeWords(issue.expected)), '。') || '请改正调用方式。'}${after('比例和概率以小数表示，是否应为', issue.suggestion, '？')}`,
  'sampling/argument': (issue) =>
    zh`参数${issue.path.length > 0 ? ` ${formatPath(issue.path)} ` : ''}的值${received(issue) === undefined ? '无法使用' : zh`${received(issue) ?? ''}不正确`}。${after('应为：', expected(issue), '。') || '请改正调用方式。'}`,
  'sampling/infeasible-allocation': (issue) => {
    const need = detail(issue, 'need') ?? '更多'
    const available = detail(issue, 'available') ?? '更少'
    switch (detail(issue, 'constraint')) {
      case 'sizes':
        return zh`样本要求${need}通，而总共只有${available}通。请减少样本量。`
      case 'minima':
        return zh`各层最低数合计${need}通，超过样本总量${available}通。请提高总量，或降低最低数。`
      case 'group':
        return zh`第${detail(issue, 'group') ?? '某'}组至少要抽${need}通，而该组只有${available}通。请降低该组下限或总量，或扩大该组范围。`
      case 'variance':
        return zh`总量估计的方差要求不超过${need}，而抽到上限时方差仍为${available}。请放宽上限，或放宽方差要求。`
      case 'floors':
        return zh`各层最低数与各组下限合计需要${need}通，超过样本总量${available}通。请提高总量，或降低某个下限。`
      default:
        return zh`样本无法分配：需要${need}通，可用${available}通。请调整总量、最低数或下限。`
    }
  },
  'sampling/crossing-groups': (issue) =>
    zh`第${detail(issue, 'other') ?? '一'}组与第${detail(issue, 'group') ?? '另一'}组有共同的层，但互不包含。请让两组不重叠，或让一组完全包含另一组。`,
  'sampling/periodic': (issue) =>
    zh`每隔${detail(issue, 'interval') ?? '若干'}通抽取一通，而名单每${detail(issue, 'period') ?? '若干'}通重复一次，样本只能覆盖其中${detail(issue, 'phases') ?? '少数'}个位置。请更换排序、调整样本量，或改用按键抽样。`,
  'sampling/duplicate-id': (issue) => zh`${subject('名称', received(issue))}在这里重复。请为其中一个改名。`,
  'sampling/role-twice': (issue) =>
    zh`角色${received(issue) ?? ''}给了两列${after('，另一列是', quoted(issue, 'first'))}。只能留一列。`,
  'sampling/role-type': (issue) =>
    zh`角色${quoted(issue, 'role') ?? ''}的列不能是${received(issue) ?? '这种'}类型。请改为${expected(issue) ?? '其他类型'}。`,
  'sampling/no-id-field': () =>
    '没有任何列的角色是 "id"。请给存放通话编号的文本列加上：{"type": "string", "role": "id"}。',
  'sampling/no-agent-field': () => '使用 "perAgent" 时必须有一列的角色是 "agent"。请给存放坐席工号的文本列加上该角色。',
  'sampling/unknown-field': (issue) =>
    zh`没有声明列${received(issue) ?? ''}。${meantOr(issue, '已声明的列')}请改正名称，或在 "fields" 中声明该列。`,
  'sampling/stratum-type': (issue) =>
    zh`列${quoted(issue, 'field') ?? ''}的类型是${received(issue) ?? '其他类型'}，不能在这里用来分层。类型应为${expected(issue) ?? '其他类型'}${issue.expected === '"instant"' ? '' : '；时间请用时段（slots）分层'}。`,
  'sampling/slot-empty': () => '该时段的起止时间相同，不含任何时间。请写两个不同的时间，例如 ["06:00", "12:00"]。',
  'sampling/slot-overlap': (issue) =>
    zh`该时段与时段${quoted(issue, 'other') ?? ''}重叠${after('，重叠处：', detail(issue, 'at'))}。时段不含终点，下一个时段可从该时间开始。`,
  'sampling/slot-gap': (issue) =>
    zh`没有时段覆盖${detail(issue, 'at') ?? '一天中的某些时间'}。请让各时段覆盖 24 小时，或用 "otherwise" 为其余时间命名。`,
  'sampling/unused-allocation': (issue) =>
    zh`分配方式${quoted(issue, 'method') ?? ''}用不到${received(issue) ?? '该项'}。请删去，或换用需要它的方式：neyman 用 deviations，cost 用 deviations 和 costs。`,
  'sampling/missing-column': (issue) =>
    zh`数据中没有列${received(issue) ?? ''}。${didYouMean(issue)}请改正方案中的列名或文件的表头。`,
  'sampling/repeated-column': (issue) => zh`数据中有两列都叫${received(issue) ?? '同一个名称'}。请为其中一列改名。`,
  'sampling/row-shape': (issue) => {
    const start = line(issue)
    switch (detail(issue, 'problem')) {
      case 'cells':
        return zh`${start}该行有 ${received(issue) ?? '不同数目的'} 个单元格，表头有 ${expected(issue) ?? '另一数目的'} 个。含逗号的单元格请用双引号括起来，缺少的单元格请补上。`
      case 'quotes':
        return `${start}双引号的位置不对，或没有闭合。请用双引号把整个单元格括起来，其中的双引号写两遍。`
      case 'json':
        return `${start}该行不是有效的 JSON。每行请写一个 JSON 对象。`
      case 'object':
        return zh`${start}${received(issue) ?? '该值'}不是对象。每行请写成 {"列名": 值} 的形式。`
      case 'heading':
        return '文件没有表头。第一行应为各列的列名。'
      case 'column-twice':
        return zh`文件中有两列都叫${received(issue) ?? '同一个名字'}，无法确定方案指的是哪一列。请改名或删去其中一列。`
      default:
        return zh`${start}该行的形式不对：应为${expected(issue) ?? '一行通话数据'}，实为${received(issue) ?? '其他内容'}。请改正该行。`
    }
  },
  'sampling/cell-type': (issue) =>
    zh`${line(issue)}列${quoted(issue, 'field') ?? ''}的值${received(issue) ?? ''}不是${expected(issue) ?? '所声明的'}类型。${didYouMean(issue)}请改正该单元格，或改正方案中该列的类型。`,
  'sampling/missing-id': (issue) => zh`${line(issue)}通话没有编号。请填写列${quoted(issue, 'field') ?? ''}。`,
  'sampling/bad-text': (issue) =>
    zh`${line(issue)}列${quoted(issue, 'field') ?? ''}的值${received(issue) ?? ''}含有控制字符或不完整的字符。请去掉；编号和层标签按原样使用。`,
  'sampling/missing-stratum': (issue) =>
    zh`${line(issue)}列${quoted(issue, 'field') ?? ''}为空，无法确定该通话属于哪一层。请补全，或用 "eligible" 排除这类通话。`,
  'sampling/eligible-unknown': (issue) =>
    zh`${line(issue)}列${quoted(issue, 'field') ?? ''}为空，无法判断是否符合 "eligible"。请补全。`,
  'sampling/duplicate-call': (issue) =>
    zh`${line(issue)}该通话编号在${after('第 ', detail(issue, 'firstLine'), ' 行') || '前面'}已出现。每通通话只能有一行，请删去其中一行。`,
  'sampling/empty-frame': () => '数据中没有可以抽取的通话。请检查方案中的 "eligible"，以及是否选对了文件。',
  'sampling/frame-too-small': (issue) =>
    zh`只有${received(issue) ?? ''}通通话，而 "minimumTotal" 要求${expected(issue) ?? '更多'}。请调低该值，或用 "ifTooFew": "take-all" 全部测评。`,
  'sampling/over-maximum': (issue) =>
    zh`方案因${OVER_MAXIMUM[detail(issue, 'constraint') ?? ''] ?? '各项要求'}需要测评${detail(issue, 'needed') ?? '更多'}通，超过了 "maximumTotal"（${expected(issue) ?? '所设值'}）。${after('按上限抽样，误差为 ', detail(issue, 'attained'), ' 个百分点。')}请调高上限，或放宽要求。`,
  'sampling/unknown-stratum': (issue) =>
    zh`层${received(issue) ?? ''}${issue.expected === 'named' ? '在数据中存在，但这里没有给出' : '在数据中不存在'}。${didYouMean(issue)}必须按层键给出数据中的每一层，且不能有多余的。`,
  'sampling/seed': () => '种子必须是非空文本，不能含冒号 ":"、控制字符或换行。请另选一个，例如 "2026-08"。',
  'sampling/frame-changed': (issue) =>
    zh`数据与计数时不同：${after('层 ', quoted(issue, 'stratum'))}现有${received(issue) ?? '不同数量的'}通，计数时为${expected(issue) ?? '另一数量'}通。请用现在的数据重新制定计划。`,
  'sampling/parts-differ': (issue) =>
    zh`这些部分不能合并：${quoted(issue, 'what') ?? '方案、计划或种子'}不一致。各部分必须使用同一计划和同一种子。`,
  'sampling/does-not-belong': (issue) =>
    zh`按本方案和种子抽不到通话${received(issue) ?? ''}${after('（用途 ', quoted(issue, 'purpose'), '）')}，它不应出现在样本中。`,
  'sampling/call-missing': (issue) =>
    zh`按本方案和种子应抽中通话${received(issue) ?? ''}${after('（用途 ', quoted(issue, 'purpose'), '）')}，但清单中没有。`,
  'sampling/call-gone': (issue) => zh`样本中的通话${received(issue) ?? ''}已不在数据的抽样框中。`,
  'sampling/stratum-changed': (issue) =>
    zh`通话${received(issue) ?? ''}按数据属于层${quoted(issue, 'now') ?? ''}，清单中却是${quoted(issue, 'before') ?? '另一层'}。`,
  'sampling/entry-changed': (issue) =>
    zh`通话${received(issue) ?? ''}的条目被改动：${quoted(issue, 'what') ?? '位置或用途'}与抽取结果不符。`,
  'sampling/frame-digest': (issue) =>
    zh`数据与清单不符：数据的摘要是${received(issue) ?? '另一个值'}，清单记录的是${expected(issue) ?? '另一个值'}。抽样之后有通话被增加、删除或改变了所属层。`,
  'sampling/plan-differs': (issue) =>
    zh`清单中的${quoted(issue, 'what') ?? '数字'}为${received(issue) ?? '另一个值'}，按方案和数据应为${expected(issue) ?? '另一个值'}。`,
  'sampling/sample-digest': (issue) =>
    zh`清单中的样本摘要为${received(issue) ?? '另一个值'}，按其中的测评通话应为${expected(issue) ?? '另一个值'}。`,
  'sampling/seed-not-fixed': () =>
    '没有记录种子是何时确定的。看到通话之后再定种子，就等于可以挑选样本：请在周期结束前确定种子和方案，并把时间记入 "seedFixedAt"。',
  'sampling/seed-late': (issue) =>
    zh`种子确定于${received(issue) ?? '较晚的时间'}，此时通话已全部可见（最后一通在${expected(issue) ?? '之前'}）。此时定种子等于可以挑选样本。`,
  'sampling/input-file': (issue) =>
    zh`文件${quoted(issue, 'name') ?? ''}不是抽样时所用的文件：其 SHA-256 为${received(issue) ?? '另一个值'}，清单记录的是${expected(issue) ?? '另一个值'}。`,
  'sampling/replacement': (issue) =>
    zh`通话${received(issue) ?? ''}的替换与方案不符，应换成${expected(issue) ?? '另一通'}。`,
  'sampling/not-measured': (issue) => zh`通话${received(issue) ?? ''}不是本样本的测评通话，无需替换。`,
  'sampling/no-replacement': (issue) =>
    zh`层${quoted(issue, 'stratum') ?? ''}已没有可用来替换${received(issue) ?? ''}的通话。请让该通话保持未评分，估计时选择缺失通话的处理方式。`,
  'sampling/score-missing': (issue) =>
    zh`抽中的质检通话${received(issue) ?? ''}没有评分。请补评或更换该通话；若确认缺失与质量无关，可设 missing: "as-if-random"，按同层其他通话推断，报告会注明。`,
  'sampling/score-twice': (issue) => zh`通话${received(issue) ?? ''}有不止一个评分。请只保留有效的一个。`,
  'sampling/score-outside-sample': (issue) =>
    zh`通话${received(issue) ?? ''}有评分，但不在样本中。请确认评分与抽样清单是否对应。`,
  'sampling/score-without-call': () => '该评分没有注明是哪一通通话。请在评价记录的 "callId" 中填写通话编号。',
  'sampling/stratum-unanswered': (issue) =>
    zh`层${received(issue) ?? ''}中抽到的通话都没有评分，无法推断该层。请至少评一通。`,
  'sampling/single-call-stratum': (issue) =>
    zh`层${received(issue) ?? ''}${after('共', detail(issue, 'size'), '通，')}只有一通可用，无法得知层内差异。请至少抽两通，或将 singleCall 设为 "certainty"、"remove"、"adjust" 或 "average"。`,
  'sampling/post-stratum': (issue) =>
    issue.details?.reason === 'empty'
      ? zh`分组${received(issue) ?? ''}给出了总数，但样本中没有它的通话。请与其他分组合并。`
      : zh`样本中出现的分组${received(issue) ?? ''}没有给出总数。请补上该分组的通数。`,
  'sampling/sql-unsupported': (issue) =>
    zh`方案中${after('', formatPath(issue.path), ' 处的')}${received(issue) ?? '内容'}无法用${detail(issue, 'dialect') ?? '该引擎'}的 SQL 表达成同样的意思。请换一种写法，或在表中另设一列，或导出数据后再抽样。`,
  'sampling/sql-rows': (issue) =>
    zh`传入的行不是该查询的结果${after('（', formatPath(issue.path), '）')}：应为${expected(issue) ?? '其他内容'}${after('，实为', received(issue))}。请重新运行查询，并原样传入全部结果行。`,
  'sampling/sql-faults': (issue) =>
    zh`表中有${detail(issue, 'calls') ?? '若干'}行不能用于抽样：列${quoted(issue, 'field') ?? ''}有问题${quoted(issue, 'fault') ?? ''}${after('，例如通话', received(issue))}。请在数据源头改正，或用视图排除这些行。`,
  'calendar/none': () => zh`按工作时间计算期限需要日历，但没有给出日历。请至少给出一个。`,
  'calendar/zones-differ': (issue) =>
    zh`日历${quoted(issue, 'first') ?? ''}和${quoted(issue, 'other') ?? ''}的时区不同${after('：', expected(issue))}${after(' 与 ', received(issue))}。请使用同一时区的日历。`,
  'calendar/overlap': (issue) =>
    zh`日历${quoted(issue, 'first') ?? ''}和${quoted(issue, 'other') ?? ''}有重叠的日期：前者到${detail(issue, 'through') ?? '某天'}，后者从${detail(issue, 'from') ?? '更早的一天'}开始。请让后者的 "valid" 从前者结束的次日开始。`,
  'calendar/gap': (issue) =>
    zh`日历${quoted(issue, 'first') ?? ''}和${quoted(issue, 'other') ?? ''}之间缺少日期：前者到${detail(issue, 'through') ?? '某天'}，后者从${detail(issue, 'from') ?? '更晚的一天'}开始。请补上中间的日历。`,
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
    zh`预警已结束${after('（', detail(issue, 'at'), '）')}，${received(issue) ?? '该处理'}不再起作用。如果问题再次出现，会重新发出预警。`,
  'alerts/event-twice': (issue) => zh`这条预警之前已经做过${received(issue) ?? '此项处理'}，无需重复。`,
  'alerts/event-duties-open': (issue) =>
    zh`还不能关闭：尚未完成${names(issue, 'missing') ?? '某项任务'}。请先完成；如果本不该预警，请撤销（withdrawn）。`,
  'alerts/event-unknown-role': (issue) => zh`预警策略中没有角色${received(issue) ?? ''}。请更正，或在 "roles" 中声明。`,
  'alerts/event-duty-done': (issue) =>
    zh`任务${quoted(issue, 'name') ?? ''}已经完成${after('（', detail(issue, 'at'), '）')}，无需重复。`,
  'alerts/event-duty-cancelled': (issue) =>
    zh`任务${quoted(issue, 'name') ?? ''}在预警升级时已取消。请完成新级别要求的任务。`,
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
    zh`列${quoted(issue, 'field') ?? ''}的类型是${expected(issue) ?? '另一种'}，存不下预警分组中的${received(issue) ?? '标签'}。请指明正确的列，或改正其类型。`,

  'alerts/duplicate-id': (issue) => zh`${subject('id ', received(issue))}重复。请为每一处使用不同的 id。`,
  'alerts/repeated-name': (issue) => zh`列表中${received(issue) ?? '此项'}重复出现。请只保留一个。`,
  'alerts/unknown-name': (issue) => {
    const [noun, key] = POLICY_NAMES[detail(issue, 'kind') ?? ''] ?? ['名称', undefined]
    const what = received(issue) === undefined ? `找不到此${noun}。` : zh`找不到${noun}${received(issue) ?? ''}。`
    return zh`${what}${issue.expected === '' ? `目前没有声明任何${noun}。` : meantOr(issue, `可用的${noun}`)}请改正名称${key === undefined ? '' : `，或在 "${key}" 中声明`}。`
  },
  'alerts/built-in-kind': (issue) =>
    zh`${subject('问题类型', received(issue))}是内置的，无需声明。请从 "kinds" 中删除；如果是自己的类型，请换一个 id。`,
  'alerts/reserved-fact': (issue) =>
    zh`${subject('名称', received(issue))}在条件、分组或报表中另有含义，不能用作事实名。请为该事实改名。`,
  'alerts/label-type': (issue) =>
    zh`${subject('事实', quoted(issue, 'fact'))}${after('是', typeWords(received(issue)), '，') || '是列表或对象，'}不能用来分组。请改用文本、数值或真假值的事实。`,
  'alerts/from-scores-twice': (issue) =>
    zh`${subject('类型', received(issue))}在 "fromScores" 中出现两次，无法确定以哪一处为准。请只保留一处。`,
  'alerts/reserved-event': (issue) =>
    zh`${subject('处理记录', received(issue))}会改变预警本身的状态，不能作为任务的完成标志。请按实际完成的事情命名，例如 "remedied"、"cause-reported"；"verified" 可以使用。`,
  'alerts/same-event': (issue) =>
    zh`${subject('处理记录', received(issue))}已是同一级别中另一任务${after('（', quoted(issue, 'first'), '）')}的完成标志。请为每个任务使用不同的 "doneBy"。`,
  'alerts/reminder-too-early': (issue) =>
    zh`提醒时间早于任务开始：提前${after('', received(issue)) || '过多'}${after('，而时限只有', detail(issue, 'term'))}。请缩短提前量。`,
  'alerts/notice-twice': (issue) =>
    issue.details?.kind === 'remind'
      ? '同一任务的两次提醒在同一时间。请只保留一个。'
      : '同一角色会在同一时间收到两次上报。请只保留一个。',
  'alerts/closure-unreachable': () =>
    '闭环率不可能超过 100%，目标永远无法达成。请调低目标，或将 "comparison" 改为 "at-least"。',
  'alerts/empty-step': () => '该档只写了级别，没有写达到什么程度。请填写 "count"、"agents"、"calls" 或 "rate"。',
  'alerts/same-level': (issue) =>
    zh`该规则中有两档都对应${after('级别', received(issue)) || '同一级别'}。请只保留一档，或把另一档写成单独的规则。`,
  'alerts/no-false-alerts': (issue) =>
    zh`${after('级别', quoted(issue, 'level')) || '该级别'}用到了 "rate"，但没有写明允许误报多少。请在 "falseAlerts" 中填写该级别，例如 0.25，即平均四次检查误报一条。`,
  'alerts/rate-window': (issue) =>
    issue.received === undefined
      ? '测评数量按天统计，"rate" 需要以天为单位的窗口。请补上，例如 "window": {"days": 30}。'
      : '测评数量按天统计，"rate" 不能按小时计算。请将窗口改为天数，例如 {"days": 7}。',
  'alerts/rate-of-call': () =>
    '该规则按通话逐一预警，单通通话没有比例可言。请从 "groupBy" 中去掉 "call"，或用 "count" 代替 "rate"。',
  'alerts/adjusted-percent': () =>
    '只有与其他组比较时才能扣除差别的影响，给定的百分数对所有通话都一样。请删除 "adjustFor"，或改用 "history"。',
  'alerts/history-alone': (issue) =>
    issue.details?.reason === 'groupBy'
      ? '"history" 是坐席与坐席比、班组与班组比，而该规则没有按这两者分组。请在 "groupBy" 中加上 "agent" 或 "team"，或改用 "percent"。'
      : '这样只剩同一坐席或班组自己与自己比较，没有其他组可比。请从 "adjustFor" 中去掉分组所用的标签。',
  'alerts/shadowed-step': (issue) =>
    zh`该档永远不会单独生效：只要它成立，更严重的${after('级别', quoted(issue, 'level')) || '一档'}也成立。请降低该档的要求，或提高更严重一档的要求。`,
  'alerts/step-impossible': (issue) =>
    zh`该档永远不会成立：规则按${GROUPED[detail(issue, 'label') ?? ''] ?? '此标签'}逐一预警，每组最多只有一个${after('，而要求', received(issue))}。请从 "groupBy" 中去掉该标签，或删除该要求。`,
  'alerts/unused': (issue) => {
    const what = subject(POLICY_PARTS[detail(issue, 'kind') ?? ''] ?? '名称', received(issue))
    switch (issue.details?.kind) {
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
    zh`${after('级别', quoted(issue, 'level')) || '此级别'}比${quoted(issue, 'other') ?? '另一级别'}更严重，时限却更长：${received(issue) ?? '更长'}${after('，而后者为', detail(issue, 'term'))}。请缩短时限，或调整级别的顺序（从最严重的写起）。`,
  'calibration/argument': (issue) =>
    zh`${after('', place(issue), '的')}${subject('值', received(issue))}不正确${after('，应为', expected(issue))}。请改正后再调用。`,
  'calibration/unknown-item': (issue) =>
    zh`评分标准中没有${subject('评分项', received(issue))}。${didYouMean(issue)}请改正名称，或给出评分时所用的评分标准。`,
  'calibration/unknown-rater': (issue) =>
    zh`${subject('质检员', received(issue))}没有评过这些通话。${didYouMean(issue)}请给出评过的质检员。`,
  'calibration/not-a-rating': (issue) =>
    zh`${subject('值', received(issue))}不是${after('', quoted(issue, 'item'), '的')}有效评分。${after('可用：', expected(issue), '，或 "na"。')}请改正。`,
  'calibration/rated-twice': (issue) =>
    zh`${after('质检员 ', quoted(issue, 'rater')) || '同一质检员'}对通话${after(' ', quoted(issue, 'call'))}${after(' 的 ', quoted(issue, 'item'))}评了两次。请只保留一次。`,
  'calibration/left-out': (issue) =>
    zh`${subject('校准会', received(issue))}已经举行，却没有给出其中的通话。每次校准会都要计入：请给出全部通话，没有评的分数写 null。`,
  'calibration/event-twice': (issue) => zh`${subject('事件', received(issue))}已经存在。新的事件请使用自己的编号。`,
  'calibration/other-evaluation': (issue) =>
    zh`该事件属于另一条评价${after('：', received(issue))}${after('，而不是 ', expected(issue))}。请交给那条评价的复核。`,
  'calibration/tier': (issue) =>
    zh`${received(issue) ?? '没有级别的人'}不能做这一步${after('（', detail(issue, 'kind'), '）')}。${after('应由 ', expected(issue), ' 来做。') || '请由更高级别的人来做。'}`,
  'calibration/not-now': (issue) =>
    zh`现在不能进行${received(issue) ?? '这一步'}${after('：复核处于 ', detail(issue, 'status'))}。请检查事件的先后和时间。`,
  'calibration/own-score': (issue) => zh`${received(issue) ?? '此人'}参与过这个得分，不能由其决定。请换人处理。`,
  'calibration/appeal-about': () =>
    '申诉没有写明针对什么。请在 "about" 中至少写一个评分项、扣分点、一票否决、加分或底线规则。',
  'calibration/appeal-unknown': (issue) =>
    zh`评分标准中没有${subject(TOPICS[detail(issue, 'kind') ?? ''] ?? '部分', received(issue))}。${meantOr(issue, '可用的名称')}请改正名称。`,
  'calibration/appeal-late': (issue) =>
    zh`申诉已过期${after('：应在 ', expected(issue), ' 之前提出')}${after('，实际为 ', received(issue))}，不予受理。`,
  'calibration/appeal-open': (issue) =>
    zh`针对此处的申诉${after(' ', quoted(issue, 'appeal'), ' ')}尚未答复，请等待答复。`,
  'calibration/appeal-settled': (issue) =>
    zh`专家已在申诉${after(' ', quoted(issue, 'appeal'), ' ')}中裁定，不能再次申诉。`,
  'calibration/which-appeal': (issue) =>
    zh`不清楚针对哪一次申诉。${after('待处理的有：', expected(issue), '。')}请在 "appeal" 中写明。`,
  'calibration/changes-of-rejected': () => '驳回的申诉不改变任何内容。请删除 "changes"，或改变决定。',
  'calibration/changes-missing': () => '申诉成立时必须写明改了什么。请在 "changes" 中给出新的评分、一票否决或加分。',
  'calibration/beyond-appeal': (issue) => zh`${received(issue) ?? '此处'}不在申诉范围内。只能改动申诉所针对的内容。`,
  'calibration/other-rubric': (issue) =>
    zh`该评价使用的是另一个评分标准或版本${after('：', received(issue))}${after('，而不是 ', expected(issue))}。请将评分时所用的评分标准作为旧版给出。`,
  'calibration/meaning-changed': (issue) =>
    zh`${quoted(issue, 'item') ?? '该评分项'}的评分在新版中含义已变${after('（', detail(issue, 'what'), '）')}。请重新评分。`,
  'calibration/veto-not-looked-for': (issue) =>
    zh`评这通电话时没有人检查过新的一票否决${after(' ', quoted(issue, 'veto'))}。请重新评价。`,
  'calibration/business-type-gone': (issue) =>
    zh`新版中没有${subject('业务类型', received(issue))}。请决定按哪一种评价。`,
}

type Words = Readonly<Record<string, string>>

/** What a name of an alert policy stands for, and the key that declares it. */
const POLICY_NAMES: Readonly<Record<string, readonly [noun: string, key: string | undefined]>> = {
  role: ['角色', 'roles'],
  action: ['措施', 'actions'],
  kind: ['问题类型', 'kinds'],
  level: ['级别', 'levels'],
  label: ['标签', 'facts'],
  event: ['处理记录', undefined],
}

const POLICY_PARTS: Words = { role: '角色', action: '措施', kind: '问题类型', level: '级别', fact: '事实' }

const RUBRIC_PARTS: Words = {
  scale: '量表',
  fact: '事实',
  condition: '条件',
  tag: '标签',
  family: '类别',
  action: '措施',
}

/** What an appeal is about. */
const TOPICS: Words = { item: '评分项', fault: '扣分点', veto: '一票否决', bonus: '加分', gate: '底线规则' }

const GROUPED: Words = { agent: '坐席', call: '通话' }

const OVER_MAXIMUM: Words = {
  precision: '误差要求',
  minimumTotal: '"minimumTotal"',
  strata: '各层的最少数量',
  coverage: '覆盖比例',
}

/** Faults of JSON's grammar, by what the parser would have taken. */
const SYNTAX: Readonly<Record<string, (found: string | undefined) => string>> = {
  '"': () => '文本到行末仍没有结束。请补上结尾的半角双引号 "；文本内换行请写成 \\n。',
  '"key"': (found) => zh`此处缺少键名${after('，后面是', found)}。请用半角双引号写上键名，或删除前面多余的逗号。`,
  value: (found) => zh`此处缺少值${after('，后面是', found)}。请补上，或删除前面多余的部分。`,
  ':': (found) => zh`键与值之间缺少冒号${after('，后面是', found)}。请写成 "键": 值，使用半角冒号。`,
  '}': (found) => zh`此处缺少右括号 }${after('，后面是', found)}。请补上。`,
  ']': (found) => zh`此处缺少右括号 ]${after('，后面是', found)}。请补上。`,
  'end of text': (found) => zh`JSON 到此已经结束，后面却还有${found ?? '内容'}。请删除多余的内容，或检查前面的括号。`,
  number: (found) => zh`${found ?? '此处'}不是 JSON 的数值。请写成 5 或 0.5 这样的形式。`,
  'true | false | null | number | "..."': (found) =>
    zh`${found ?? '此处'}不是 JSON 的值。键名和文本请加半角双引号，其他值只能是数值、true、false 或 null。`,
  '\\uHHHH': () => '\\u 后面应为四位十六进制数字。请补全，或直接写该字符。',
  '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uHHHH': () => '反斜杠后面的字符不正确。如需写反斜杠本身，请写成 \\\\。',
  '\\n | \\t': () => '文本中有制表符或其他控制字符。制表符请写成 \\t，换行请写成 \\n。',
}

function syntaxInGeneral(found: string | undefined): string {
  return zh`此处不符合 JSON 语法${after('：', found)}。请检查附近的引号、逗号和括号。`
}

/** What a name stands for, and the key that declares it where authors declare it apart. */
const NAME_KINDS: Readonly<Record<string, readonly [noun: string, key: string | undefined]>> = {
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

const RULE_KINDS: Words = { veto: '一票否决项', gate: '底线规则', bonus: '加分项' }

const TYPES: Words = {
  'true | false': 'true 或 false',
  'number | integer': '数值',
  'number | string | boolean': '数值、文本或真假值',
  number: '数值',
  integer: '整数',
  'integer >= 1': '不小于 1 的整数',
  string: '文本',
  boolean: '真假值',
  list: '列表',
  array: '列表',
  object: '对象',
  '"..." | {"zh-CN": "...", "en": "..."}': '文本，或分语言的 {"zh-CN": "...", "en": "..."}',
}

/** Puts names of types into words; anything else stays as notation. */
function typeWords(notation: string | undefined): string | undefined {
  if (notation === undefined || notation === '' || notation === 'undefined') return undefined
  const whole = TYPES[notation]
  if (whole !== undefined) return whole
  const parts = notation.split(' | ')
  return parts.every((part) => TYPES[part] !== undefined) ? parts.map((part) => TYPES[part]).join('或') : notation
}

/** Sets a space where Han meets Latin, as Chinese print does; within each part nothing changes. */
function zh(texts: readonly string[], ...values: readonly string[]): string {
  let sentence = ''
  for (const [index, text] of texts.entries()) sentence = spaced(spaced(sentence, text), values[index] ?? '')
  return sentence
}

function spaced(left: string, right: string): string {
  const meet = /(?:\p{Script=Han}[!-~]|[!-~]\p{Script=Han})/u.test(left.slice(-1) + right.slice(0, 1))
  return meet ? `${left} ${right}` : left + right
}

/** A value that is absent is excerpted as `undefined`, which is no word for people. */
function received(issue: Issue): string | undefined {
  return issue.received === undefined || issue.received === 'undefined' || issue.received === ''
    ? undefined
    : issue.received
}

function expected(issue: Issue): string | undefined {
  return issue.expected === undefined || issue.expected === '' ? undefined : issue.expected
}

/** A piece of a JSON text is excerpted as a JSON string; shown as it stands in the text, its quotes are its own. */
function sourceText(issue: Issue): string | undefined {
  const excerpt = received(issue)
  if (excerpt === undefined) return undefined
  try {
    const text: unknown = JSON.parse(excerpt)
    return typeof text === 'string' ? after('「', oneLine(text), '」') || undefined : excerpt
  } catch {
    return excerpt
  }
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim()
}

function codePoint(character: string | undefined): string | undefined {
  const code = character?.codePointAt(0)
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

function detail(issue: Issue, name: string): string | undefined {
  const value = issue.details?.[name]
  return value === undefined || value === '' ? undefined : String(value)
}

function quoted(issue: Issue, name: string): string | undefined {
  const value = detail(issue, name)
  return value === undefined ? undefined : `"${value}"`
}

/** Ids joined by commas, quoted, and shortened where there are many. */
function names(issue: Issue, name: string): string | undefined {
  const all = detail(issue, name)?.split(', ')
  if (!all) return undefined
  const shown = all
    .slice(0, 10)
    .map((id) => `"${id}"`)
    .join('、')
  return all.length > 10 ? `${shown} 等` : shown
}

/** The text with what leads to it and follows it, or nothing where there is none. */
function after(lead: string, text: string | undefined, end = ''): string {
  return text === undefined || text === '' ? '' : zh`${lead}${text}${end}`
}

function subject(noun: string, value: string | undefined): string {
  return value === undefined ? zh`此${noun}`.trim() : zh`${noun}${value}`
}

function thingOf(noun: string, value: string | undefined): string {
  return value === undefined ? `该${noun}` : zh`${noun}${value}`
}

function thing(noun: string, issue: Issue): string {
  return thingOf(noun, received(issue))
}

function inItem(issue: Issue): string {
  return after('评分项', quoted(issue, 'item'), '中') || '该评分项中'
}

function didYouMean(issue: Issue): string {
  return after('是否应为 "', issue.suggestion, '"？')
}

function meantOr(issue: Issue, lead: string): string {
  return didYouMean(issue) || after(`${lead}：`, expected(issue), '。')
}

/** For suggestions that are JSON and not names. */
function literal(issue: Issue): string {
  return after('请写成', issue.suggestion, issue.suggestion?.startsWith('[') ? '。' : '，不加引号。')
}

function isRange(notation: string | undefined): boolean {
  return notation?.includes('..') === true && !notation.includes('"')
}

/** `0..6`, `..6` or `0..` in words. */
function range(notation: string | undefined): string | undefined {
  if (notation === undefined || !isRange(notation)) return notation
  const [least = '', greatest = ''] = notation.split('..')
  if (least !== '' && greatest !== '') return zh`${least}到${greatest}之间`
  return least === '' ? `<= ${greatest}` : `>= ${least}`
}

/** Days `from..through` in words, either of them absent where open. */
function span(notation: string | undefined): string | undefined {
  if (notation === undefined || !isRange(notation)) return notation
  const [from = '', through = ''] = notation.split('..')
  if (from !== '' && through !== '') return zh`${from}至${through}`
  return from === '' ? zh`截至${through}` : zh`${from}起`
}

function under(issue: Issue): string {
  // The parent of the outermost sections is given as an empty name.
  if (issue.details?.parent === '') return '最上层章节的'
  return after('', quoted(issue, 'parent'), '下各项的') || '同级的'
}

function total(issue: Issue): string {
  return after('，现为', received(issue), '%') + after('（', names(issue, 'siblings'), '）')
}

function profile(issue: Issue): string {
  return after('业务类型', quoted(issue, 'businessType'), '的权重方案') || '此权重方案'
}

/** The business type and days of a weight. */
function inCase(issue: Issue): string {
  const [from, through] = [detail(issue, 'from'), detail(issue, 'through')]
  const days = from === undefined && through === undefined ? undefined : span(`${from ?? ''}..${through ?? ''}`)
  const type = quoted(issue, 'businessType')
  const whose = type === undefined ? '' : zh`业务类型${type}的`
  return days === undefined ? whose : zh`${days}，${whose}`
}

/** Where a row stands in its file, as the beginning of a sentence. */
function line(issue: Issue): string {
  return after('第 ', detail(issue, 'line'), ' 行：')
}

/** The business types that a warning is about; all where it names none. */
function forTypes(issue: Issue): string {
  return after('对于业务类型 ', detail(issue, 'businessTypes'), '，')
}

/** What ratings can reach. */
function scoreRange(issue: Issue): string {
  const [lowest, highest] = [detail(issue, 'lowest'), detail(issue, 'highest')]
  return lowest === undefined || highest === undefined ? '' : `（得分在 ${lowest} 与 ${highest} 之间）`
}

/** The days for which the weights of a warning hold. */
function inDays(issue: Issue): string {
  const [from, through] = [detail(issue, 'from'), detail(issue, 'through')]
  if (from === undefined) return after('在 ', through, ' 以前，')
  return through === undefined ? `自 ${from} 起，` : `在 ${from} 至 ${through} 期间，`
}

/** The argument at fault. */
function place(issue: Issue): string | undefined {
  return issue.path.length === 0 ? undefined : formatPath(issue.path)
}
