import type { OptionDefinition } from '../usage/option-definition.js'
import { FILE } from './placeholders.js'

/** The one rubric that a command works by. */
export const RUBRIC_OPTION = {
  value: FILE,
  isFile: true,
  text: { en: 'The rubric.', 'zh-CN': '评分标准。' },
  missing: { en: 'Name the rubric: --rubric FILE.', 'zh-CN': '请指定评分标准：--rubric 文件。' },
} as const satisfies OptionDefinition
