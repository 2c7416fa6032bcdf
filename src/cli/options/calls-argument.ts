import type { ArgumentDefinition } from '../usage/argument-definition.js'

/** The files of calls that together are the frame. */
export const CALLS_ARGUMENT = {
  name: { en: 'CALLS', 'zh-CN': '通话数据' },
  isFile: true,
  repeats: true,
  text: {
    en: 'Files of calls, CSV with a heading or JSONL, that together are the frame.',
    'zh-CN': '带表头的 CSV 或 JSONL，可有多个文件，合起来是抽样框。',
  },
  missing: {
    en: 'Name at least one file of calls, CSV or JSONL.',
    'zh-CN': '请至少给出一个通话数据文件（CSV 或 JSONL）。',
  },
} as const satisfies ArgumentDefinition
