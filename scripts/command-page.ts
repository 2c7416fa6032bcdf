import { commandReference } from '../src/cli/usage/command-reference.js'
import type { Language } from '../src/issues/index.js'

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    '# The commands',
    '',
    'English | [简体中文](commands.zh-CN.md)',
    '',
    'Every command with its arguments and options, as `callgrade COMMAND --help` shows them.',
    '',
  ],
  'zh-CN': [
    '# 命令',
    '',
    '[English](commands.md) | 简体中文',
    '',
    '全部命令及其参数和选项，与 `callgrade 命令 --help` 显示的相同。',
    '',
  ],
}

/** The page `docs/commands.md`, or its Chinese twin. */
export async function commandPage(language: Language): Promise<string> {
  return [...HEADS[language], await commandReference(language)].join('\n')
}
