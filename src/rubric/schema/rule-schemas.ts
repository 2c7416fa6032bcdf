import * as z from 'zod/mini'
import { conditionSchema } from '../../conditions/condition-schema.js'
import { once } from '../../documents/once.js'
import { filledList } from '../../documents/schema/collection-schemas.js'
import { described } from '../../documents/schema/described.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { wordSchema } from '../../documents/schema/string-schemas.js'
import { belowPercent, description, family, namedShape } from './common-parts.js'
import { criterion } from './criterion-schema.js'
import { effectSchema, gateEffectSchema } from './effect-schemas.js'

function when() {
  return described(
    conditionSchema(),
    'Fires when true; sees facts, businessType, ratings, sections, rawScore.',
    '成立即触发；可用事实、businessType、ratings、sections、rawScore。',
  )
}

function whenUnknown() {
  return optional(
    described(
      wordSchema(['refuse']),
      'refuse: an error where it cannot be decided, instead of being listed as undetermined.',
      'refuse：无法判定时报错，而不是列入 undetermined。',
    ),
  )
}

export const vetoSchema = once(() =>
  strictObject({
    ...namedShape(),
    description: description(),
    family: optional(family()),
    guidance: criterion(),
    toleratedMarks: optional(
      described(z.int().check(z.minimum(0)), 'Marks that are still tolerated; 0 where absent.', '允许的次数，缺省 0。'),
    ),
    when: optional(when()),
    onRating: optional(
      described(
        strictObject({
          item: described(z.string(), 'The item.', '评分项 id。'),
          atMost: optional(described(z.number(), 'For scales: this level or under.', '量表：小于等于该级。')),
          belowPercent: optional(belowPercent()),
          options: optional(described(filledList(z.string()), 'For choices: any of these.', '选择题：选中其一。')),
        }),
        'Fires by the rating of an item.',
        '由某评分项的评分触发。',
      ),
    ),
    effects: optional(
      described(
        z.array(effectSchema()),
        'What it does to the score; the score becomes 0 where absent.',
        '对分数的影响，缺省为总分记 0。',
      ),
    ),
    verdict: optional(
      described(wordSchema(['keep']), 'keep: leaves the verdict to the score.', 'keep：结论仍按分数判定。'),
    ),
    whenUnknown: whenUnknown(),
  }),
)

export const gateSchema = once(() =>
  strictObject({
    ...namedShape(),
    description: description(),
    when: when(),
    effects: described(filledList(gateEffectSchema()), 'What it does.', '触发后的影响。'),
    whenUnknown: whenUnknown(),
  }),
)

export const bonusSchema = once(() =>
  strictObject({
    ...namedShape(),
    description: description(),
    guidance: criterion(),
    points: described(z.number().check(z.minimum(0)), 'Points that it adds.', '加多少分。'),
    when: optional(when()),
    whenUnknown: whenUnknown(),
  }),
)
