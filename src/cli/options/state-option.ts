import type { OptionDefinition } from '../usage/option-definition.js'
import { FILE } from './placeholders.js'

/** The state that `alerts` keeps, where a command needs it. */
export const STATE_OPTION = {
  value: FILE,
  isFile: true,
  text: {
    en: 'The state that callgrade alerts keeps.',
    'zh-CN': 'callgrade alerts 保存的状态文件。',
  },
  missing: {
    en: 'Name the state that callgrade alerts keeps: --state FILE.',
    'zh-CN': '请指定 callgrade alerts 保存的状态文件：--state 文件。',
  },
} as const satisfies OptionDefinition
