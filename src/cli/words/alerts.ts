import type { AlertStateName, DutyStatus, UnplacedFinding, UntestableGroup } from '../../alerts/index.js'
import type { Language } from '../../issues/index.js'

/** What `alerts`, `due` and `track` have to say, besides issues. */
export interface AlertWords {
  readonly noPolicy: string
  readonly noAsOf: string
  readonly noState: string
  readonly noFiles: string
  readonly notInstant: (option: string, value: string) => string
  readonly notHours: (value: string) => string
  readonly notEpisode: (value: string) => string
  readonly notOneOf: (option: string, value: string, known: string) => string
  readonly noInput: string
  readonly noEvents: string
  readonly partEvent: string
  readonly faultyFile: (file: string) => string
  readonly faultyState: (file: string) => string
  readonly earlierThanState: (asOf: string, state: string) => string
  readonly unwritable: (file: string, reason: string) => string
  readonly written: (file: string) => string
  readonly failedScores: (count: number) => string
  readonly refused: (count: number) => string
  readonly nothingChanged: string
  readonly applied: (count: number) => string
  readonly title: (instant: string) => string
  readonly counts: (open: number, overdue: number, ended: number) => string
  readonly none: string
  readonly nothingOwed: string
  readonly alertHeader: readonly string[]
  readonly dueHeader: readonly string[]
  readonly closureHeader: readonly string[]
  readonly closureTitle: string
  readonly dutiesTitle: string
  readonly states: Readonly<Record<AlertStateName, string>>
  readonly statuses: Readonly<Record<DutyStatus, string>>
  readonly evidence: (count: number) => string
  readonly rate: (count: number, rated: number, p: string) => string
  readonly noDeadline: string
  readonly overdueBy: (hours: string) => string
  readonly unplaced: (count: number) => string
  readonly unplacedReasons: Readonly<Record<UnplacedFinding['reason'], (missing: string) => string>>
  readonly notTestable: (count: number) => string
  readonly untestableReasons: Readonly<Record<UntestableGroup['reason'], string>>
  readonly more: (count: number) => string
  readonly streak: (months: number, actions: string) => string
  readonly missed: (actions: string) => string
  readonly timeToClose: (mean: string, median: string) => string
  readonly met: string
  readonly notMet: string
  readonly running: string
  readonly all: string
  readonly withoutDeadline: (count: number) => string
}

const english: AlertWords = {
  noPolicy: 'Name the alert policy: --policy FILE.',
  noAsOf: 'Say as of when: --as-of 2026-10-09T09:00:00+08:00.',
  noState: 'Name the state that callgrade alerts keeps: --state FILE.',
  noFiles: 'Findings, scores and events are named by options: --findings, --scores, --events.',
  notInstant: (option, value) => `${option}: "${value}" is not a point in time. Write it as 2026-10-09T09:00:00+08:00.`,
  notHours: (value) => `--within takes a number of hours over 0, not "${value}".`,
  notEpisode: (value) => `--episode takes a whole number from 1, not "${value}".`,
  notOneOf: (option, value, known) => `${option} knows no "${value}". Use one of: ${known}.`,
  noInput: 'There is nothing to look at: give --findings, --scores or a --state that exists.',
  noEvents: 'Name a file of events (- is standard input), or one event: --alert, --event, --at and --by.',
  partEvent: 'One event takes --alert FINGERPRINT, --event KIND, --at INSTANT and --by NAME, and no file.',
  faultyFile: (file) => `${file} has faults; nothing was done.`,
  faultyState: (file) =>
    `${file} is not a sound state; it was left as it is. Put back a copy of it, or begin anew with another file and all findings and events.`,
  earlierThanState: (asOf, state) =>
    `The state is as of ${state} already, later than ${asOf}. Name a later instant, or leave --state out to look back.`,
  unwritable: (file, reason) => `${file} cannot be written: ${reason}`,
  written: (file) => `written to ${file}`,
  failedScores: (count) =>
    count === 1 ? '1 line holds an error instead of a score' : `${count} lines hold an error instead of a score`,
  refused: (count) =>
    count === 1 ? '1 event was impossible and is not kept' : `${count} events were impossible and are not kept`,
  nothingChanged: 'Nothing was changed.',
  applied: (count) => (count === 1 ? '1 event applied' : `${count} events applied`),
  title: (instant) => `Alerts, as of ${instant}`,
  counts: (open, overdue, ended) => `${open} open, ${overdue} of them with something overdue; ${ended} ended`,
  none: 'no alerts',
  nothingOwed: 'nothing is owed',
  alertHeader: ['level', 'rule', 'group', 'state', 'raised', 'evidence', 'next', 'due', 'alert'],
  dueHeader: ['due', 'status', 'level', 'duty', 'assigned to', 'group', 'done by event', 'alert'],
  closureHeader: ['group', 'month', 'alerts', 'closed', 'rate', 'on time', 'target'],
  closureTitle: 'Closure',
  dutiesTitle: 'Duties',
  states: { open: 'open', acknowledged: 'acknowledged', closed: 'closed', withdrawn: 'withdrawn' },
  statuses: {
    open: 'open',
    done: 'done',
    'done-late': 'done late',
    overdue: 'OVERDUE',
    cancelled: 'cancelled',
    provisional: 'provisional',
  },
  evidence: (count) => (count === 1 ? '1 finding' : `${count} findings`),
  rate: (count, rated, p) => `${count} of ${rated}, p ${p}`,
  noDeadline: 'no calendar yet',
  overdueBy: (hours) => `OVERDUE by ${hours} h`,
  unplaced: (count) => `${count} findings that a rule wants and cannot place:`,
  unplacedReasons: {
    label: (missing) => `names no ${missing}`,
    unknown: (missing) => `the fact ${missing} is missing`,
  },
  notTestable: (count) => `${count} groups not testable: even all wrong would prove nothing`,
  untestableReasons: {
    'too-few': 'too few ratings',
    'no-history': 'nobody to compare with',
    'more-found-than-rated': 'more found than rated: exposures are missing',
  },
  more: (count) => `... and ${count} more`,
  streak: (months, actions) => `${months} months running${actions === '' ? '' : `: ${actions}`}`,
  missed: (actions) => `target missed${actions === '' ? '' : `: ${actions}`}`,
  timeToClose: (mean, median) => `hours to close: mean ${mean}, median ${median}`,
  met: 'met',
  notMet: 'NOT met',
  running: 'month not over',
  all: 'all',
  withoutDeadline: (count) => `${count} alerts are in no month: no deadline is known`,
}

const chinese: AlertWords = {
  noPolicy: '请指定预警策略：--policy 文件。',
  noAsOf: '请说明截至何时：--as-of 2026-10-09T09:00:00+08:00。',
  noState: '请指定 callgrade alerts 保存的状态文件：--state 文件。',
  noFiles: '问题、得分和处理记录用选项给出：--findings、--scores、--events。',
  notInstant: (option, value) => `${option}："${value}" 不是有效的时间，请写成 2026-10-09T09:00:00+08:00 的形式。`,
  notHours: (value) => `--within 应为大于 0 的小时数，不能是 "${value}"。`,
  notEpisode: (value) => `--episode 应为从 1 起的整数，不能是 "${value}"。`,
  notOneOf: (option, value, known) => `${option} 不支持 "${value}"，可用：${known}。`,
  noInput: '没有可看的内容：请给出 --findings、--scores，或已有的 --state。',
  noEvents: '请给出处理记录文件（- 表示标准输入），或单条处理：--alert、--event、--at 和 --by。',
  partEvent: '单条处理需要 --alert 预警名称、--event 类型、--at 时间、--by 处理人，且不带文件。',
  faultyFile: (file) => `${file} 有差错，没有执行。`,
  faultyState: (file) =>
    `${file} 不是完好的状态文件，已原样保留。请恢复备份，或换一个文件并重新给出全部问题和处理记录。`,
  earlierThanState: (asOf, state) =>
    `状态文件已截至 ${state}，晚于 ${asOf}。请用更晚的时间；只想回看时不要带 --state。`,
  unwritable: (file, reason) => `无法写入 ${file}：${reason}`,
  written: (file) => `已写入 ${file}`,
  failedScores: (count) => `${count} 行是差错而不是得分`,
  refused: (count) => `${count} 条处理记录不成立，没有保存`,
  nothingChanged: '没有改动。',
  applied: (count) => `已生效 ${count} 条处理记录`,
  title: (instant) => `预警，截至 ${instant}`,
  counts: (open, overdue, ended) => `未结束 ${open} 条，其中有逾期任务的 ${overdue} 条；已结束 ${ended} 条`,
  none: '没有预警',
  nothingOwed: '没有待办任务',
  alertHeader: ['级别', '规则', '分组', '状态', '发出时间', '依据', '下一任务', '期限', '预警'],
  dueHeader: ['期限', '状态', '级别', '任务', '负责', '分组', '完成标志', '预警'],
  closureHeader: ['分组', '月份', '预警', '闭环', '闭环率', '按时', '目标'],
  closureTitle: '闭环',
  dutiesTitle: '任务',
  states: { open: '未处理', acknowledged: '已确认', closed: '已关闭', withdrawn: '已撤销' },
  statuses: {
    open: '进行中',
    done: '已完成',
    'done-late': '逾期完成',
    overdue: '逾期',
    cancelled: '已取消',
    provisional: '暂定',
  },
  evidence: (count) => `${count} 个问题`,
  rate: (count, rated, p) => `${rated} 次中 ${count} 次，p ${p}`,
  noDeadline: '尚无日历',
  overdueBy: (hours) => `逾期 ${hours} 小时`,
  unplaced: (count) => `${count} 个问题规则需要但无法归组：`,
  unplacedReasons: {
    label: (missing) => `没有 ${missing}`,
    unknown: (missing) => `缺少事实 ${missing}`,
  },
  notTestable: (count) => `${count} 组无法检验：即使全错也说明不了问题`,
  untestableReasons: {
    'too-few': '评分次数太少',
    'no-history': '没有可比的其他组',
    'more-found-than-rated': '问题多于评分次数：缺少评分次数的数据',
  },
  more: (count) => `……另有 ${count} 个`,
  streak: (months, actions) => `连续 ${months} 个月达标${actions === '' ? '' : `：${actions}`}`,
  missed: (actions) => `未达标${actions === '' ? '' : `：${actions}`}`,
  timeToClose: (mean, median) => `关闭用时（小时）：平均 ${mean}，中位数 ${median}`,
  met: '达标',
  notMet: '未达标',
  running: '当月未结束',
  all: '全部',
  withoutDeadline: (count) => `${count} 条预警不计入任何月份：期限未知`,
}

export function alertWordsOf(language: Language): AlertWords {
  return language === 'zh-CN' ? chinese : english
}
