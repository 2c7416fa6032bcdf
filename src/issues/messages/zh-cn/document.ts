import { codePoint, expected, type Facts, oneLine, received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, literal, meantOr, range, subject, typeWords, zh } from './phrases.js'

/** Sentences of `document/...`. */
export const documentSentences: SentencesOf<'document'> = {
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
    const line = after('第', issue.details.openedLine, '行的')
    const opened =
      issue.expected === '}' ? zh`${line}左括号 {` : issue.expected === ']' ? zh`${line}左括号 [` : `${line}括号`
    if (issue.expected === 'end of text')
      return zh`多出一个右括号${after('', received(issue))}，没有与之对应的左括号。请删除，或补上左括号。`
    if (issue.received === 'end of text') return zh`${opened}没有闭合。请在对应位置补上${expected(issue) ?? '右括号'}。`
    return zh`${opened}与此处的右括号${after('', received(issue))}不匹配。请改为${expected(issue) ?? '对应的右括号'}，或补上缺少的括号。`
  },
  'document/duplicate-key': (issue) =>
    zh`${subject('键', received(issue))}在同一对象中重复出现（首次出现在第${issue.details.firstLine}行）。请只保留一个。`,
  'document/forbidden-key': (issue) =>
    zh`不允许使用${received(issue) ?? '此'}${received(issue) === undefined ? '键' : '作为键名'}。请改名或删除。`,
  'document/number-precision': (issue) =>
    zh`${subject('数值', received(issue))}${issue.suggestion === undefined ? '过大或位数过多，无法读取' : zh`位数过多，无法精确保存，会变成${issue.suggestion}`}。请减少位数；如果是编号，请加上双引号。`,
  'document/too-large': (issue) => {
    const size = received(issue)
    const most = after('，上限为', issue.details.maximum, size === undefined ? '个值' : '个字符')
    return zh`内容过大${size === undefined ? '' : zh`：共${size}个字符`}${most}。请拆分成几份。`
  },
  'document/too-deep': (issue) => zh`对象和列表嵌套过深，最多${issue.details.maximum}层。请减少层级。`,
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

/** A piece of a JSON text is excerpted as a JSON string; shown as it stands in the text, its quotes are its own. */
function sourceText(issue: Facts): string | undefined {
  const excerpt = received(issue)
  if (excerpt === undefined) return undefined
  try {
    const text: unknown = JSON.parse(excerpt)
    return typeof text === 'string' ? after('「', oneLine(text), '」') || undefined : excerpt
  } catch {
    return excerpt
  }
}
