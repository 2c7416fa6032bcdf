import type { UsageWords } from '../usage-words.js'
import { isItThis } from './is-it-this.js'

export const usageWords: UsageWords = {
  tagline: 'callgrade：客户对话质检',
  commands: '命令',
  usage: '用法',
  arguments: '参数',
  options: '选项',
  generalOptions: '通用选项',
  colon: '：',
  example: '示例',
  someOptions: '[选项]',
  repeats: '可给多个。',
  required: '必填。',
  choices: (choices, byDefault) =>
    `可用：${choices.map((choice) => (choice === byDefault ? `${choice}（缺省）` : choice)).join('、')}。`,
  byDefault: (value) => `缺省 ${value}。`,
  exitCodes: '退出码：0 正常，1 有差错，2 用法不对。',
  commandHelp: 'callgrade 命令 --help 查看该命令的说明、选项和示例。',
  seeOverview: '用 callgrade --help 查看全部命令。',
  seeCommand: (command) => `用 callgrade ${command} --help 查看选项和示例。`,
  noCommand: '请给出命令。',
  unknownCommand: (name, suggestion) => `没有命令 "${name}"。${isItThis(suggestion)}`,
  optionBeforeCommand: (option) => `${option}：请先写命令，再写选项。`,
  unknownOption: (command, option, suggestion) => `callgrade ${command} 没有选项 ${option}。${isItThis(suggestion)}`,
  noValue: (option, placeholder) => `${option} 后面要写值：${option} ${placeholder}。`,
  tooMany: (command, word) => `callgrade ${command}：多出了参数 "${word}"。`,
  notUnderstood: '无法理解命令行。',
  unknownLanguage: (name) => `不支持语言 "${name}"，请用 en 或 zh-CN。`,
  unknownEncoding: (name, known) => `不支持编码 "${name}"，可用：${known}。`,
  notOneOf: (option, value, known, suggestion) =>
    `${option} 不支持 "${value}"。${isItThis(suggestion)}可用：${known}。`,
  notInstant: (option, value) => `${option}："${value}" 不是有效的时间，请写成 2026-10-09T09:00:00+08:00 的形式。`,
  notWhole: (option, value) => `${option} 应为大于 0 的整数，不能是 "${value}"。`,
  notPercent: (option, value) => `${option} 应为 0 到 100 之间的数，不能是 "${value}"。`,
  notPositive: (option, value) => `${option} 应为不小于 0 的数，不能是 "${value}"。`,
}
