import type { OptionDefinition } from '../usage/option-definition.js'
import { FILE } from './placeholders.js'

/** The manifest of a sample that was drawn. */
export const MANIFEST_OPTION = {
  value: FILE,
  isFile: true,
  text: { en: 'The manifest of the sample.', 'zh-CN': '样本的抽样清单。' },
  missing: { en: 'Name the manifest: --manifest FILE.', 'zh-CN': '请指定抽样清单：--manifest 文件。' },
} as const satisfies OptionDefinition
