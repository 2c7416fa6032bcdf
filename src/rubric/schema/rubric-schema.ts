import * as z from 'zod/mini'
import { conditionSchema, factDefinitionSchema } from '../../conditions/condition-schema.js'
import { once } from '../../documents/once.js'
import { filledList, recordSchema } from '../../documents/schema/collection-schemas.js'
import { described } from '../../documents/schema/described.js'
import { documentHeader } from '../../documents/schema/document-header.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { idSchema } from '../../documents/schema/string-schemas.js'
import type { Rubric } from '../format/rubric.js'
import { namedSchema, optionalText, periodSchema } from './common-parts.js'
import { resultSchema } from './result-schema.js'
import { bonusSchema, gateSchema, vetoSchema } from './rule-schemas.js'
import { scaleSchema } from './scale-schema.js'
import { sectionSchema } from './section-schema.js'
import { weightAdjustmentSchema, weightProfileSchema, weightRuleSchema } from './weight-schemas.js'

/** Deepest nesting and longest lists are the document reader's business; here is the shape alone. */
export const rubricSchema: () => z.ZodMiniType<Rubric> = once(() =>
  strictObject({
    ...documentHeader('callgrade/rubric@1', [
      'Id of the rubric; evaluations name it.',
      '评分标准的 id，评价用它引用本标准。',
    ]),
    description: optionalText('What the rubric is for.', '本标准的用途说明。'),
    timeZone: optional(
      described(
        z.string().check(z.minLength(1)),
        'IANA time zone in which dates are meant, such as Asia/Shanghai; UTC where absent.',
        '日期所用的 IANA 时区，如 Asia/Shanghai；缺省为 UTC。',
      ),
    ),
    effective: optional(
      described(
        periodSchema(),
        'Days on which calls may be judged by this rubric, both ends included.',
        '本标准的生效期，首尾两天都含在内。',
      ),
    ),
    businessTypes: optional(
      described(
        z.array(namedSchema()),
        'Business types; weights may differ between them.',
        '业务类型，可各有一套权重。',
      ),
    ),
    families: optional(
      described(
        z.array(namedSchema()),
        'Kinds of critical errors, counted apart from the score.',
        '致命差错的类别，单独统计，不计入分数。',
      ),
    ),
    tags: optional(
      described(
        z.array(namedSchema()),
        'Labels for items and faults, used by weight rules and reports.',
        '评分项与差错的标签，供权重规则和报表使用。',
      ),
    ),
    actions: optional(
      described(z.array(namedSchema()), 'What bands lead to, such as retraining.', '等级对应的措施，如复训。'),
    ),
    scales: optional(described(z.record(idSchema(), scaleSchema()), 'Scales by name.', '量表，按名称声明。')),
    defaultScale: optional(described(z.string(), 'Scale of items that name none.', '未指明量表的评分项所用的量表。')),
    facts: optional(
      described(
        recordSchema(factDefinitionSchema()),
        'Facts that evaluations may carry and conditions may ask for.',
        '评价可携带、条件可引用的事实。',
      ),
    ),
    conditions: optional(described(recordSchema(conditionSchema()), 'Named conditions.', '命名条件，可在别处引用。')),
    sections: described(filledList(sectionSchema()), 'The form: sections of any depth.', '评分表：可任意嵌套的章节。'),
    weightProfiles: optional(
      described(
        z.record(z.string(), weightProfileSchema()),
        'Weights per business type, by its id.',
        '各业务类型的权重，键为业务类型 id。',
      ),
    ),
    weightAdjustments: optional(
      described(
        z.array(weightAdjustmentSchema()),
        'Weights that hold for a time, applied in this order.',
        '限时的权重调整，按书写顺序依次生效。',
      ),
    ),
    weightRules: optional(
      described(
        z.array(weightRuleSchema()),
        'Promises about shares of the whole form, checked for every business type and date.',
        '对占比的约束，对每个业务类型和每段时间都要成立。',
      ),
    ),
    vetoes: optional(described(z.array(vetoSchema()), 'One-veto items.', '一票否决项。')),
    gates: optional(
      described(
        z.array(gateSchema()),
        'Floors that guard quality; each fires by a condition.',
        '底线规则，由条件触发。',
      ),
    ),
    bonuses: optional(
      described(z.array(bonusSchema()), 'Points on top, by a mark or a condition.', '加分项，由质检员标记或条件触发。'),
    ),
    bonusLimit: optional(
      described(z.number().check(z.minimum(0)), 'Points that all bonuses together may add.', '加分合计上限。'),
    ),
    result: described(resultSchema(), 'From the total to score, band and verdict.', '从总分到得分、等级和结论的规则。'),
  }),
)
