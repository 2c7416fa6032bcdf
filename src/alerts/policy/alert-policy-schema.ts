import * as z from 'zod/mini'
import { durationSchema, elapsedSchema } from '../../calendar/duration-schema.js'
import { conditionSchema, factDefinitionSchema } from '../../conditions/condition-schema.js'
import { once } from '../../documents/once.js'
import { filledList, recordSchema } from '../../documents/schema/collection-schemas.js'
import { described } from '../../documents/schema/described.js'
import { documentHeader } from '../../documents/schema/document-header.js'
import { optional } from '../../documents/schema/optional.js'
import { valuesNote } from '../../documents/schema/schema-note.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { idSchema, wordSchema } from '../../documents/schema/string-schemas.js'
import { textSchema } from '../../documents/schema/text-schema.js'
import type { AlertPolicy } from './alert-policy.js'
import { BUILT_IN_KINDS } from './built-in-kinds.js'

/** Longest window and history in days: ten years, as for terms. */
const MOST_DAYS = 3_650
const MOST_HOURS = 87_600

/** Shape of alert policies; what they mean is `parseAlertPolicy`'s. */
export const alertPolicySchema: () => z.ZodMiniType<AlertPolicy> = once(() =>
  strictObject({
    ...documentHeader('callgrade/alert-policy@1', [
      'Id of the policy; it begins the name of every alert.',
      '预警策略的 id，每条预警以它开头。',
    ]),
    timeZone: optional(
      described(
        z.string().check(z.minLength(1)),
        'IANA time zone of the days that windows and months are made of; UTC where absent.',
        '划分日、月所用的 IANA 时区，缺省为 UTC。',
      ),
    ),
    roles: optional(
      described(
        z.array(declaredSchema()),
        'Who duties, reminders and escalations go to.',
        '角色：任务、提醒和上报发给谁。',
      ),
    ),
    actions: optional(
      described(
        z.array(declaredSchema()),
        'What alerts and streaks may lead to, such as retraining.',
        '措施：预警或考核结果带来的动作，如复训、约谈。',
      ),
    ),
    kinds: optional(
      described(
        z.array(declaredSchema()),
        `Kinds of finding from outside, such as complaints; besides ${BUILT_IN_KINDS.join(', ')}.`,
        `来自外部的问题类型，如投诉；${BUILT_IN_KINDS.join('、')} 为内置类型，无需声明。`,
      ),
    ),
    facts: optional(
      described(
        recordSchema(factDefinitionSchema()),
        'Facts of findings that conditions and groups use.',
        '问题可携带、条件和分组可引用的事实。',
      ),
    ),
    fromScores: optional(
      described(
        z.array(fromScoresSchema()),
        'What of a score is a finding; each kind once.',
        '得分中的哪些内容算作问题；每种类型只写一次。',
      ),
    ),
    falseAlerts: optional(
      described(
        z.record(z.string(), z.number().check(z.gt(0))),
        'How many alerts of a level one review may raise by chance on average, by level; steps with a rate need it.',
        '每次检查中，各级别平均允许因偶然波动误报多少条；用到 rate 的级别必填。',
      ),
    ),
    levels: described(filledList(levelSchema()), 'Levels, gravest first.', '预警级别，从最严重的写起。'),
    rules: described(filledList(ruleSchema()), 'What raises alerts.', '预警规则：什么情况发出预警。'),
    closure: optional(
      described(closureSchema(), 'What share of alerts has to be closed in a month.', '闭环率要求：每月须关闭的比例。'),
    ),
    review: optional(
      described(
        strictObject({
          appeal: optional(described(termSchema(), 'By when an appeal has to come.', '申诉时限。')),
          feedback: optional(described(termSchema(), 'By when feedback has to be given.', '反馈时限。')),
        }),
        'Terms of the review of single scores, counted from when a score is published.',
        '单个得分的复核时限，从公布得分起算。',
      ),
    ),
  }),
)

function declaredShape() {
  return {
    id: described(idSchema(), 'Id by which other parts name it.', '供其他位置引用的 id。'),
    title: optional(described(textSchema(), 'Title shown to people.', '显示给人的标题。')),
  }
}

function declaredSchema() {
  return strictObject(declaredShape())
}

function fromScoresSchema() {
  const kind = <const Kind extends string>(name: Kind, english: string, chinese: string) =>
    described(z.literal(name), english, chinese)
  return z.discriminatedUnion(
    'kind',
    [
      strictObject({ kind: kind('veto', 'Every veto that fired.', '每个触发的一票否决项。') }),
      strictObject({
        kind: kind('critical-error', 'Every family in which a critical error occurred.', '每个出现致命差错的类别。'),
      }),
      strictObject({
        kind: kind('fault', 'Every occurrence of a fault of a deduction item.', '扣分项中每次出现的差错。'),
      }),
      strictObject({
        kind: kind('item', 'Every item at or under a percent.', '得分率不高于某个百分数的评分项。'),
        atMostPercent: described(
          z.number().check(z.minimum(0), z.maximum(100)),
          'Of the item, 0 to 100; this percent is included.',
          '评分项的得分率，0 到 100，含该值。',
        ),
      }),
      strictObject({
        kind: kind('band', 'Scores in one of these bands.', '落入所列等级的得分。'),
        bands: described(filledList(z.string()), 'Ids of bands of the rubrics.', '评分标准中等级的 id。'),
      }),
    ],
    { error: () => valuesNote(BUILT_IN_KINDS) },
  )
}

function levelSchema() {
  return strictObject({
    ...declaredShape(),
    duties: optional(
      described(
        z.array(dutySchema()),
        'What is owed when an alert comes to this level.',
        '达到该级别后必须完成的任务。',
      ),
    ),
  })
}

function dutySchema() {
  return strictObject({
    ...declaredShape(),
    doneBy: described(
      idSchema(),
      'Kind of the event that fulfils it; remedied means that the cause is mended.',
      '完成该任务的处理记录的 kind；remedied 表示已整改。',
    ),
    within: described(
      durationSchema(),
      'How long it may take, counted from when the alert came to the level.',
      '时限，从预警达到该级别时起算。',
    ),
    assignTo: described(filledList(z.string()), 'Roles who have to do it.', '负责的角色，至少一个。'),
    escalate: optional(
      described(
        z.array(
          strictObject({
            afterDue: described(
              durationSchema(),
              'Counted from the deadline; 0 minutes: at the deadline itself.',
              '从截止时间起算；0 分钟即到期时。',
            ),
            to: described(z.string(), 'A role.', '角色。'),
          }),
        ),
        'Who is told, and when, if it is not done.',
        '逾期未完成时，何时上报给谁。',
      ),
    ),
    remind: optional(
      described(
        z.array(
          strictObject({
            beforeDue: described(elapsedSchema(), 'Counted back from the deadline.', '在截止时间之前多久。'),
          }),
        ),
        'When those it is assigned to are reminded.',
        '何时提醒负责人。',
      ),
    ),
  })
}

function ruleSchema() {
  return strictObject({
    ...declaredShape(),
    kinds: described(
      filledList(z.string()),
      'Kinds of finding, built in or declared under "kinds".',
      '问题类型：内置的，或在 kinds 中声明的。',
    ),
    where: optional(
      described(
        conditionSchema(),
        'Which of these findings; sees the facts and kind, purpose, businessType, item, percent, agentId, teamId, tags.',
        '其中哪些问题；可用事实以及 kind、purpose、businessType、item、percent、agentId、teamId、tags。',
      ),
    ),
    groupBy: described(
      z.array(z.string()),
      'call, agent, team, item, tag, businessType or a fact; each combination has an alert of its own.',
      '分组依据：call、agent、team、item、tag、businessType 或事实；每种组合各有一条预警。',
    ),
    steps: described(
      filledList(stepSchema()),
      'What has to be found to reach which level; the gravest that holds counts.',
      '达到什么程度属于哪个级别；取成立的最严重一级。',
    ),
    notify: optional(
      described(
        z.array(z.string()),
        'Roles told at once when an alert is raised or rises.',
        '预警发出或升级时立即通知的角色。',
      ),
    ),
    actions: optional(described(z.array(z.string()), 'Actions that it leads to.', '带来的措施。')),
  })
}

function stepSchema() {
  const atLeast = (english: string, chinese: string) =>
    optional(
      described(
        strictObject({
          atLeast: described(z.int().check(z.minimum(1)), 'So many or more.', '至少多少。'),
        }),
        english,
        chinese,
      ),
    )
  return strictObject({
    level: described(z.string(), 'The level that it leads to.', '达到的级别。'),
    window: optional(
      described(
        z.union([strictObject({ days: daysSchema() }), strictObject({ hours: hoursSchema() })]),
        'Which findings count together; all of the group where absent.',
        '在多长时间内累计；缺省为该组的全部问题。',
      ),
    ),
    count: atLeast('Findings, of any purpose.', '问题数，不论抽检用途。'),
    agents: atLeast('Different agents among them.', '涉及的不同坐席数。'),
    calls: atLeast('Different calls among them.', '涉及的不同通话数。'),
    rate: optional(
      described(
        strictObject({
          above: described(
            z.union([strictObject({ percent: ratePercentSchema() }), strictObject({ history: historySchema() })]),
            'A stated percentage, or what the others showed before the window.',
            '对照：给定的百分数，或窗口之前其他组的表现。',
          ),
          adjustFor: optional(
            described(
              z.array(z.string()),
              'Labels that calls differ by, such as businessType; only with a history.',
              '需要扣除影响的差别，如 businessType；只能与 history 同用。',
            ),
          ),
        }),
        'The share found in the measured sample is more than chance explains.',
        '测评样本中的出错比例高到偶然波动无法解释。',
      ),
    ),
  })
}

function daysSchema() {
  return described(
    z.int().check(z.minimum(1), z.maximum(MOST_DAYS)),
    'So many local dates, ending with that of the tested finding.',
    '多少个自然日，以所检查问题的当天为最后一天。',
  )
}

function hoursSchema() {
  return described(
    z.number().check(z.gt(0), z.maximum(MOST_HOURS)),
    'So many hours by the clock, up to the tested finding.',
    '按时钟计算的小时数，到所检查的问题为止。',
  )
}

function ratePercentSchema() {
  return described(
    z.number().check(z.gt(0), z.lt(100)),
    'Over 0 and under 100: the share that is still accepted.',
    '大于 0、小于 100：尚可接受的比例。',
  )
}

function historySchema() {
  return described(
    strictObject({
      days: described(
        z.int().check(z.minimum(1), z.maximum(MOST_DAYS)),
        'So many days, ending where the window begins.',
        '窗口开始之前的天数。',
      ),
    }),
    'What the others showed in the days before the window; the group itself is left out.',
    '窗口之前若干天里其他组的表现，不含本组。',
  )
}

function closureSchema() {
  return strictObject({
    doneAt: described(
      z.string(),
      'Kind of the event with which an alert counts as closed: verified, closed, or a doneBy.',
      '以哪种处理记录为闭环：verified、closed 或某个 doneBy。',
    ),
    comparison: optional(
      described(
        wordSchema(['over', 'at-least']),
        'over: more than the target; at-least where absent.',
        'over 为超过目标；at-least（缺省）为达到即可。',
      ),
    ),
    targetPercent: described(
      z.number().check(z.minimum(0), z.maximum(100)),
      'The target, 0 to 100.',
      '目标，0 到 100。',
    ),
    months: described(
      z.int().check(z.minimum(1)),
      'Months running that lead to onStreak.',
      '连续达标多少个月触发 onStreak。',
    ),
    onStreak: optional(described(z.array(z.string()), 'Actions for a streak.', '连续达标的措施。')),
    onMiss: optional(described(z.array(z.string()), 'Actions for a missed month.', '当月未达标的措施。')),
  })
}

function termSchema() {
  return strictObject({
    within: described(durationSchema(), 'How long after publication.', '公布得分后的时限。'),
  })
}
