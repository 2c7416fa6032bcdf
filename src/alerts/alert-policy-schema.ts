import * as z from 'zod/mini'
import { durationSchema, elapsedSchema } from '../calendar/duration-schema.js'
import { conditionSchema, factDefinitionSchema } from '../conditions/condition-schema.js'
import { once } from '../documents/once.js'
import {
  described,
  filledList,
  idSchema,
  optional,
  recordSchema,
  strictObject,
  textSchema,
  valuesNote,
  wordSchema,
} from '../documents/schema-parts.js'
import type { AlertPolicy } from './alert-policy.js'

const wholeFromOne = () => z.int().check(z.minimum(1))
const percent = () => z.number().check(z.minimum(0), z.maximum(100))
const word = () => z.string().check(z.minLength(1))

/** Shape of alert policies; what they mean is `parseAlertPolicy`'s. */
export const alertPolicySchema: () => z.ZodMiniType<AlertPolicy> = once(() =>
  strictObject({
    $schema: optional(
      described(
        z.string(),
        'Path or address of this schema; lets an editor complete and explain.',
        '本模式文件的路径或地址，编辑器据此补全和提示。',
      ),
    ),
    format: described(
      z.literal('callgrade/alert-policy@1', { error: () => valuesNote(['callgrade/alert-policy@1']) }),
      'Always callgrade/alert-policy@1.',
      '固定为 callgrade/alert-policy@1。',
    ),
    id: described(
      idSchema(),
      'Id of the policy; part of the name of every alert.',
      '预警策略的 id，是每条预警名称的一部分。',
    ),
    version: described(word(), 'Version; change it with every change of meaning.', '版本号，含义有变化就换新版本。'),
    title: described(textSchema(), 'Title shown to people.', '显示给人的标题。'),
    timeZone: optional(
      described(
        word(),
        'IANA time zone of days and months; UTC where absent.',
        '划分日期和月份所用的 IANA 时区，缺省为 UTC。',
      ),
    ),
    roles: optional(
      described(declared(), 'Who duties, reminders and escalations go to.', '任务、提醒和升级通知的对象。'),
    ),
    actions: optional(described(declared(), 'What alerts and streaks may lead to.', '预警或连续达标可能带来的措施。')),
    kinds: optional(
      described(
        declared(),
        'Kinds of finding from outside, besides veto, critical-error, item, fault and band.',
        '外部问题的种类；veto、critical-error、item、fault、band 为内置。',
      ),
    ),
    facts: optional(
      described(
        recordSchema(factDefinitionSchema()),
        'Facts of findings that conditions and groups use.',
        '条件和分组要用到的事实。',
      ),
    ),
    fromScores: optional(
      described(z.array(fromScoresSchema()), 'What of a score is a finding.', '得分中的哪些情况算作问题。'),
    ),
    falseAlerts: optional(
      described(
        z.record(word(), z.number()),
        'Expected false alerts of a level in one review, over 0; needed for every level of a step with a rate.',
        '每次评审中该级别预期的误报数，大于 0；凡有 rate 的级别都要填。',
      ),
    ),
    levels: described(filledList(levelSchema()), 'Levels, gravest first.', '预警级别，从最严重的写起。'),
    rules: described(
      filledList(ruleSchema()),
      'Which findings, put together how, raise an alert.',
      '哪些问题、怎样汇总会引发预警。',
    ),
    closure: optional(described(closureSchema(), 'What share has to be closed in a month.', '每月的闭环率要求。')),
    review: optional(
      described(
        strictObject({
          appeal: optional(described(term(), 'By when a score may be appealed.', '申诉期限。')),
          feedback: optional(described(term(), 'By when problems are fed back.', '反馈期限。')),
        }),
        'Terms of the review of single scores.',
        '单个得分的复核期限。',
      ),
    ),
  }),
)

function declared() {
  return z.array(
    strictObject({
      id: described(idSchema(), 'Id by which other parts name it.', '供其他部分引用的 id。'),
      title: optional(
        described(textSchema(), 'Title shown to people; the id where absent.', '显示给人的标题，缺省为 id。'),
      ),
    }),
  )
}

function term() {
  return strictObject({ within: described(durationSchema(), 'How long there is.', '期限。') })
}

function fromScoresSchema() {
  const kind = <const Kind extends string>(name: Kind, english: string, chinese: string) =>
    described(z.literal(name), english, chinese)
  return z.discriminatedUnion(
    'kind',
    [
      strictObject({ kind: kind('veto', 'Every veto that fired.', '触发的每个一票否决。') }),
      strictObject({ kind: kind('critical-error', 'Every family with a critical error.', '出现致命差错的每个类别。') }),
      strictObject({ kind: kind('fault', 'Every occurrence of a fault.', '扣分项的每次差错。') }),
      strictObject({
        kind: kind('item', 'Every item at or under a percent.', '得分率不高于某值的每个评分项。'),
        atMostPercent: described(percent(), 'Percent of the item, 0 to 100.', '评分项的得分率，0 到 100。'),
      }),
      strictObject({
        kind: kind('band', 'Scores in one of the bands.', '落在这些等级的得分。'),
        bands: described(filledList(word()), 'Ids of bands of the rubric.', '评分标准中等级的 id。'),
      }),
    ],
    { error: () => valuesNote(['veto', 'critical-error', 'fault', 'item', 'band']) },
  )
}

function levelSchema() {
  return strictObject({
    id: described(idSchema(), 'Id of the level.', '级别的 id。'),
    title: optional(described(textSchema(), 'Title shown to people.', '显示给人的标题。')),
    duties: optional(described(z.array(dutySchema()), 'What is owed.', '要完成的任务。')),
  })
}

function dutySchema() {
  return strictObject({
    id: described(idSchema(), 'Id of the duty, unique within the level.', '任务的 id，在级别内不重复。'),
    title: optional(described(textSchema(), 'Title shown to people.', '显示给人的标题。')),
    doneBy: described(idSchema(), 'Kind of the event that fulfils it.', '完成该任务的处理类型。'),
    within: described(durationSchema(), 'Counted from when the alert came to the level.', '期限，从达到该级别时算起。'),
    assignTo: described(filledList(word()), 'Roles that it is for.', '负责的角色。'),
    escalate: optional(
      described(
        z.array(
          strictObject({
            afterDue: described(durationSchema(), 'Counted from the deadline.', '从到期时算起。'),
            to: described(word(), 'Role that is told.', '通知的角色。'),
          }),
        ),
        'Who is told when it is overdue.',
        '逾期后通知谁。',
      ),
    ),
    remind: optional(
      described(
        z.array(strictObject({ beforeDue: described(elapsedSchema(), 'Before the deadline.', '到期前多久。') })),
        'When those it is assigned to are reminded.',
        '何时提醒负责的角色。',
      ),
    ),
  })
}

function ruleSchema() {
  return strictObject({
    id: described(idSchema(), 'Id of the rule; part of the name of every alert.', '规则的 id，是预警名称的一部分。'),
    title: optional(described(textSchema(), 'Title shown to people.', '显示给人的标题。')),
    kinds: described(filledList(word()), 'Kinds of finding that it looks at.', '关注的问题种类。'),
    where: optional(
      described(
        conditionSchema(),
        'Which of them; sees the facts, kind, purpose, businessType, item, percent, agentId, teamId, tags.',
        '其中哪些；可用已声明的事实和 kind、purpose、businessType、item、percent、agentId、teamId、tags。',
      ),
    ),
    groupBy: described(
      z.array(word()),
      'call, agent, team, item, tag, businessType or a fact; each combination has an alert of its own; [] is one for all.',
      '分组依据：call、agent、team、item、tag、businessType 或事实；每种组合单独预警；[] 表示不分组。',
    ),
    steps: described(filledList(stepSchema()), 'What reaches which level.', '达到什么程度为哪个级别。'),
    notify: optional(described(z.array(word()), 'Roles told at once.', '立即通知的角色。')),
    actions: optional(described(z.array(word()), 'Actions that it leads to.', '带来的措施。')),
  })
}

function stepSchema() {
  const atLeast = (english: string, chinese: string) =>
    optional(
      described(
        strictObject({ atLeast: described(wholeFromOne(), 'At least so many.', '至少多少。') }),
        english,
        chinese,
      ),
    )
  const days = () => described(wholeFromOne(), 'Local dates, a whole number.', '当地日期的天数，整数。')
  return strictObject({
    level: described(word(), 'The level that it reaches.', '达到的级别。'),
    window: optional(
      described(
        z.union([
          strictObject({ days: days() }),
          strictObject({ hours: described(z.number(), 'Hours by the clock, over 0.', '按时钟计算的小时数，大于 0。') }),
        ]),
        'Which findings count together: the days ending with the newest, or hours; all where absent.',
        '哪些问题一起算：以最新问题当天为末的若干天，或若干小时；缺省为全部。',
      ),
    ),
    count: atLeast('Findings.', '问题数。'),
    agents: atLeast('Different agents.', '不同坐席的人数。'),
    calls: atLeast('Different calls.', '不同通话的数量。'),
    rate: optional(
      described(
        strictObject({
          above: described(
            z.union([
              strictObject({ percent: described(z.number(), 'Over 0 and under 100.', '大于 0、小于 100。') }),
              strictObject({
                history: described(
                  strictObject({ days: days() }),
                  'What the other groups showed in the days before the window.',
                  '窗口之前若干天其他组的情况。',
                ),
              }),
            ]),
            'What the share is compared with.',
            '与什么相比。',
          ),
          adjustFor: optional(
            described(
              filledList(word()),
              'Labels that calls differ by, such as businessType; only with a history.',
              '按通话构成调整的依据，例如 businessType；只能与 history 同用。',
            ),
          ),
        }),
        'The share found in measured calls is more than chance explains.',
        '测评通话中的问题率高于偶然波动所能解释的程度。',
      ),
    ),
  })
}

function closureSchema() {
  return strictObject({
    doneAt: described(idSchema(), 'Kind of the event with which an alert counts as closed.', '以哪种处理作为闭环。'),
    comparison: optional(
      described(
        wordSchema(['over', 'at-least']),
        'over: more than the target; at-least: the target itself is enough (default).',
        'over：超过目标；at-least：达到目标即可（缺省）。',
      ),
    ),
    targetPercent: described(percent(), 'Target, 0 to 100.', '目标，0 到 100。'),
    months: described(wholeFromOne(), 'Months running that lead to onStreak.', '连续多少个月达标触发 onStreak。'),
    onStreak: optional(described(z.array(word()), 'Actions after so many months.', '连续达标后的措施。')),
    onMiss: optional(described(z.array(word()), 'Actions after a missed month.', '未达标的措施。')),
  })
}
