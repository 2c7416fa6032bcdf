import * as z from 'zod/mini'
import { conditionSchema, factDefinitionSchema } from '../../conditions/condition-schema.js'
import { once } from '../../documents/once.js'
import {
  dateSchema,
  described,
  documentHeader,
  filledList,
  idSchema,
  named,
  optional,
  recordSchema,
  strictObject,
  textSchema,
  valuesNote,
  wordSchema,
} from '../../documents/schema/schema-parts.js'
import type { Effect, FailEffect, Rubric, Section } from '../format/rubric.js'
import type { Item } from '../items/item.js'

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

function optionalText(english: string, chinese: string) {
  return optional(described(textSchema(), english, chinese))
}

function title() {
  return optionalText('Shown to people; the id where absent.', '显示给人的名称，缺省用 id。')
}

function description() {
  return optionalText('Explains it to raters.', '给质检员的说明。')
}

function id() {
  return described(
    idSchema(),
    'Id: letters of any script, digits, _ and -, starting with a letter or digit.',
    'id：任意文字的字母、数字、_ 和 -，以字母或数字开头。',
  )
}

function namedShape() {
  return { id: id(), title: title() }
}

const namedSchema = once(() => strictObject(namedShape()))

function periodShape() {
  return {
    from: optional(described(dateSchema(), 'First day, YYYY-MM-DD.', '起始日，YYYY-MM-DD。')),
    through: optional(described(dateSchema(), 'Last day, included.', '截止日，当天含在内。')),
  }
}

const periodSchema = once(() => strictObject(periodShape()))

const scaleSchema = once(() =>
  strictObject({
    title: title(),
    description: description(),
    levels: described(
      filledList(
        strictObject({
          value: described(z.number(), 'The rating that chooses this level.', '选择该级时填写的数值。'),
          title: title(),
          description: description(),
          points: optional(
            described(
              z.number().check(z.minimum(0)),
              'Points of the level, where the scale scores by points.',
              '该级的分值，scoring 为 points 时必填。',
            ),
          ),
        }),
      ),
      'The levels, each with its own value.',
      '各级，数值不得重复。',
    ),
    scoring: optional(
      described(
        wordSchema(['ratio', 'span', 'points']),
        'ratio: value / greatest (1 of 5 is 20 %); span: (value - least) / (greatest - least) (1 of 5 is 0 %); points: points / greatest points.',
        'ratio：数值/最大值（5 级中的 1 得 20%）；span：（数值-最小）/（最大-最小）（5 级中的 1 得 0%）；points：分值/最高分值。',
      ),
    ),
  }),
)

const criterionSchema = once(() =>
  strictObject({
    description: optionalText('What has to be seen or heard for this rating.', '达到该评分时应看到或听到什么。'),
    examples: optional(
      described(
        z.array(
          strictObject({
            verdict: described(
              wordSchema(['good', 'bad']),
              'Whether to do as in the case.',
              '正面案例 good 或反面案例 bad。',
            ),
            text: described(textSchema(), 'The case in words.', '案例文字。'),
            recording: optional(
              described(
                z.string().check(z.minLength(1)),
                'Id of the recording in the case library.',
                '案例库中录音的 id。',
              ),
            ),
            through: optional(
              described(dateSchema(), 'Last day on which the case is a good reference.', '案例有效期的最后一天。'),
            ),
          }),
        ),
        'Cases from the library.',
        '案例库中的案例。',
      ),
    ),
  }),
)

function criterion() {
  return optional(described(criterionSchema(), 'Criterion and cases.', '评分要点与案例。'))
}

function criteria(english: string, chinese: string) {
  return optional(described(z.record(z.string(), criterionSchema()), english, chinese))
}

function family() {
  return described(z.string(), 'Family of the critical error.', '致命差错类别。')
}

function criticalError<Shape extends z.core.$ZodShape>(shape: Shape) {
  return optional(
    described(
      strictObject({ family: family(), ...shape }),
      'When the rating is a critical error; counted, never scored.',
      '何种评分算致命差错；只统计，不影响分数。',
    ),
  )
}

function itemShape() {
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

function weight() {
  return optional(
    described(
      z.number().check(z.minimum(0)),
      'Weight among its siblings: all of them have one or none.',
      '在同级中的权重；同级要么都写，要么都不写。',
    ),
  )
}

function maximumPoints() {
  return optional(
    described(
      z.number().check(z.positive()),
      'Points that count as full; the best attainable where absent.',
      '满分对应的分值，缺省为可得最高分。',
    ),
  )
}

function belowPercent() {
  return described(
    z.number().check(z.minimum(0), z.maximum(100)),
    'A result under this percentage is a critical error.',
    '低于该百分比即为致命差错。',
  )
}

const itemSchema: () => z.ZodMiniType<Item> = once(() => {
  const kind = <const Kind extends string>(name: Kind, english: string, chinese: string) =>
    described(z.literal(name), english, chinese)
  return z.discriminatedUnion(
    'kind',
    [
      strictObject({
        kind: optional(kind('scale', 'Rated by a level of a scale; the default.', '按量表打级，缺省类型。')),
        ...itemShape(),
        weight: weight(),
        scale: optional(
          described(z.string(), 'Name of the scale; the default scale where absent.', '量表名，缺省用 defaultScale。'),
        ),
        guidance: criteria('A criterion per level; the keys are the level values.', '各级评分要点，键为级别数值。'),
        criticalError: criticalError({
          atMost: described(
            z.number(),
            'Levels at or under this are a critical error.',
            '评级小于等于该值即为致命差错。',
          ),
        }),
        rateWhen: optional(
          described(
            filledList(
              strictObject({
                level: described(z.number(), 'The level that it gives.', '自动给出的级别。'),
                when: described(
                  conditionSchema(),
                  'When; sees facts and businessType.',
                  '触发条件，只能用事实和 businessType。',
                ),
              }),
            ),
            'Rates itself where the rater does not; the first that is true wins.',
            '未人工评分时自动评级，取第一个成立的条件。',
          ),
        ),
      }),
      strictObject({
        kind: kind('yes-no', 'Rated true or false.', '是非题，评 true 或 false。'),
        ...itemShape(),
        weight: weight(),
        fullWhen: optional(
          described(
            wordSchema(['yes', 'no']),
            'The answer that earns full points; yes where absent.',
            '得满分的回答，缺省 yes。',
          ),
        ),
        guidance: optional(
          described(
            strictObject({ yes: criterion(), no: criterion() }),
            'Criteria for yes and for no.',
            '是与否各自的要点。',
          ),
        ),
        criticalError: criticalError({}),
      }),
      strictObject({
        kind: kind('choice', 'Rated by one option, or by several.', '选择题，单选或多选。'),
        ...itemShape(),
        weight: weight(),
        options: described(
          filledList(
            strictObject({
              ...namedShape(),
              description: description(),
              points: described(z.number().check(z.minimum(0)), 'Points of the option.', '该选项的分值。'),
            }),
          ),
          'The options.',
          '选项。',
        ),
        multiple: optional(
          described(z.boolean(), 'Whether several options may be chosen; their points add up.', '是否多选，分值相加。'),
        ),
        maximumPoints: maximumPoints(),
        guidance: criteria('A criterion per option; the keys are option ids.', '各选项要点，键为选项 id。'),
        criticalError: criticalError({
          options: described(
            filledList(z.string()),
            'Options whose choice is a critical error.',
            '选中即为致命差错的选项。',
          ),
        }),
      }),
      strictObject({
        kind: kind('numeric', 'A measured number.', '实测数值。'),
        ...itemShape(),
        weight: weight(),
        unit: optionalText('Unit, such as s or %.', '单位，如 s 或 %。'),
        minimum: optional(described(z.number(), 'The least number; below it is an error.', '最小值，低于即报错。')),
        maximum: optional(described(z.number(), 'The greatest number; above it is an error.', '最大值，高于即报错。')),
        fact: optional(described(z.string(), 'Takes the number from this fact.', '从该事实取值。')),
        ranges: optional(
          described(
            filledList(
              strictObject({
                atLeast: optional(described(z.number(), 'From this number up, included.', '大于等于。')),
                above: optional(described(z.number(), 'Over this number.', '大于。')),
                atMost: optional(described(z.number(), 'Up to this number, included.', '小于等于。')),
                below: optional(described(z.number(), 'Under this number.', '小于。')),
                points: described(z.number().check(z.minimum(0)), 'Points of the range.', '该区间的分值。'),
              }),
            ),
            'Ranges with points; the first that matches wins, none is an error.',
            '分段计分，取第一个符合的区间；都不符合即报错。',
          ),
        ),
        maximumPoints: maximumPoints(),
        linear: optional(
          described(
            strictObject({
              zeroAt: described(z.number(), 'Earns nothing here.', '得 0% 处。'),
              fullAt: described(z.number(), 'Earns everything here.', '得 100% 处。'),
            }),
            'Between two numbers, in a straight line.',
            '两点之间线性计分。',
          ),
        ),
        guidance: criterion(),
        criticalError: criticalError({ belowPercent: belowPercent() }),
      }),
      strictObject({
        kind: kind('deduction', 'Starts full and loses points per fault.', '扣分制：满分起扣。'),
        ...itemShape(),
        weight: weight(),
        base: described(z.number().check(z.positive()), 'Points at the start.', '起始分。'),
        faults: described(
          filledList(
            strictObject({
              ...namedShape(),
              description: description(),
              points: described(z.number().check(z.minimum(0)), 'Points lost per occurrence.', '每次扣分。'),
              maximumCount: optional(
                described(
                  z.int().check(z.minimum(1)),
                  'Further occurrences cost nothing.',
                  '计扣次数上限，超出不再扣。',
                ),
              ),
              tags: optional(described(z.array(z.string()), 'Tags declared under "tags".', 'tags 中声明的标签。')),
              guidance: criterion(),
              criticalError: criticalError({}),
            }),
          ),
          'Faults to look for; the order decides which one takes the last points left.',
          '扣分点；顺序决定余分不足时先扣哪一条。',
        ),
        guidance: criterion(),
        criticalError: criticalError({ belowPercent: belowPercent() }),
      }),
      strictObject({
        kind: kind('text', 'A remark; recorded, never scored.', '文字记录，不计分。'),
        ...itemShape(),
        guidance: criterion(),
      }),
    ],
    { error: () => valuesNote(['scale', 'yes-no', 'choice', 'numeric', 'deduction', 'text']) },
  )
})

const sectionSchema: () => z.ZodMiniType<Section> = once(() =>
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

function shares() {
  return described(
    z.record(z.string(), z.number().check(z.minimum(0), z.maximum(100))),
    'Percentage of its parent for each node named; the others fill the rest in their old proportions.',
    '所列节点在上级中的百分比，其余按原比例分剩下的部分。',
  )
}

const weightProfileSchema = once(() =>
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

const weightAdjustmentSchema = once(() =>
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

const weightRuleSchema = once(() =>
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

const effectSchemas = once(() => {
  const kind = <const Kind extends string>(name: Kind, english: string, chinese: string) =>
    described(z.literal(name), english, chinese)
  const section = () => described(z.string(), 'The section.', '章节 id。')
  return [
    strictObject({ kind: kind('zero-section', 'The section counts as 0.', '该章节记 0 分。'), section: section() }),
    strictObject({
      kind: kind('cap-section', 'The section counts as at most this.', '该章节得分封顶。'),
      section: section(),
      maximum: described(
        z.number().check(z.minimum(0), z.maximum(100)),
        'Most that the section may score, 0 to 100.',
        '章节得分上限，0 到 100。',
      ),
    }),
    strictObject({
      kind: kind('deduct', 'Points off the total.', '总分扣分。'),
      points: described(z.number().check(z.minimum(0)), 'Points off.', '扣多少分。'),
    }),
    strictObject({
      kind: kind('cap', 'The total counts as at most this.', '总分封顶。'),
      maximum: described(z.number().check(z.minimum(0)), 'Most that the total may be.', '总分上限。'),
    }),
    strictObject({ kind: kind('zero', 'The total is 0.', '总分记 0。') }),
  ] as const
})

const EFFECT_KINDS = ['zero-section', 'cap-section', 'deduct', 'cap', 'zero']

const effectSchema: () => z.ZodMiniType<Effect> = once(() =>
  z.discriminatedUnion('kind', effectSchemas(), { error: () => valuesNote(EFFECT_KINDS) }),
)

const gateEffectSchema: () => z.ZodMiniType<Effect | FailEffect> = once(() =>
  z.discriminatedUnion(
    'kind',
    [
      ...effectSchemas(),
      strictObject({
        kind: described(z.literal('fail'), 'The verdict is unqualified; the score stays.', '结论为不合格，分数不变。'),
      }),
    ],
    {
      error: () => valuesNote([...EFFECT_KINDS, 'fail']),
    },
  ),
)

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

const vetoSchema = once(() =>
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

const gateSchema = once(() =>
  strictObject({
    ...namedShape(),
    description: description(),
    when: when(),
    effects: described(filledList(gateEffectSchema()), 'What it does.', '触发后的影响。'),
    whenUnknown: whenUnknown(),
  }),
)

const bonusSchema = once(() =>
  strictObject({
    ...namedShape(),
    description: description(),
    guidance: criterion(),
    points: described(z.number().check(z.minimum(0)), 'Points that it adds.', '加多少分。'),
    when: optional(when()),
    whenUnknown: whenUnknown(),
  }),
)

const resultSchema = once(() =>
  strictObject({
    decimals: optional(
      described(
        z.int().check(z.minimum(0), z.maximum(6)),
        'Decimals of scores, 0 to 6; 2 where absent.',
        '得分小数位数，0 到 6，缺省 2。',
      ),
    ),
    rounding: optional(
      described(
        wordSchema(['half-up', 'half-even', 'down']),
        'half-up where absent.',
        '舍入方式，缺省 half-up（四舍五入）。',
      ),
    ),
    maximum: optional(
      described(
        z.number().check(z.positive()),
        'Ceiling of the score, at least the pass mark; 100 where absent. It is no scale.',
        '得分上限，不低于合格线，缺省 100；不是换算比例。',
      ),
    ),
    passMark: described(z.number().check(z.minimum(0)), 'Scores from here up are qualified.', '合格线，达到即合格。'),
    notApplicablePolicy: optional(
      described(
        wordSchema(['siblings', 'whole']),
        'Where the weight of what is not applicable goes: to its siblings, or over the whole form.',
        '不适用项的权重归同级分摊（siblings）或全表分摊（whole）。',
      ),
    ),
    bands: optional(
      described(
        filledList(
          strictObject({
            ...namedShape(),
            description: description(),
            minimum: described(
              z.number().check(z.minimum(0)),
              'Scores from here up; the lowest band starts at 0.',
              '该等级的最低分，最低等级为 0。',
            ),
            actions: optional(
              described(z.array(z.string()), 'Actions declared under "actions".', 'actions 中声明的措施。'),
            ),
          }),
        ),
        'Named ranges of scores.',
        '分数等级。',
      ),
    ),
  }),
)
