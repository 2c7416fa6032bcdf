import * as z from 'zod/mini'
import { once } from '../../documents/once.js'
import { described } from '../../documents/schema/described.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { dateSchema, idSchema } from '../../documents/schema/string-schemas.js'
import { textSchema } from '../../documents/schema/text-schema.js'

/** A text that may be absent. */
export function optionalText(english: string, chinese: string) {
  return optional(described(textSchema(), english, chinese))
}

export function title() {
  return optionalText('Shown to people; the id where absent.', '显示给人的名称，缺省用 id。')
}

export function description() {
  return optionalText('Explains it to raters.', '给质检员的说明。')
}

export function id() {
  return described(
    idSchema(),
    'Id: letters of any script, digits, _ and -, starting with a letter or digit.',
    'id：任意文字的字母、数字、_ 和 -，以字母或数字开头。',
  )
}

/** Keys of everything that is declared by id. */
export function namedShape() {
  return { id: id(), title: title() }
}

export const namedSchema = once(() => strictObject(namedShape()))

export function periodShape() {
  return {
    from: optional(described(dateSchema(), 'First day, YYYY-MM-DD.', '起始日，YYYY-MM-DD。')),
    through: optional(described(dateSchema(), 'Last day, included.', '截止日，当天含在内。')),
  }
}

export const periodSchema = once(() => strictObject(periodShape()))

export function family() {
  return described(z.string(), 'Family of the critical error.', '致命差错类别。')
}

export function belowPercent() {
  return described(
    z.number().check(z.minimum(0), z.maximum(100)),
    'A result under this percentage is a critical error.',
    '低于该百分比即为致命差错。',
  )
}
