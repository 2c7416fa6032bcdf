import * as z from 'zod/mini'
import { once } from '../../documents/once.js'
import { filledList } from '../../documents/schema/collection-schemas.js'
import { described } from '../../documents/schema/described.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { id, periodShape, title } from './common-parts.js'

function shares() {
  return described(
    z.record(z.string(), z.number().check(z.minimum(0), z.maximum(100))),
    'Percentage of its parent for each node named; the others fill the rest in their old proportions.',
    '所列节点在上级中的百分比，其余按原比例分剩下的部分。',
  )
}

export const weightProfileSchema = once(() =>
  strictObject({
    title: title(),
    weights: optional(
      described(
        z.record(z.string(), z.number().check(z.minimum(0))),
        'New weights: all siblings of a parent, or none.',
        '新权重，同级要么全写要么不写。',
      ),
    ),
    sharePercents: optional(shares()),
  }),
)

export const weightAdjustmentSchema = once(() =>
  strictObject({
    id: optional(id()),
    title: title(),
    ...periodShape(),
    businessTypes: optional(
      described(
        filledList(z.string()),
        'Business types it holds for; all where absent.',
        '适用的业务类型，缺省为全部。',
      ),
    ),
    sharePercents: shares(),
  }),
)

export const weightRuleSchema = once(() =>
  strictObject({
    id: optional(id()),
    title: title(),
    nodes: optional(
      described(filledList(z.string()), 'Sections and items whose shares are added.', '合计占比的章节或评分项。'),
    ),
    tag: optional(described(z.string(), 'Adds the shares of all items with this tag.', '合计带此标签的评分项占比。')),
    minimumSharePercent: optional(
      described(
        z.number().check(z.minimum(0), z.maximum(100)),
        'At least this percentage of the whole form.',
        '占全表的最低百分比。',
      ),
    ),
    maximumSharePercent: optional(
      described(
        z.number().check(z.minimum(0), z.maximum(100)),
        'At most this percentage of the whole form.',
        '占全表的最高百分比。',
      ),
    ),
    businessTypes: optional(
      described(
        filledList(z.string()),
        'Business types it holds for; all where absent.',
        '适用的业务类型，缺省为全部。',
      ),
    ),
  }),
)
