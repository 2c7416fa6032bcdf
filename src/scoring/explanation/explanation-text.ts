import type { LeafExplanation } from '../../conditions/compiled-node.js'
import type { Text } from '../../documents/text.js'
import { textIn } from '../../documents/text.js'
import { assertNever } from '../../issues/assert-never.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Language } from '../../issues/issue.js'
import type { ExplainedEffect, ExplainedNode, ExplainedRule, ExplainedScore, Why } from './explanation.js'

/**
 * Writes an explained score out for people: the form with the points of every part, the rules, and each effect with
 * the total before and after.
 * @param explained - from `Scorer.explain`
 * @param language - titles and sentences in this language; a title given in one language stays as it is
 * @returns lines of plain text, without a line feed at the end
 */
export function explanationText(explained: ExplainedScore, language: Language): string {
  const words = language === 'zh-CN' ? CHINESE : ENGLISH
  const { explanation } = explained
  const lines = [words.head(explained), words.weights(layersText(explained, language))]
  for (const node of explanation.tree) addNode(node, 0, lines, language, words)
  lines.push(words.rawScore(explained.rawScore))
  for (const rule of explanation.rules) lines.push(...ruleLines(rule, language, words))
  for (const effect of explanation.effects) lines.push(effectLine(effect, words))
  lines.push(words.result(explained))
  return lines.join('\n')
}

function titleOf(title: Text | undefined, id: string, language: Language): string {
  return title === undefined ? id : textIn(title, language)
}

function layersText(explained: ExplainedScore, language: Language): string {
  const words = language === 'zh-CN' ? CHINESE : ENGLISH
  return explained.explanation.weights.layers
    .map(({ kind, id, title }) =>
      kind === 'base' ? words.base : words.layer(kind, titleOf(title, id ?? kind, language)),
    )
    .join(' → ')
}

function addNode(node: ExplainedNode, depth: number, lines: string[], language: Language, words: Words): void {
  const indent = '  '.repeat(depth + 1)
  const title = titleOf(node.title, node.id, language)
  lines.push(`${indent}${title}${node.title === undefined ? '' : ` [${node.id}]`}: ${nodeText(node, language, words)}`)
  for (const child of node.children ?? []) addNode(child, depth + 1, lines, language, words)
}

function nodeText(node: ExplainedNode, language: Language, words: Words): string {
  const why = whyText(node.why, language, words)
  if (node.status === 'recorded') return why || words.recorded
  if (node.status === 'not-applicable') return why
  const figures = words.points(node.roundedPoints, percentOf(node.share), node.roundedLost)
  const weightless = node.status === 'no-weight' ? words.noWeight : ''
  return [figures, why, weightless].filter((part) => part !== '').join(words.separator)
}

function whyText(why: Why, language: Language, words: Words): string {
  switch (why.reason) {
    case 'section':
      return ''
    case 'text':
      return why.rating === undefined ? '' : JSON.stringify(why.rating)
    case 'not-applicable':
      return words.notApplicable[why.because] + leavesText(why.decidedBy, words) + commentText(why.comment, words)
    case 'rated': {
      const faults =
        why.faults?.map(({ fault, title, count, lost, excess }) =>
          words.fault(titleOf(title, fault, language), count, lost, excess),
        ) ?? []
      const rating =
        faults.length > 0 ? faults.join(words.listSeparator) : words.rated[why.by](JSON.stringify(why.rating))
      return `${rating} = ${percentOf(why.fraction)} %${commentText(why.comment, words)}`
    }
    default:
      return assertNever(why)
  }
}

function commentText(comment: string | undefined, words: Words): string {
  return comment === undefined ? '' : words.comment(comment)
}

/** A fraction as a percentage with at most two decimals, for reading alone. */
function percentOf(fraction: string): string {
  const [numerator = '0', denominator = '1'] = fraction.split('/')
  const hundredths = (BigInt(numerator) * 20_000n + BigInt(denominator)) / (BigInt(denominator) * 2n)
  return String(Number(hundredths) / 100)
}

function leavesText(leaves: readonly LeafExplanation[] | undefined, words: Words): string {
  if (!leaves || leaves.length === 0) return ''
  const texts = leaves.map(({ fact, path, operator, actual, comparedWith, otherFact }) => {
    const left = `${fact}${path ?? ''} = ${actual === undefined ? words.unknown : excerptOf(actual)}`
    const right = otherFact ?? (comparedWith === undefined ? words.unknown : excerptOf(comparedWith))
    return `${left}, ${operator} ${right}`
  })
  return ` (${texts.join('; ')})`
}

function ruleLines(rule: ExplainedRule, language: Language, words: Words): string[] {
  // What did not fire and was not marked would only hide what did.
  if (rule.outcome === 'not-fired' && (rule.marks ?? 0) === 0) return []
  if (rule.outcome === 'not-looked-at') return []
  const title = titleOf(rule.title, rule.id, language)
  const marks =
    rule.kind === 'veto' && rule.marks !== undefined && rule.marks > 0
      ? words.marks(rule.marks, rule.toleratedMarks ?? 0)
      : ''
  return [
    `  ${words.kinds[rule.kind]} ${title}${rule.title === undefined ? '' : ` [${rule.id}]`}: ${words.outcomes[rule.outcome]}${marks}${leavesText(rule.decidedBy, words)}`,
  ]
}

function effectLine(effect: ExplainedEffect, words: Words): string {
  const rule = effect.rule === undefined ? '' : ` (${effect.rule})`
  const section = effect.section === undefined ? '' : ` ${effect.section}`
  return `  ${words.effects[effect.kind]}${section}${rule}: ${effect.roundedBefore} → ${effect.roundedAfter}`
}

interface Words {
  readonly head: (explained: ExplainedScore) => string
  readonly weights: (layers: string) => string
  readonly base: string
  readonly layer: (kind: 'profile' | 'adjustment', title: string) => string
  readonly points: (points: number, share: string, lost: number) => string
  readonly noWeight: string
  readonly recorded: string
  readonly separator: string
  readonly listSeparator: string
  readonly rated: Readonly<Record<'rater' | 'rule' | 'fact', (rating: string) => string>>
  readonly fault: (title: string, count: number, lost: string, excess: string) => string
  readonly comment: (comment: string) => string
  readonly notApplicable: Readonly<Record<'rated' | 'section' | 'condition' | 'nothing-below', string>>
  readonly unknown: string
  readonly rawScore: (score: number | null) => string
  readonly kinds: Readonly<Record<ExplainedRule['kind'], string>>
  readonly outcomes: Readonly<Record<ExplainedRule['outcome'], string>>
  readonly marks: (marks: number, tolerated: number) => string
  readonly effects: Readonly<Record<ExplainedEffect['kind'], string>>
  readonly result: (explained: ExplainedScore) => string
}

const ENGLISH: Words = {
  head: ({ evaluationId, rubric, rubricVersion }) => `Evaluation ${evaluationId} by ${rubric} ${rubricVersion}`,
  weights: (layers) => `Weights: ${layers}`,
  base: 'base',
  layer: (kind, title) => `${kind} "${title}"`,
  points: (points, share, lost) => `${points} points of a share of ${share} %${lost === 0 ? '' : `, ${lost} lost`}`,
  noWeight: 'no weight in the form',
  recorded: 'recorded, not scored',
  separator: '; ',
  listSeparator: ', ',
  rated: {
    rater: (rating) => `rated ${rating}`,
    rule: (rating) => `rated ${rating} by its rule`,
    fact: (rating) => `${rating} from its fact`,
  },
  fault: (title, count, lost, excess) =>
    `${title} x ${count} took ${lost}${excess === '0' ? '' : ` (${excess} more found nothing left)`}`,
  comment: (comment) => `, "${comment}"`,
  notApplicable: {
    rated: 'not applicable, says the rater',
    section: 'not applicable with its section',
    condition: 'does not apply',
    'nothing-below': 'not applicable: nothing of weight below applies',
  },
  unknown: 'unknown',
  rawScore: (score) => `Raw score: ${score ?? 'none, nothing of weight applied'}`,
  kinds: { veto: 'Veto', gate: 'Gate', bonus: 'Bonus' },
  outcomes: {
    fired: 'fired',
    'not-fired': 'did not fire',
    undetermined: 'could not be decided',
    'not-looked-at': 'not looked at',
  },
  marks: (marks, tolerated) => `, marked ${marks} times, ${tolerated} tolerated`,
  effects: {
    'zero-section': 'Section counts as 0',
    'cap-section': 'Section capped',
    bonus: 'Bonus',
    deduct: 'Deduction',
    cap: 'Total capped',
    zero: 'Total is 0',
    maximum: 'Ceiling of the score',
    minimum: 'Floor of the score',
  },
  result: ({ score, verdict, band, actions }) =>
    `Score: ${score ?? 'none'}; verdict: ${verdict ?? 'none'}; band: ${band ?? 'none'}${actions.length > 0 ? `; actions: ${actions.join(', ')}` : ''}`,
}

const VERDICTS: Readonly<Record<string, string>> = { qualified: '合格', unqualified: '不合格' }

const CHINESE: Words = {
  head: ({ evaluationId, rubric, rubricVersion }) => `评价 ${evaluationId}，评分标准 ${rubric} ${rubricVersion}`,
  weights: (layers) => `权重：${layers}`,
  base: '基础权重',
  layer: (kind, title) => `${kind === 'profile' ? '业务类型权重' : '限时调整'}“${title}”`,
  points: (points, share, lost) => `得 ${points} 分，占全表 ${share} %${lost === 0 ? '' : `，失 ${lost} 分`}`,
  noWeight: '在本表中无权重',
  recorded: '仅记录，不计分',
  separator: '；',
  listSeparator: '、',
  rated: {
    rater: (rating) => `评 ${rating}`,
    rule: (rating) => `按规则自动评 ${rating}`,
    fact: (rating) => `取自事实 ${rating}`,
  },
  fault: (title, count, lost, excess) =>
    `${title} × ${count}，扣 ${lost}${excess === '0' ? '' : `（另有 ${excess} 分已无分可扣）`}`,
  comment: (comment) => `，“${comment}”`,
  notApplicable: {
    rated: '质检员评为不适用',
    section: '随所属章节不适用',
    condition: '按条件不适用',
    'nothing-below': '不适用：其下没有有权重的内容',
  },
  unknown: '未知',
  rawScore: (score) => `原始分：${score ?? '无（没有可计分的内容）'}`,
  kinds: { veto: '一票否决', gate: '底线规则', bonus: '加分' },
  outcomes: { fired: '已触发', 'not-fired': '未触发', undetermined: '无法判定', 'not-looked-at': '未判定' },
  marks: (marks, tolerated) => `，标记 ${marks} 次，允许 ${tolerated} 次`,
  effects: {
    'zero-section': '章节记 0 分',
    'cap-section': '章节封顶',
    bonus: '加分',
    deduct: '扣分',
    cap: '总分封顶',
    zero: '总分记 0',
    maximum: '得分上限',
    minimum: '得分下限',
  },
  result: ({ score, verdict, band, actions }) =>
    `得分：${score ?? '无'}；结论：${verdict === null ? '无' : VERDICTS[verdict]}；等级：${band ?? '无'}${actions.length > 0 ? `；措施：${actions.join('、')}` : ''}`,
}
