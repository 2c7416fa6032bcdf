import * as z from 'zod/mini'
import { conditionSchema } from '../../../conditions/condition-schema.js'
import { described } from '../../../documents/schema/described.js'
import { optional } from '../../../documents/schema/optional.js'
import { strictObject } from '../../../documents/schema/strict-object.js'
import { description, family, namedShape } from '../../schema/common-parts.js'

/** The literal that names a kind of item. */
export function kindName<const Kind extends string>(kind: Kind, english: string, chinese: string) {
  return described(z.literal(kind), english, chinese)
}

/** Keys that items of every kind may have. */
export function itemShape() {
  return {
    ...namedShape(),
    description: description(),
    tags: optional(described(z.array(z.string()), 'Tags declared under "tags".', 'tags 中声明的标签。')),
    appliesWhen: optional(
      described(
        conditionSchema(),
        'Where false, not applicable; sees facts and businessType.',
        '不成立时视为不适用；只能用事实和 businessType。',
      ),
    ),
    mayBeNotApplicable: optional(
      described(z.boolean(), 'Whether raters may answer "na".', '是否允许评为不适用（"na"）。'),
    ),
  }
}

/** Keys that all scored items may have. */
export function scoredItemShape() {
  return { ...itemShape(), weight: weight() }
}

export function weight() {
  return optional(
    described(
      z.number().check(z.minimum(0)),
      'Weight among its siblings: all of them have one or none.',
      '在同级中的权重；同级要么都写，要么都不写。',
    ),
  )
}

/** When a rating is a critical error; the keys besides the family follow the kind. */
export function criticalError<Shape extends z.core.$ZodShape>(shape: Shape) {
  return optional(
    described(
      strictObject({ family: family(), ...shape }),
      'When the rating is a critical error; counted, never scored.',
      '何种评分算致命差错；只统计，不影响分数。',
    ),
  )
}

export function maximumPoints() {
  return optional(
    described(
      z.number().check(z.positive()),
      'Points that count as full; the best attainable where absent.',
      '满分对应的分值，缺省为可得最高分。',
    ),
  )
}
