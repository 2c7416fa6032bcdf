import type { Language } from '../../issues/index.js'
import type { EstimationNote, NotEstimableReason, ReplacementReason } from '../../sampling/index.js'

/** What `plan`, `sample`, `verify` and `estimate` have to say, besides issues. */
export interface SamplingWords {
  readonly noDesign: string
  readonly noSeed: string
  readonly badSeed: string
  readonly noManifest: string
  readonly noCalls: string
  readonly oneScores: string
  readonly mixedForms: string
  readonly readTwice: string
  readonly partBudget: string
  readonly notWhole: (option: string, value: string) => string
  readonly notPercent: (option: string, value: string) => string
  readonly notOneOf: (option: string, value: string, known: string) => string
  readonly notInstant: (value: string) => string
  readonly notReplacement: (value: string, reasons: string) => string
  readonly faultyFile: (file: string) => string
  readonly moreFaults: (count: number) => string
  readonly changedFile: string
  readonly otherManifest: (file: string) => string
  readonly otherSeed: (file: string, seed: string) => string
  readonly unwritable: (file: string, reason: string) => string
  readonly frame: (N: number, rows: number, strata: number) => string
  readonly leftOut: (count: number) => string
  readonly sizes: (plan: { formula?: number; minimum: number; lower: number; n: number }) => string
  readonly given: (n: number) => string
  readonly takeAll: (n: number, minimum: number) => string
  readonly attained: (margin: string, confidence: string) => string
  readonly notAttained: (wanted: string) => string
  readonly strataHeader: readonly string[]
  readonly domainsHeader: readonly string[]
  readonly thin: string
  readonly whole: string
  readonly coverage: string
  readonly thinStrata: (thin: number, tiny: string) => string
  readonly work: string
  readonly measure: (n: number) => string
  readonly targeted: (rule: string, atMost: number, unknown: number) => string
  readonly coaching: (atMost: number) => string
  readonly withoutAgent: (count: number) => string
  readonly tooFew: (agent: string, calls: number, minimum: number) => string
  readonly drawn: (measure: number, targeted: number, coaching: number) => string
  readonly written: (file: string) => string
  readonly replaced: (count: number, reasons: string) => string
  readonly assumption: string
  readonly sound: (calls: number, N: number) => string
  readonly notSound: (errors: number) => string
  readonly estimateHeader: readonly string[]
  readonly measures: Readonly<Record<'score' | 'rawScore' | 'passRate' | 'vetoRate', string>>
  readonly veto: (id: string) => string
  readonly family: (id: string) => string
  readonly scored: (n: number, population: number, confidence: string) => string
  readonly failedScores: (count: number) => string
  readonly missing: (count: number) => string
  readonly apart: (purpose: 'targeted' | 'coaching', drawn: number, scored: number) => string
  readonly total: string
  readonly stratum: string
  readonly agent: string
  readonly notes: Readonly<Record<EstimationNote, string>>
  readonly reasons: Readonly<Record<NotEstimableReason, string>>
  readonly replacementReasons: Readonly<Record<ReplacementReason, string>>
  readonly atMost: (limit: string) => string
}

const english: SamplingWords = {
  noDesign: 'Name the sampling design: --design FILE.',
  noSeed: 'Choose a seed before the calls are known: --seed SEED, such as --seed 2026-08.',
  badSeed: 'A seed is a text without ":" and control characters, and not empty. Choose another, such as 2026-08.',
  noManifest: 'Name the manifest: --manifest FILE.',
  noCalls: 'Name at least one file of calls, CSV or JSONL.',
  oneScores: 'Name one file of scores, or - for standard input.',
  mixedForms: 'All files of calls have to be of one kind: CSV, or JSONL.',
  readTwice: 'The calls are read twice, so that they have to come from files, not from standard input.',
  partBudget: 'A budget takes all three: --raters, --calls-per-day and --days.',
  notWhole: (option, value) => `${option} takes a whole number over 0, not "${value}".`,
  notPercent: (option, value) => `${option} takes a number between 0 and 100, not "${value}".`,
  notOneOf: (option, value, known) => `${option} knows no "${value}". Use one of: ${known}.`,
  notInstant: (value) => `"${value}" is not a point in time. Write it as 2026-07-31T18:00:00+08:00.`,
  notReplacement: (value, reasons) => `--replace takes ID=REASON, not "${value}". Reasons: ${reasons}.`,
  faultyFile: (file) => `${file} has faults; nothing was done.`,
  moreFaults: (count) => `${count} faults are shown; there may be more.`,
  changedFile: 'A file changed while it was read; nothing was written.',
  otherManifest: (file) =>
    `${file} is there already and holds something else. Name another file, or overwrite it with --force; a manifest that was published should stay.`,
  otherSeed: (file, seed) =>
    `The sample of ${file} was drawn with another seed, and only the same one keeps its calls: --seed ${seed}.`,
  unwritable: (file, reason) => `${file} cannot be written: ${reason}`,
  frame: (N, rows, strata) => `${N} calls of ${rows} rows, in ${strata} strata`,
  leftOut: (count) => `${count} faulty rows were left out`,
  sizes: ({ formula, minimum, lower, n }) =>
    `measured: ${n} (${formula === undefined ? '' : `by the formula ${formula}, `}by minimumTotal ${minimum}, what the strata need at least ${lower})`,
  given: (n) => `measured: ${n}, as given`,
  takeAll: (n, minimum) => `measured: all ${n}, since there are fewer than minimumTotal ${minimum}`,
  attained: (margin, confidence) => `margin of a share over all calls: +-${margin} at ${confidence} confidence`,
  notAttained: (wanted) => `this does NOT attain the margin of +-${wanted} that the design asks for`,
  strataHeader: ['stratum', 'N', 'n', 'fraction', 'at least', 'weight', 'margin', ''],
  domainsHeader: ['group', '', 'N', 'n', 'fraction', 'margin'],
  thin: 'too thin to judge alone',
  whole: 'whole',
  coverage: 'coverage rule',
  thinStrata: (thin, tiny) =>
    `${thin} strata have under 10 measured calls: too thin to judge alone, they count in the total.${tiny === '' ? '' : ` Hold 1 to 3 calls: ${tiny}.`}`,
  work: 'work by purpose',
  measure: (n) => `  measure: ${n}`,
  targeted: (rule, atMost, unknown) =>
    `  targeted ${rule}: at most ${atMost}${unknown === 0 ? '' : `; ${unknown} calls for which it is unknown are not taken`}`,
  coaching: (atMost) => `  coaching: at most ${atMost}`,
  withoutAgent: (count) => `${count} calls name no agent: measured like others, in nobody's coaching`,
  tooFew: (agent, calls, minimum) => `agent ${agent} has ${calls} of ${minimum} calls`,
  drawn: (measure, targeted, coaching) => `drawn: ${measure} measured, ${targeted} targeted, ${coaching} for coaching`,
  written: (file) => `written to ${file}`,
  replaced: (count, reasons) => `${count} measured calls were replaced: ${reasons}`,
  assumption: 'Replacing assumes that whether a call can be judged has nothing to do with how it went.',
  sound: (calls, N) => `sound: seed, design and data give the same ${calls} calls of ${N}`,
  notSound: (errors) => `NOT sound: ${errors} findings`,
  estimateHeader: ['group', 'measure', 'estimate', 'interval', 'method', 'n', 'notes'],
  measures: { score: 'score', rawScore: 'raw score', passRate: 'pass rate', vetoRate: 'veto rate' },
  veto: (id) => `veto ${id}`,
  family: (id) => `without critical error: ${id}`,
  scored: (n, population, confidence) =>
    `${n} scored calls stand for ${population}; intervals at ${confidence} confidence`,
  failedScores: (count) => `${count} lines hold an error instead of a score`,
  missing: (count) =>
    `${count} measured calls have no score; the others of their strata are taken to stand for them, which nothing proves`,
  apart: (purpose, drawn, scored) => `${purpose}: ${scored} of ${drawn} calls scored; they stand for no other call`,
  total: 'all calls',
  stratum: 'stratum',
  agent: 'agent',
  notes: {
    approximate: 'approximate',
    'heavy-tailed': 'heavy-tailed',
    'too-thin': 'too thin',
    'no-spread': 'no spread',
  },
  reasons: {
    'no-call': 'no call',
    'no-degrees-of-freedom': 'too few calls',
    'no-spread': 'no spread',
  },
  replacementReasons: {
    'no-recording': 'no recording',
    'recording-damaged': 'recording damaged',
    'no-conversation': 'no conversation',
    'wrong-record': 'wrong record',
    'language-not-judged': 'language not judged',
    privacy: 'privacy',
  },
  atMost: (limit) => `at most ${limit}`,
}

const chinese: SamplingWords = {
  noDesign: '请指定抽样方案：--design 文件。',
  noSeed: '请在看到通话之前选定种子：--seed 种子，例如 --seed 2026-08。',
  badSeed: '种子必须是非空文本，不能含冒号 ":" 或控制字符。请另选一个，例如 2026-08。',
  noManifest: '请指定抽样清单：--manifest 文件。',
  noCalls: '请至少给出一个通话数据文件（CSV 或 JSONL）。',
  oneScores: '请给出一个得分文件，或用 - 表示标准输入。',
  mixedForms: '通话数据文件必须是同一种：全部 CSV，或全部 JSONL。',
  readTwice: '通话数据要读两遍，必须来自文件，不能来自标准输入。',
  partBudget: '按工作量计划时三项都要给出：--raters、--calls-per-day 和 --days。',
  notWhole: (option, value) => `${option} 应为大于 0 的整数，不能是 "${value}"。`,
  notPercent: (option, value) => `${option} 应为 0 到 100 之间的数，不能是 "${value}"。`,
  notOneOf: (option, value, known) => `${option} 不支持 "${value}"，可用：${known}。`,
  notInstant: (value) => `"${value}" 不是有效的时间，请写成 2026-07-31T18:00:00+08:00 的形式。`,
  notReplacement: (value, reasons) => `--replace 应写成 编号=原因，不能是 "${value}"。原因：${reasons}。`,
  faultyFile: (file) => `${file} 有差错，没有执行。`,
  moreFaults: (count) => `列出了 ${count} 处差错，可能还有更多。`,
  changedFile: '读取过程中文件有变化，没有写入任何内容。',
  otherManifest: (file) => `${file} 已存在，内容不同。请换一个文件名，或用 --force 覆盖；已公布的清单应当保留。`,
  otherSeed: (file, seed) => `${file} 的样本是用另一个种子抽取的，只有用同一个种子才能保留原有通话：--seed ${seed}。`,
  unwritable: (file, reason) => `无法写入 ${file}：${reason}`,
  frame: (N, rows, strata) => `${rows} 行数据中有 ${N} 通通话，分为 ${strata} 层`,
  leftOut: (count) => `剔除了 ${count} 行有差错的数据`,
  sizes: ({ formula, minimum, lower, n }) =>
    `测评：${n} 通（${formula === undefined ? '' : `按公式 ${formula}，`}按 minimumTotal ${minimum}，各层至少需要 ${lower}）`,
  given: (n) => `测评：${n} 通（直接给定）`,
  takeAll: (n, minimum) => `测评：全部 ${n} 通，因为少于 minimumTotal ${minimum}`,
  attained: (margin, confidence) => `整体比例的误差：+-${margin}，置信度 ${confidence}`,
  notAttained: (wanted) => `没有达到方案要求的误差 +-${wanted}`,
  strataHeader: ['层', 'N', 'n', '抽样比', '下限', '权重', '误差', ''],
  domainsHeader: ['分组', '', 'N', 'n', '抽样比', '误差'],
  thin: '太少，不能单独评判',
  whole: '全部',
  coverage: '覆盖规则',
  thinStrata: (thin, tiny) =>
    `${thin} 层的测评通话不足 10 通：太少，不能单独评判，只计入总体。${tiny === '' ? '' : `只有 1 到 3 通的层：${tiny}。`}`,
  work: '各用途的工作量',
  measure: (n) => `  测评：${n}`,
  targeted: (rule, atMost, unknown) =>
    `  定向 ${rule}：最多 ${atMost}${unknown === 0 ? '' : `；另有 ${unknown} 通无法判断是否符合，不取`}`,
  coaching: (atMost) => `  辅导：最多 ${atMost}`,
  withoutAgent: (count) => `${count} 通没有坐席：照常参与测评，不计入任何人的辅导`,
  tooFew: (agent, calls, minimum) => `坐席 ${agent} 只有 ${calls} 通，少于 ${minimum} 通`,
  drawn: (measure, targeted, coaching) => `抽中：测评 ${measure} 通，定向 ${targeted} 通，辅导 ${coaching} 通`,
  written: (file) => `已写入 ${file}`,
  replaced: (count, reasons) => `替换了 ${count} 通测评通话：${reasons}`,
  assumption: '替换的前提：一通通话能否测评，与它的质量好坏无关。',
  sound: (calls, N) => `核验通过：按种子、方案和数据，${N} 通中抽到的正是这 ${calls} 通`,
  notSound: (errors) => `核验不通过：${errors} 处不符`,
  estimateHeader: ['分组', '指标', '估计', '区间', '方法', 'n', '注意'],
  measures: { score: '得分', rawScore: '原始得分', passRate: '合格率', vetoRate: '一票否决率' },
  veto: (id) => `否决项 ${id}`,
  family: (id) => `无致命差错：${id}`,
  scored: (n, population, confidence) => `${n} 通已评分的通话代表 ${population} 通；区间的置信度为 ${confidence}`,
  failedScores: (count) => `${count} 行是差错而不是得分`,
  missing: (count) => `${count} 通测评通话没有得分；假定同层的其他通话可以代表它们，这一点无法证明`,
  apart: (purpose, drawn, scored) =>
    `${purpose === 'targeted' ? '定向' : '辅导'}：${drawn} 通中有 ${scored} 通得分，不参与推断`,
  total: '全部通话',
  stratum: '层',
  agent: '坐席',
  notes: { approximate: '近似', 'heavy-tailed': '厚尾', 'too-thin': '太少', 'no-spread': '无差异' },
  reasons: { 'no-call': '没有通话', 'no-degrees-of-freedom': '通话太少', 'no-spread': '无差异' },
  replacementReasons: {
    'no-recording': '没有录音',
    'recording-damaged': '录音损坏',
    'no-conversation': '没有对话',
    'wrong-record': '记录有误',
    'language-not-judged': '语种不在评判范围',
    privacy: '隐私原因',
  },
  atMost: (limit) => `最多 ${limit}`,
}

export function samplingWordsOf(language: Language): SamplingWords {
  return language === 'zh-CN' ? chinese : english
}
