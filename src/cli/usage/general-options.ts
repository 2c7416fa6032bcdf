import { NAME } from '../options/placeholders.js'
import type { OptionDefinitions } from './option-definition.js'

/** Options of every command. */
export const GENERAL_OPTIONS = {
  lang: {
    value: { en: 'LANGUAGE', 'zh-CN': '语言' },
    text: {
      en: 'en or zh-CN; else that of the environment (LC_ALL, LC_MESSAGES, LANG) or of the system.',
      'zh-CN': 'en 或 zh-CN；缺省取环境变量（LC_ALL、LC_MESSAGES、LANG），再取系统语言。',
    },
  },
  encoding: {
    value: NAME,
    text: {
      en: 'Encoding of data files: utf-8 (default), gb18030, gbk or gb2312 as Excel in China writes, utf-16, utf-16le, utf-16be. A byte-order mark decides by itself.',
      'zh-CN':
        '数据文件的编码：utf-8（缺省）、gb18030、gbk、gb2312（国内 Excel 另存的文件）、utf-16、utf-16le、utf-16be。文件开头有 BOM 的以 BOM 为准。',
    },
  },
  help: { text: { en: 'Prints this page.', 'zh-CN': '显示本页。' } },
} as const satisfies OptionDefinitions
