import type { TextByLanguage } from '../usage/text-by-language.js'

/** Placeholders of values, as help pages show them. */
export const FILE: TextByLanguage = { en: 'FILE', 'zh-CN': '文件' }
export const NAME: TextByLanguage = { en: 'NAME', 'zh-CN': '名称' }
export const NUMBER: TextByLanguage = { en: 'N', 'zh-CN': '数' }
export const INSTANT: TextByLanguage = { en: 'INSTANT', 'zh-CN': '时间' }
