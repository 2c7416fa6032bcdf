import { FILE } from './placeholders.js'

/** The sampling design. */
export const DESIGN_OPTION = {
  value: FILE,
  isFile: true,
  text: { en: 'The sampling design.', 'zh-CN': '抽样方案。' },
} as const

/** What to give where the sampling design is missing. */
export const NO_DESIGN = {
  en: 'Name the sampling design: --design FILE.',
  'zh-CN': '请指定抽样方案：--design 文件。',
} as const
