import type { Language } from '../issues/index.js'

/** The whole command line at a glance. */
const ENGLISH = `callgrade: quality assurance of customer conversations

  callgrade check FILE...                     tells what is wrong with rubrics: file:line:column severity code message
  callgrade score --rubric FILE EVALUATIONS   scores evaluations (JSON or JSONL; - is standard input), one result a line
  callgrade schema [NAME]                     prints a JSON Schema: rubric, evaluation

Options
  --rubric FILE      a rubric; may be given several times, then each evaluation is scored by the one it names
  --explain          each result also holds share, points and reasons of every section and item, rules and effects
  --strict           check: warnings count as faults
  --lang LANGUAGE    en or zh-CN; taken from the environment (LC_ALL, LC_MESSAGES, LANG) where absent
  --encoding NAME    how the files are encoded: utf-8 (default) or gb18030, as Excel in China writes
  --help, --version

Exit code: 0 fine, 1 faults found, 2 wrong use.`

const CHINESE = `callgrade：客户对话质检

  callgrade check 文件...                     检查评分标准，逐条列出：文件:行:列 级别 代码 说明
  callgrade score --rubric 文件 评价文件      为评价打分（JSON 或 JSONL；- 表示标准输入），每行一个结果
  callgrade schema [名称]                     输出 JSON Schema：rubric、evaluation

选项
  --rubric 文件      评分标准；可给多个，按评价中写明的标准打分
  --explain          结果中附上每个章节和评分项的占比、得分、原因，以及规则和影响
  --strict           check：警告也算差错
  --lang 语言        en 或 zh-CN；缺省取环境变量（LC_ALL、LC_MESSAGES、LANG）
  --encoding 编码    文件编码：utf-8（缺省）或 gb18030（国内 Excel 另存的文件）
  --help、--version

退出码：0 正常，1 有差错，2 用法不对。`

export function usageText(language: Language): string {
  return language === 'zh-CN' ? CHINESE : ENGLISH
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
  readonly sound: (file: string, id: string, version: string) => string
  readonly faultyRubric: (file: string) => string
  readonly someFailed: (failed: number, total: number) => string
  readonly nothing: (file: string) => string
  readonly progress: (count: number) => string
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
  sound: (file, id, version) => `${file}: ok, rubric ${id} ${version}`,
  faultyRubric: (file) => `${file} has faults; nothing was scored.`,
  someFailed: (failed, total) => `${failed} of ${total} evaluations could not be scored; their lines hold "error".`,
  nothing: (file) => `${file} holds no evaluations.`,
  progress: (count) => `${count} evaluations`,
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
  sound: (file, id, version) => `${file}：正常，评分标准 ${id} ${version}`,
  faultyRubric: (file) => `${file} 有差错，没有打分。`,
  someFailed: (failed, total) => `${total} 条评价中有 ${failed} 条未能打分，对应行含 "error"。`,
  nothing: (file) => `${file} 中没有评价。`,
  progress: (count) => `已处理 ${count} 条评价`,
}

export function wordsOf(language: Language): Words {
  return language === 'zh-CN' ? CHINESE_WORDS : ENGLISH_WORDS
}
