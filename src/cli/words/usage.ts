import type { Language } from '../../issues/index.js'

/** The whole command line at a glance. */
const ENGLISH = `callgrade: quality assurance of customer conversations

  callgrade check FILE...                      tells what is wrong with rubrics, sampling designs, manifests,
                                               calendars and alert policies: file:line:column severity code message
  callgrade init NAME [--from READY]           writes NAME.json: a starter rubric with remarks, or a copy of a ready one
  callgrade score --rubric FILE EVALUATIONS    scores evaluations (JSON or JSONL; - is standard input), one result a line
  callgrade plan --design FILE CALLS...        how many calls of what are judged, and how sure the result is
  callgrade sample --design FILE --seed SEED CALLS...
                                               draws them; --manifest FILE keeps all that is needed to draw again
  callgrade sample --manifest FILE --replace ID=REASON CALLS...
                                               another call in the place of one that cannot be judged
  callgrade verify --manifest FILE CALLS...    draws again and names every difference
  callgrade estimate --manifest FILE SCORES    what the scores of the sample prove about all calls
  callgrade alerts --policy FILE --calendar FILE... --as-of INSTANT [--scores FILE] [--findings FILE]
                                               raises red, yellow and blue alerts; --state FILE keeps them between runs
  callgrade due --policy FILE --calendar FILE... --state FILE --as-of INSTANT
                                               what is owed by when, and what is overdue
  callgrade track --policy FILE --calendar FILE... --state FILE EVENTS
                                               applies what was done about alerts, or refuses it with a reason
  callgrade calibrate --rubric FILE RATINGS    how far raters agree, item by item; --reference RATER: against one of them
  callgrade certify CALLS                      whether a rater may judge alone, by blind calls against an expert
  callgrade review --rubric FILE --policy FILE --calendar FILE... --evaluations FILE EVENTS
                                               where the review of each evaluation stands; the score of record
  callgrade diff OLD NEW [--evaluations FILE]  what changed in a rubric; who would change band or verdict
  callgrade schema [NAME]                      prints a JSON Schema: rubric, evaluation, sampling-design, manifest,
                                               calendar, alert-policy

CALLS are files of calls, CSV with a heading or JSONL, that together are the frame. SCORES are lines of callgrade score.
EVENTS, findings and exposures are JSON arrays or JSONL. RATINGS are CSV with the columns callId, raterId, item, rating,
JSONL of the same keys, or evaluations with callId and evaluatorId. CALLS of certify are CSV or JSONL with raterId,
sessionId, heldAt, callId, score, reference, vetoes, referenceVetoes.

Options
  --rubric FILE      a rubric; may be given several times, then each evaluation is scored by the one it names
  --explain          each result also holds share, points and reasons of every section and item, rules and effects
  --strict           check: warnings count as faults
  --from READY       init: copies a ready rubric: agent-scorecard, complaint-handling, conversation-quality,
                     ecommerce-chat, inbound-enquiry, outbound-sales, outbound-service,
                     satisfaction-five-dimensions, telecom-deduction
  --reference RATER  calibrate: also compares every rater with this one
  --interchangeable  calibrate: raters are positions, not the same people on every call
  --session ID       certify: a session that was held; may be given several times, then none may be left out
  --tolerance N      certify: points or levels that count as the same; 5 where absent
  --evaluations FILE review: as first rated; diff: by the older version, to see the impact
  --bom              score --format csv: a byte-order mark first, by which Excel knows UTF-8
  --design FILE      the sampling design; verify: as it was fixed, to be compared with the manifest's
  --seed SEED        any text without ":"; choose it before the calls are known
  --seed-fixed-at T  when that was, such as 2026-07-31T18:00:00+08:00; goes into the manifest
  --manifest FILE    the manifest; sample: where to write it (another one there is kept, unless --force)
  --replace ID=REASON  no-recording, recording-damaged, no-conversation, wrong-record, language-not-judged, privacy
  --total N          measures N calls, whatever margin that attains
  --raters N --calls-per-day N --days N        measures as many calls as that allows
  --grow FILE        a manifest whose calls stay in the sample
  --bad-rows leave-out   leaves faulty rows out and counts them, instead of stopping
  --assume-unique    does not look for repeated ids
  --missing as-if-random   estimate: measured calls without a score are stood for by the others of their stratum
  --single-call P    estimate: strata of which one call was drawn: certainty, remove, adjust or average
  --confidence-percent P   estimate: 95 where absent
  --maximum N        estimate: the rubric's result.maximum where it is not 100
  --policy FILE      the alert policy
  --calendar FILE    a working calendar; may be given several times, contiguous ones join
  --as-of INSTANT    such as 2026-10-09T09:00:00+08:00; the clock of the machine is never asked
  --scores FILE      alerts: scores; with --rubric FILE findings carry the tags of their items
  --findings FILE    alerts: findings from outside; --exposures FILE: how much was rated, for their rates
  --events FILE      alerts: what was done about alerts
  --state FILE       alerts, findings and events of earlier runs; written whole or not at all
  --by LABEL         alerts: closure by team, rule, level, kind or a fact; may be given several times
  --within HOURS     due: only what is due by then
  --alert FINGERPRINT --event KIND --at INSTANT --by NAME   track: one event; also --episode N, --note TEXT,
                     --assign-to ROLE
  --format NAME      check: text, json or github; score: jsonl, table or csv; plan, estimate: table or json;
                     sample: csv or jsonl; verify: text or json; alerts, track: table, json or markdown;
                     due: table, json or csv; calibrate: table, json or markdown; certify, diff: text or json;
                     review: table, json or jsonl (scores of record)
  --lang LANGUAGE    en or zh-CN; taken from the environment (LC_ALL, LC_MESSAGES, LANG) where absent
  --encoding NAME    how the data are encoded: utf-8 (default) or gb18030, as Excel in China writes
  --help, --version

Exit code: 0 fine, 1 faults found, 2 wrong use.`

const CHINESE = `callgrade：客户对话质检

  callgrade check 文件...                      检查评分标准、抽样方案、抽样清单、工作日历和预警策略，
                                               逐条列出：文件:行:列 级别 代码 说明
  callgrade init 名称 [--from 范本]            写出 名称.json：带说明的起步评分标准，或现成评分标准的副本
  callgrade score --rubric 文件 评价文件       为评价打分（JSON 或 JSONL；- 表示标准输入），每行一个结果
  callgrade plan --design 文件 通话数据...     计算要测评多少、各层多少、结果有多大把握
  callgrade sample --design 文件 --seed 种子 通话数据...
                                               抽样；--manifest 文件 保存重新抽取所需的一切
  callgrade sample --manifest 文件 --replace 编号=原因 通话数据...
                                               为无法测评的通话换一通
  callgrade verify --manifest 文件 通话数据... 重新抽取，指出每一处不符
  callgrade estimate --manifest 文件 得分文件  样本得分能证明全部通话的什么
  callgrade alerts --policy 文件 --calendar 文件... --as-of 时间 [--scores 文件] [--findings 文件]
                                               发出红、黄、蓝三级预警；--state 文件 在各次运行之间保存
  callgrade due --policy 文件 --calendar 文件... --state 文件 --as-of 时间
                                               待办任务、期限和逾期情况
  callgrade track --policy 文件 --calendar 文件... --state 文件 处理记录
                                               登记对预警的处理；不成立的说明原因并拒绝
  callgrade calibrate --rubric 文件 评分文件   质检员之间的一致程度，逐项列出；--reference 质检员：与其比较
  callgrade certify 通话文件                   质检员能否独立评分：盲评与专家对照
  callgrade review --rubric 文件 --policy 文件 --calendar 文件... --evaluations 文件 事件文件
                                               每条评价的复核进展和最终得分
  callgrade diff 旧版 新版 [--evaluations 文件]  评分标准改了什么；谁的等级或结论会变
  callgrade schema [名称]                      输出 JSON Schema：rubric、evaluation、sampling-design、manifest、
                                               calendar、alert-policy

通话数据为带表头的 CSV 或 JSONL，可有多个文件，合起来是抽样框。得分文件是 callgrade score 的输出。
处理记录、问题、事件和评分次数为 JSON 数组或 JSONL。评分文件为含 callId、raterId、item、rating 列的 CSV、
同样键的 JSONL，或带 callId 和 evaluatorId 的评价。certify 的通话文件为 CSV 或 JSONL，含 raterId、sessionId、
heldAt、callId、score、reference、vetoes、referenceVetoes。

选项
  --rubric 文件      评分标准；可给多个，按评价中写明的标准打分
  --explain          结果中附上每个章节和评分项的占比、得分、原因，以及规则和影响
  --strict           check：警告也算差错
  --from 范本        init：复制现成的评分标准：agent-scorecard、complaint-handling、conversation-quality、
                     ecommerce-chat、inbound-enquiry、outbound-sales、outbound-service、
                     satisfaction-five-dimensions、telecom-deduction
  --reference 质检员 calibrate：同时把每位质检员与其比较
  --interchangeable  calibrate：质检员只是位置，不是每通电话都固定的人
  --session 编号     certify：举行过的校准会；可给多个，一次都不能漏
  --tolerance 数     certify：相差多少分或几级以内算一致，缺省 5
  --evaluations 文件 review：首次评价；diff：按旧版的评价，用于查看影响
  --bom              score --format csv：开头写入 BOM，Excel 据此识别 UTF-8
  --design 文件      抽样方案；用于 verify 时与清单中的方案比对
  --seed 种子        不含 ":" 的任意文本，应在看到通话之前选定
  --seed-fixed-at 时间   选定种子的时间，例如 2026-07-31T18:00:00+08:00，记入清单
  --manifest 文件    抽样清单；用于 sample 时为写入位置（已有另一份清单时不覆盖，除非用 --force）
  --replace 编号=原因   原因：no-recording 没有录音、recording-damaged 录音损坏、no-conversation 没有对话、
                     wrong-record 记录有误、language-not-judged 语种不在评判范围、privacy 隐私原因
  --total N          测评 N 通，不论误差多大
  --raters N --calls-per-day N --days N        按人数、每人每天通数、天数能测评多少就测评多少
  --grow 文件        在这份清单的样本上扩充，原有通话保留
  --bad-rows leave-out   剔除有差错的行并计数，而不是停止
  --assume-unique    不检查通话编号是否重复
  --missing as-if-random   estimate：没有得分的测评通话由同层其他通话代表
  --single-call 方式  estimate：只抽了一通的层怎样处理：certainty、remove、adjust、average
  --confidence-percent 数   estimate：置信度，缺省 95
  --maximum 数       estimate：评分标准的 result.maximum，不是 100 时给出
  --policy 文件      预警策略
  --calendar 文件    工作日历；可给多个，首尾相接的自动连接
  --as-of 时间       例如 2026-10-09T09:00:00+08:00；从不读取本机时钟
  --scores 文件      alerts：得分；同时给出 --rubric 文件 时问题带有评分项的标签
  --findings 文件    alerts：外部问题；--exposures 文件：评分次数，用于计算比率
  --events 文件      alerts：对预警的处理
  --state 文件       以往的预警、问题和处理记录；要么整份写入，要么不写
  --by 依据          alerts：按 team、rule、level、kind 或事实统计闭环，可给多个
  --within 小时数    due：只看这段时间内到期的
  --alert 预警名称 --event 类型 --at 时间 --by 处理人   track：单条处理；另有 --episode 数、--note 备注、
                     --assign-to 角色
  --format 名称      check：text、json 或 github；score：jsonl、table 或 csv；plan、estimate：table 或 json；
                     sample：csv 或 jsonl；verify：text 或 json；alerts、track：table、json 或 markdown；
                     due：table、json 或 csv；calibrate：table、json 或 markdown；certify、diff：text 或 json；
                     review：table、json 或 jsonl（最终得分）
  --lang 语言        en 或 zh-CN；缺省取环境变量（LC_ALL、LC_MESSAGES、LANG）
  --encoding 编码    数据的编码：utf-8（缺省）或 gb18030（国内 Excel 另存的文件）
  --help、--version

退出码：0 正常，1 有差错，2 用法不对。`

export function usageText(language: Language): string {
  return language === 'zh-CN' ? CHINESE : ENGLISH
}

/** Documents that `check` knows. */
export type DocumentKindName = 'rubric' | 'sampling-design' | 'manifest' | 'calendar' | 'alert-policy'

const CHINESE_KINDS: Readonly<Record<DocumentKindName, string>> = {
  rubric: '评分标准',
  'sampling-design': '抽样方案',
  manifest: '抽样清单',
  calendar: '工作日历',
  'alert-policy': '预警策略',
}

/** What the command line itself has to say, besides issues. */
export interface Words {
  readonly unknownCommand: (name: string, suggestion: string | undefined) => string
  readonly noCommand: string
  readonly otherOption: (command: string, option: string) => string
  readonly seeHelp: string
  readonly noFiles: string
  readonly noRubric: string
  readonly oneInput: string
  readonly unknownSchema: (name: string, known: string) => string
  readonly unknownLanguage: (name: string) => string
  readonly unknownEncoding: (name: string) => string
  readonly unreadable: (file: string, reason: string) => string
  readonly notEncoded: (file: string, encoding: string, line: number) => string
  readonly sound: (file: string, kind: DocumentKindName, id: string, version: string) => string
  readonly faultyRubric: (file: string) => string
  readonly someFailed: (failed: number, total: number) => string
  readonly nothing: (file: string) => string
  readonly progress: (count: number) => string
  readonly unknownFormat: (name: string, known: string) => string
  readonly explainedLines: string
  readonly bomCsv: string
  readonly initName: (ready: string) => string
  readonly initId: (id: string) => string
  readonly unknownReady: (name: string, known: string) => string
  readonly fileExists: (file: string) => string
  readonly unwritable: (file: string, reason: string) => string
  readonly initDone: (file: string, from: string | undefined, schema: string | undefined) => string
  readonly scores: ScoreWords
}

/** What the table of scores says. */
export interface ScoreWords {
  readonly header: readonly string[]
  readonly notScored: string
  readonly verdicts: Readonly<Record<'qualified' | 'unqualified', string>>
  readonly line: (line: number) => string
  readonly figures: (figures: ScoreFigures) => string
}

/** What all scores of a table come to, as texts. */
export interface ScoreFigures {
  readonly scored: number
  readonly failed: number
  readonly notScored: number
  readonly mean: string | undefined
  readonly passRate: string | undefined
  readonly vetoRate: string | undefined
}

const ENGLISH_WORDS: Words = {
  unknownCommand: (name, suggestion) =>
    `There is no command "${name}".${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`,
  noCommand: 'Say what to do.',
  otherOption: (command, option) => `callgrade ${command} takes no ${option}.`,
  seeHelp: 'callgrade --help lists the commands.',
  noFiles: 'Name at least one file to check.',
  noRubric: 'Name the rubric: --rubric FILE.',
  oneInput: 'Name one file of evaluations, or - for standard input.',
  unknownSchema: (name, known) => `There is no schema "${name}". Known are: ${known}.`,
  unknownLanguage: (name) => `There is no language "${name}". Use en or zh-CN.`,
  unknownEncoding: (name) => `The encoding "${name}" is not known. Use utf-8 or gb18030.`,
  unreadable: (file, reason) => `${file} cannot be read: ${reason}`,
  notEncoded: (file, encoding, line) =>
    `${file} is not valid ${encoding} (line ${line}). Save it as UTF-8, or say how it is encoded: --encoding ${encoding === 'gb18030' ? 'utf-8' : 'gb18030'}.`,
  sound: (file, kind, id, version) => `${file}: ok, ${kind.replace('-', ' ')} ${id} ${version}`,
  faultyRubric: (file) => `${file} has faults; nothing was scored.`,
  someFailed: (failed, total) => `${failed} of ${total} evaluations could not be scored; their lines hold "error".`,
  nothing: (file) => `${file} holds no evaluations.`,
  progress: (count) => `${count} evaluations`,
  unknownFormat: (name, known) => `The format "${name}" is not known here. Use ${known}.`,
  explainedLines: '--explain is for --format jsonl, which has room for the reasons.',
  bomCsv: '--bom is for --format csv.',
  initName: (ready) => `Name one rubric: callgrade init my-rubric. Ready ones to copy are: ${ready}.`,
  initId: (id) =>
    `"${id}" cannot be the id of a rubric. Use letters of any script, digits, _ and -, with a letter or digit first.`,
  unknownReady: (name, known) => `There is no ready rubric "${name}". Known are: ${known}.`,
  fileExists: (file) => `${file} is there already and was left as it is. Choose another name.`,
  unwritable: (file, reason) => `${file} cannot be written: ${reason}`,
  initDone: (file, from, schema) =>
    `${file}: ${from === undefined ? 'a starter rubric' : `a copy of ${from}`}${schema === undefined ? '' : `; ${schema}: its schema, by which editors complete and check it`}. Edit it, then: callgrade check --strict ${file}`,
  scores: {
    header: ['evaluation', 'agent', 'business type', 'raw', 'score', 'verdict', 'band', 'vetoes, gates, bonuses'],
    notScored: 'not scored',
    verdicts: { qualified: 'qualified', unqualified: 'unqualified' },
    line: (line) => `line ${line}`,
    figures: ({ scored, failed, notScored, mean, passRate, vetoRate }) =>
      [
        `${scored} scored`,
        notScored > 0 ? `${notScored} not scored` : '',
        failed > 0 ? `${failed} failed` : '',
        mean === undefined ? '' : `mean score ${mean}`,
        passRate === undefined ? '' : `qualified ${passRate}`,
        vetoRate === undefined ? '' : `vetoed ${vetoRate}`,
      ]
        .filter((part) => part !== '')
        .join(', '),
  },
}

const CHINESE_WORDS: Words = {
  unknownCommand: (name, suggestion) =>
    `没有命令 "${name}"。${suggestion === undefined ? '' : `是否应为 "${suggestion}"？`}`,
  noCommand: '请给出命令。',
  otherOption: (command, option) => `callgrade ${command} 没有选项 ${option}。`,
  seeHelp: '用 callgrade --help 查看全部命令。',
  noFiles: '请至少给出一个要检查的文件。',
  noRubric: '请指定评分标准：--rubric 文件。',
  oneInput: '请给出一个评价文件，或用 - 表示标准输入。',
  unknownSchema: (name, known) => `没有名为 "${name}" 的模式，可用：${known}。`,
  unknownLanguage: (name) => `不支持语言 "${name}"，请用 en 或 zh-CN。`,
  unknownEncoding: (name) => `不支持编码 "${name}"，请用 utf-8 或 gb18030。`,
  unreadable: (file, reason) => `无法读取 ${file}：${reason}`,
  notEncoded: (file, encoding, line) =>
    `${file} 不是有效的 ${encoding} 文本（第 ${line} 行）。请另存为 UTF-8，或注明编码：--encoding ${encoding === 'gb18030' ? 'utf-8' : 'gb18030'}。`,
  sound: (file, kind, id, version) => `${file}：正常，${CHINESE_KINDS[kind]} ${id} ${version}`,
  faultyRubric: (file) => `${file} 有差错，没有打分。`,
  someFailed: (failed, total) => `${total} 条评价中有 ${failed} 条未能打分，对应行含 "error"。`,
  nothing: (file) => `${file} 中没有评价。`,
  progress: (count) => `已处理 ${count} 条评价`,
  unknownFormat: (name, known) => `此处不支持格式 "${name}"，可用：${known}。`,
  explainedLines: '--explain 只用于 --format jsonl，其他格式放不下原因说明。',
  bomCsv: '--bom 只用于 --format csv。',
  initName: (ready) => `请给出一个名称，例如：callgrade init my-rubric。可复制的现成评分标准：${ready}。`,
  initId: (id) => `"${id}" 不能作为评分标准的编号。可用各种文字的字母、数字、_ 和 -，以字母或数字开头。`,
  unknownReady: (name, known) => `没有现成的评分标准 "${name}"，可用：${known}。`,
  fileExists: (file) => `${file} 已存在，没有改动。请换一个名称。`,
  unwritable: (file, reason) => `无法写入 ${file}：${reason}`,
  initDone: (file, from, schema) =>
    `${file}：${from === undefined ? '起步评分标准' : `${from} 的副本`}${schema === undefined ? '' : `；${schema}：编辑器据此提示和检查`}。修改后请运行：callgrade check --strict ${file}`,
  scores: {
    header: ['评价', '坐席', '业务类型', '原始分', '得分', '结论', '等级', '否决、底线、加分'],
    notScored: '未计分',
    verdicts: { qualified: '合格', unqualified: '不合格' },
    line: (line) => `第 ${line} 行`,
    figures: ({ scored, failed, notScored, mean, passRate, vetoRate }) =>
      [
        `已打分 ${scored} 条`,
        notScored > 0 ? `未计分 ${notScored} 条` : '',
        failed > 0 ? `有差错 ${failed} 条` : '',
        mean === undefined ? '' : `平均分 ${mean}`,
        passRate === undefined ? '' : `合格率 ${passRate}`,
        vetoRate === undefined ? '' : `一票否决率 ${vetoRate}`,
      ]
        .filter((part) => part !== '')
        .join('，'),
  },
}

export function wordsOf(language: Language): Words {
  return language === 'zh-CN' ? CHINESE_WORDS : ENGLISH_WORDS
}
