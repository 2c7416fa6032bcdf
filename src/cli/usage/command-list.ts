import type { Command } from './command.js'
import type { TextByLanguage } from './text-by-language.js'

/** A command as the list of commands shows it; the rest is loaded when it is called. */
export interface ListedCommand {
  readonly summary: TextByLanguage
  readonly load: () => Promise<Command>
}

/** All commands in the order of the work: documents, scores, samples, alerts, raters, versions. */
export const COMMANDS: ReadonlyMap<string, ListedCommand> = new Map<string, ListedCommand>([
  [
    'check',
    {
      summary: {
        en: 'checks rubrics, sampling designs, manifests, calendars and alert policies',
        'zh-CN': '检查评分标准、抽样方案、抽样清单、工作日历和预警策略',
      },
      load: async () => (await import('../commands/check.js')).checkCommand,
    },
  ],
  [
    'init',
    {
      summary: {
        en: 'writes a starter rubric, or a copy of a ready one',
        'zh-CN': '写出起步评分标准，或现成评分标准的副本',
      },
      load: async () => (await import('../commands/init.js')).initCommand,
    },
  ],
  [
    'guide',
    {
      summary: {
        en: "prints a rubric as the reviewer's guide, with weights by business type and season",
        'zh-CN': '输出质检员用的评分指南，含各业务类型、各时段的实际权重',
      },
      load: async () => (await import('../commands/guide.js')).guideCommand,
    },
  ],
  [
    'score',
    {
      summary: { en: 'scores evaluations by a rubric', 'zh-CN': '按评分标准为评价打分' },
      load: async () => (await import('../commands/score.js')).scoreCommand,
    },
  ],
  [
    'plan',
    {
      summary: {
        en: 'plans how many calls to review, and how sure the result is',
        'zh-CN': '计算要测评多少通、各层多少、结果有多大把握',
      },
      load: async () => (await import('../commands/plan.js')).planCommand,
    },
  ],
  [
    'sample',
    {
      summary: {
        en: 'draws the calls to review, or replaces one that cannot be reviewed',
        'zh-CN': '抽取要测评的通话，或替换无法测评的通话',
      },
      load: async () => (await import('../commands/sample.js')).sampleCommand,
    },
  ],
  [
    'verify',
    {
      summary: { en: 'draws a sample again and names every difference', 'zh-CN': '重新抽样，指出每一处不符' },
      load: async () => (await import('../commands/verify.js')).verifyCommand,
    },
  ],
  [
    'estimate',
    {
      summary: {
        en: 'estimates all calls from the scores of a sample',
        'zh-CN': '由样本得分推断全部通话',
      },
      load: async () => (await import('../commands/estimate.js')).estimateCommand,
    },
  ],
  [
    'alerts',
    {
      summary: { en: 'raises graded alerts with deadlines', 'zh-CN': '发出分级预警，附处理期限' },
      load: async () => (await import('../commands/alerts.js')).alertsCommand,
    },
  ],
  [
    'due',
    {
      summary: { en: 'lists what is due, and what is overdue', 'zh-CN': '列出待办任务、期限和逾期情况' },
      load: async () => (await import('../commands/due.js')).dueCommand,
    },
  ],
  [
    'track',
    {
      summary: {
        en: 'records what was done about alerts, or refuses it with a reason',
        'zh-CN': '登记对预警的处理；不成立的说明原因并拒绝',
      },
      load: async () => (await import('../commands/track.js')).trackCommand,
    },
  ],
  [
    'calibrate',
    {
      summary: {
        en: 'measures how far raters agree, item by item',
        'zh-CN': '逐项计算质检员之间的一致程度',
      },
      load: async () => (await import('../commands/calibrate.js')).calibrateCommand,
    },
  ],
  [
    'certify',
    {
      summary: {
        en: 'decides whether a rater may work alone, by blind calls against an expert',
        'zh-CN': '判定质检员能否独立评分：盲评与专家对照',
      },
      load: async () => (await import('../commands/certify.js')).certifyCommand,
    },
  ],
  [
    'review',
    {
      summary: {
        en: 'shows the state of review and appeal of evaluations, and the scores of record',
        'zh-CN': '列出各条评价的复核、申诉进展和最终得分',
      },
      load: async () => (await import('../commands/review.js')).reviewCommand,
    },
  ],
  [
    'diff',
    {
      summary: {
        en: 'compares two versions of a rubric; who would change band or verdict',
        'zh-CN': '比较评分标准的两个版本；谁的等级或结论会变',
      },
      load: async () => (await import('../commands/diff.js')).diffCommand,
    },
  ],
  [
    'schema',
    {
      summary: { en: 'prints the JSON Schema of a format', 'zh-CN': '输出文档格式的 JSON Schema' },
      load: async () => (await import('../commands/schema.js')).schemaCommand,
    },
  ],
])
