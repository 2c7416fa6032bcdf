import type { OptionDefinition } from '../usage/option-definition.js'
import { INSTANT } from './placeholders.js'
import { readInstant } from './read-instant.js'

/** The instant for which alerts are judged. */
export const AS_OF_OPTION = {
  value: INSTANT,
  text: {
    en: 'Judges as of then, such as 2026-10-09T09:00:00+08:00; the clock of the machine is never read.',
    'zh-CN': '截至何时，例如 2026-10-09T09:00:00+08:00；从不读取本机时钟。',
  },
  missing: {
    en: 'Say as of when: --as-of 2026-10-09T09:00:00+08:00.',
    'zh-CN': '请说明截至何时：--as-of 2026-10-09T09:00:00+08:00。',
  },
  read: readInstant,
} as const satisfies OptionDefinition
