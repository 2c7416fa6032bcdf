import * as z from 'zod/mini'
import { conditionSchema } from '../../conditions/condition-schema.js'
import { once } from '../../documents/once.js'
import { described } from '../../documents/schema/described.js'
import { documentHeader } from '../../documents/schema/document-header.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { idSchema, timeSchema, wordSchema } from '../../documents/schema/string-schemas.js'
import { textSchema } from '../../documents/schema/text-schema.js'
import type { SamplingDesign } from './sampling-design.js'

const count = () => z.int().check(z.minimum(0))
const name = () => z.string().check(z.minLength(1))
const title = () => optional(described(textSchema(), 'Title shown to people.', '显示给人的标题。'))
const ruleId = () => described(idSchema(), 'Id of the rule.', '规则的 id。')
const percent = () => z.number().check(z.minimum(0), z.maximum(100))

/** Shape of sampling designs; what it means is `parseSamplingDesign`'s. */
export const samplingDesignSchema: () => z.ZodMiniType<SamplingDesign> = once(() =>
  strictObject({
    ...documentHeader('callgrade/sampling-design@1', ['Id of the design.', '抽样方案的 id。']),
    timeZone: optional(
      described(
        name(),
        'IANA time zone of the slots and of times written without an offset; UTC where absent.',
        '时段以及不带偏移的时间所用的 IANA 时区，缺省为 UTC。',
      ),
    ),
    fields: described(
      z.record(name(), fieldSchema()),
      'Columns of the data that the design names; others are ignored.',
      '方案用到的数据列；其余列忽略。',
    ),
    eligible: optional(
      described(
        conditionSchema(),
        'Which rows are calls that may be drawn; every row where absent.',
        '哪些行是可以抽的通话；缺省为全部行。',
      ),
    ),
    strata: optional(
      described(
        z.array(z.union([name(), slotDimensionSchema()])),
        'What calls are grouped by: columns, or time of day in slots.',
        '分层依据：数据列，或按时段划分的时间。',
      ),
    ),
    precision: optional(described(precisionSchema(), 'How sure the result has to be.', '结果要有多大把握、误差多小。')),
    minimumTotal: optional(described(count(), 'Fewest measured calls.', '测评通话的最少数量。')),
    minimumPerStratum: optional(
      described(count(), 'Fewest measured calls of every stratum; 1 where absent.', '每层至少测评的通话数，缺省为 1。'),
    ),
    maximumTotal: optional(described(count(), 'Most measured calls.', '测评通话的最多数量。')),
    ifTooFew: optional(
      described(
        wordSchema(['take-all']),
        'Takes every call where there are fewer than minimumTotal.',
        '通话总数不足 minimumTotal 时全部测评。',
      ),
    ),
    allocation: optional(
      described(allocationSchema(), 'How calls are shared out over the strata.', '样本在各层之间怎样分配。'),
    ),
    coverage: optional(
      described(
        z.array(coverageSchema()),
        'Groups of strata, each with the least share that is measured.',
        '至少要覆盖一定比例的层。',
      ),
    ),
    targeted: optional(
      described(
        z.array(targetedSchema()),
        'Calls listened to for a reason of their own; they carry no weight.',
        '因特定原因另外监听的通话，不带权重，不参与推断。',
      ),
    ),
    perAgent: optional(
      described(
        z.array(perAgentSchema()),
        'Calls of each agent listened to at least, for coaching; the first entry that fits counts.',
        '每名坐席至少监听的通话（用于辅导）；取第一条适用的。',
      ),
    ),
    selection: optional(
      described(
        strictObject({
          method: described(
            wordSchema(['keyed']),
            'keyed: the calls with the smallest SHA-256 of seed and id.',
            'keyed：取“种子:编号”的 SHA-256 最小的通话。',
          ),
        }),
        'How calls are chosen.',
        '怎样选取通话。',
      ),
    ),
  }),
)

function fieldSchema() {
  return strictObject({
    type: described(
      wordSchema(['string', 'integer', 'number', 'boolean', 'date', 'instant']),
      'Type of the column; instant: RFC 3339, or wall time in timeZone without an offset.',
      '列的类型；instant 为 RFC 3339 时间，不带偏移时按 timeZone 理解。',
    ),
    role: optional(
      described(
        wordSchema(['id', 'agent', 'team', 'time']),
        'What the column is to the draw: the id of the call, its agent, the team, its time.',
        '该列的角色：通话编号、坐席、班组、通话时间。',
      ),
    ),
    title: title(),
  })
}

function slotDimensionSchema() {
  return strictObject({
    id: described(idSchema(), 'Id of this grouping.', '该分层的 id。'),
    field: described(name(), 'A column of type instant.', 'instant 类型的数据列。'),
    slots: described(
      z.record(name(), z.tuple([timeSchema(), timeSchema()])),
      'Label: [from, to), HH:MM; a slot may go over midnight.',
      '名称：[起, 止)，HH:MM；可跨零点。',
    ),
    otherwise: optional(
      described(name(), 'Label of the times that no slot covers.', '未被任何时段覆盖的时间归入的名称。'),
    ),
    title: title(),
  })
}

function precisionSchema() {
  const open = () => z.number().check(z.gt(0), z.lt(100))
  return strictObject({
    method: optional(
      described(
        wordSchema(['cochran', 'wilson', 'exact']),
        'Formula of the first size; cochran where absent.',
        '样本量公式，缺省为 cochran。',
      ),
    ),
    confidencePercent: optional(described(open(), 'Confidence; 95 where absent.', '置信度，缺省为 95。')),
    marginPercent: described(
      z.number().check(z.gt(0), z.maximum(100)),
      'Half the width of the interval, in percentage points.',
      '允许误差（区间半宽），百分点。',
    ),
    expectedPercent: optional(
      described(open(), 'The share that is expected; 50 where absent.', '预计的比例，缺省为 50。'),
    ),
    basis: optional(
      described(
        wordSchema(['design', 'simple-random']),
        'design: the margin holds in this very design; simple-random: it would without strata.',
        'design：按本方案达到误差；simple-random：按不分层时的样本量，并说明实际误差。',
      ),
    ),
  })
}

function allocationSchema() {
  const numbers = () => z.record(z.string(), z.number().check(z.minimum(0)))
  return strictObject({
    method: described(
      wordSchema(['proportional', 'neyman', 'equal', 'cost']),
      'proportional to size; neyman: to size and deviation; equal; cost: to size, deviation and cost.',
      'proportional 按层大小；neyman 按大小和标准差；equal 均分；cost 再考虑成本。',
    ),
    deviations: optional(described(numbers(), 'Standard deviation by stratum key.', '各层的标准差，按层键给出。')),
    costs: optional(described(numbers(), 'Cost of a call by stratum key.', '各层每通的成本，按层键给出。')),
  })
}

function coverageSchema() {
  return strictObject({
    id: ruleId(),
    title: title(),
    where: described(
      conditionSchema(),
      'Which strata; names the ids of the strata alone.',
      '适用于哪些层；条件里只能用分层的 id。',
    ),
    atLeastPercent: described(percent(), 'At least this share is measured.', '至少测评的比例。'),
    of: optional(
      described(
        wordSchema(['stratum', 'sample']),
        "Of each stratum's calls (where absent), or of the sample.",
        '占各层通话的比例（缺省），或占样本的比例。',
      ),
    ),
  })
}

function targetedSchema() {
  return strictObject({
    id: ruleId(),
    title: title(),
    where: described(conditionSchema(), 'Which calls.', '哪些通话。'),
    limit: described(z.int().check(z.minimum(1)), 'Most calls taken.', '最多取多少通。'),
  })
}

function perAgentSchema() {
  return strictObject({
    minimum: described(z.int().check(z.minimum(1)), 'Calls of the agent at least.', '该坐席至少监听的通话数。'),
    where: optional(
      described(
        conditionSchema(),
        'Holds for an agent of whom any call fits; always where absent.',
        '坐席有任一通话符合即适用；缺省为始终适用。',
      ),
    ),
  })
}
