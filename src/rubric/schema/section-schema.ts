import * as z from 'zod/mini'
import { conditionSchema } from '../../conditions/condition-schema.js'
import { once } from '../../documents/once.js'
import { described } from '../../documents/schema/described.js'
import { named } from '../../documents/schema/named.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import type { Section } from '../format/rubric.js'
import { itemSchema } from '../items/aspects/item-schema.js'
import { weight } from '../items/schemas/item-shape.js'
import { description, namedShape } from './common-parts.js'

export const sectionSchema: () => z.ZodMiniType<Section> = once(() =>
  named(
    z.lazy(() =>
      strictObject({
        ...namedShape(),
        description: description(),
        weight: weight(),
        appliesWhen: optional(
          described(
            conditionSchema(),
            'Where false, nothing below applies; sees facts and businessType.',
            '不成立时本节全部不适用；只能用事实和 businessType。',
          ),
        ),
        mayBeNotApplicable: optional(
          described(z.boolean(), 'Whether raters may answer "na" for all of it.', '是否允许整节评为不适用（"na"）。'),
        ),
        items: optional(
          described(
            z.array(itemSchema()),
            'Items; siblings of the sections below, and before them.',
            '评分项，与下级章节同级且在前。',
          ),
        ),
        sections: optional(described(z.array(sectionSchema()), 'Sections below.', '下级章节。')),
      }),
    ),
    'section',
  ),
)
