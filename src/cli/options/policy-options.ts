import type { OptionDefinitions } from '../usage/option-definition.js'
import { FILE } from './placeholders.js'

/** The alert policy with its calendars. */
export const POLICY_OPTIONS = {
  policy: {
    value: FILE,
    isFile: true,
    text: { en: 'The alert policy.', 'zh-CN': '预警策略。' },
    missing: { en: 'Name the alert policy: --policy FILE.', 'zh-CN': '请指定预警策略：--policy 文件。' },
  },
  calendar: {
    value: FILE,
    isFile: true,
    repeats: true,
    text: { en: 'A working calendar; contiguous ones join.', 'zh-CN': '工作日历；首尾相接的自动连接。' },
  },
} as const satisfies OptionDefinitions
