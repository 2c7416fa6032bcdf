/** The option `--no-bom` of commands that print CSV. */
export const NO_BOM_OPTION = {
  text: {
    en: 'CSV: leaves out the byte-order mark at the beginning, by which Excel knows UTF-8.',
    'zh-CN': 'CSV：开头不写 BOM（Excel 据此识别 UTF-8）。',
  },
} as const
