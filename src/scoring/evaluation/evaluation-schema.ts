import * as z from 'zod/mini'
import { once } from '../../documents/once.js'
import { described } from '../../documents/schema/described.js'
import type { JsonSchema } from '../../documents/schema/json-schema.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { dateSchema } from '../../documents/schema/string-schemas.js'
import { type Evaluation, PURPOSES, SUBJECT_KINDS } from './evaluation.js'

/** RFC 3339 with an offset, as far as a pattern can say it. */
const INSTANT_PATTERN =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Schema of evaluations of any rubric; what a certain rubric asks for is checked by its scorer. */
export const evaluationSchema: () => z.ZodMiniType<Evaluation> = once(
  () =>
    strictObject({
      id: described(name(), 'Id of the evaluation.', '评价 id。'),
      rubric: described(name(), 'Id of the rubric.', '所用评分标准的 id。'),
      rubricVersion: optionalName(
        'Version of the rubric; has to be the one scored by.',
        '评分标准版本，须与打分所用版本一致。',
      ),
      businessType: optionalName(
        'Business type; required where the rubric declares any.',
        '业务类型；评分标准声明了就必填。',
      ),
      callId: optionalName('Id of the call or conversation.', '通话或会话 id。'),
      callAt: optional(
        described(
          instant(),
          'When the call took place: RFC 3339 with an offset, 2026-03-01T09:30:00+08:00.',
          '通话时间：带时区偏移，如 2026-03-01T09:30:00+08:00。',
        ),
      ),
      period: optional(
        described(
          strictObject({
            from: described(dateSchema(), 'First day.', '起始日。'),
            through: described(dateSchema(), 'Last day, included.', '截止日，当天含在内。'),
          }),
          'The days a scorecard covers, in place of callAt.',
          '计分卡覆盖的日期，与 callAt 二选一。',
        ),
      ),
      subject: optional(
        described(
          strictObject({
            kind: described(
              z.enum(SUBJECT_KINDS as ['agent', 'team', 'company']),
              'agent, team or company.',
              '坐席、班组或公司。',
            ),
            id: described(name(), 'Whose.', '对象 id。'),
          }),
          'Who is judged.',
          '评价对象。',
        ),
      ),
      agentId: optionalName('Agent.', '坐席 id。'),
      teamId: optionalName('Team.', '班组 id。'),
      evaluatorId: optionalName('Rater: a person or a model.', '质检员（人或模型）id。'),
      evaluatedAt: optional(described(instant(), 'When it was judged.', '评价时间。')),
      purpose: optional(
        described(
          z.enum(PURPOSES as ['measure', 'coaching', 'targeted']),
          'measure: drawn at random; coaching; targeted: chosen for a reason.',
          'measure 随机抽检；coaching 辅导；targeted 定向抽检。',
        ),
      ),
      ratings: described(
        z.record(z.string(), z.union([ratingSchema(), ratingEntrySchema()])),
        'Ratings by item id; a section id takes "na" alone.',
        '评分，键为评分项 id；章节 id 只能评 "na"。',
      ),
      vetoes: optional(
        described(
          z.array(markSchema()),
          'Vetoes found, one entry per occurrence; [] for none.',
          '触发的一票否决项，每次一条；没有写 []。',
        ),
      ),
      bonuses: optional(described(z.array(markSchema()), 'Bonuses earned.', '获得的加分项。')),
      facts: optional(
        described(
          z.record(z.string(), z.json()),
          'Facts by id, as declared in the rubric.',
          '事实取值，键为评分标准中声明的事实 id。',
        ),
      ),
    }) as z.ZodMiniType<Evaluation>,
)

/**
 * The JSON Schema of evaluations, the same for every rubric; published as
 * `callgrade/rubrics/schema/evaluation.schema.json`.
 */
export function evaluationJsonSchema(): JsonSchema {
  return { ...z.toJSONSchema(evaluationSchema()), title: 'callgrade evaluation' }
}

function name() {
  return z.string().check(z.minLength(1))
}

function optionalName(english: string, chinese: string) {
  return optional(described(name(), english, chinese))
}

function instant() {
  return z.string().check(z.regex(INSTANT_PATTERN))
}

function remarkShape() {
  return {
    comment: optional(described(z.string(), "The rater's remark.", '质检员备注。')),
    evidence: optional(
      described(z.json(), 'Whatever shows it: a time in the recording, a quotation.', '依据：录音时间点、原话等。'),
    ),
  }
}

const markSchema = once(() =>
  z.union([
    z.string(),
    strictObject({ id: described(z.string(), 'Id of the veto or bonus.', '否决项或加分项 id。'), ...remarkShape() }),
  ]),
)

const faultSchema = once(() =>
  z.union([
    z.string(),
    strictObject({
      id: described(z.string(), 'Id of the fault or option.', '扣分点或选项 id。'),
      count: optional(described(z.int().check(z.minimum(1)), 'Occurrences; 1 where absent.', '次数，缺省 1。')),
      ...remarkShape(),
    }),
  ]),
)

const ratingSchema = once(() =>
  described(
    z.union([z.number(), z.boolean(), z.string(), z.array(faultSchema())]),
    'A level or number; true or false; an option id or a list of them; a text; a list of faults; or "na".',
    '级别或数值；true/false；选项 id 或其列表；文字；扣分点列表；或 "na"。',
  ),
)

const ratingEntrySchema = once(() => strictObject({ rating: ratingSchema(), ...remarkShape() }))
