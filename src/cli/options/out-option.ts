import { FILE } from './placeholders.js'

/** The option `--out` of commands that print. */
export const OUT_OPTION = {
  value: FILE,
  text: {
    en: 'Writes to a file instead, whole or not at all; never over a file that the command reads.',
    'zh-CN': '写入文件而不是输出到屏幕；要么整份写入，要么不写，不会覆盖本命令读取的文件。',
  },
} as const
