import type { Language } from '../../issues/issue.js'
import type { Text } from '../../issues/text.js'
import { Describer, percentOf } from './describer.js'
import type { ExplainedEffect, ExplainedNode, ExplainedScore } from './explanation.js'

/**
 * Writes an explained score as plain text: the form with the points of every part, the rules, and each effect with
 * the total before and after.
 * @param explained - from `Scorer.explain`
 * @param language - of the sentences, and of titles that are given in several languages
 * @returns lines of plain text, without a line feed at the end
 */
export function explanationText(explained: ExplainedScore, language: Language): string {
  const describer = new Describer({ language, escapeText: (text) => text })
  const { words } = describer
  const { weights, tree, rules, effects } = explained.explanation
  const named = (title: Text | undefined, id: string): string =>
    `${describer.title(title, id)}${title === undefined ? '' : ` [${id}]`}`
  const treeLines = (nodes: readonly ExplainedNode[], depth: number): string[] =>
    nodes.flatMap((node) => [
      `${'  '.repeat(depth + 1)}${named(node.title, node.id)}: ${nodeText(node, describer)}`,
      ...treeLines(node.children ?? [], depth + 1),
    ])
  const ruleLines = rules.flatMap((rule) => {
    const outcome = describer.outcome(rule)
    return outcome === undefined ? [] : [`  ${words.kinds[rule.kind]} ${named(rule.title, rule.id)}: ${outcome}`]
  })
  const { evaluationId, rubric, rubricVersion, score, verdict, band, actions } = explained
  return [
    words.head(evaluationId, rubric, rubricVersion),
    describer.weights(weights),
    ...treeLines(tree, 0),
    words.rawScore(explained.rawScore),
    ...ruleLines,
    ...effects.map((effect) => effectLine(effect, describer)),
    words.result({ score, verdict, band: band ?? undefined, actions }),
  ].join('\n')
}

function nodeText(node: ExplainedNode, describer: Describer): string {
  const { words } = describer
  const why = describer.why(node.why)
  if (node.status === 'recorded') return why || words.recorded
  if (node.status === 'not-applicable') return why
  const points = words.points(node.roundedPoints, percentOf(node.share), node.roundedLost)
  const weightless = node.status === 'no-weight' ? words.noWeight : ''
  return [points, why, weightless].filter((part) => part !== '').join(words.separator)
}

function effectLine(
  { kind, rule, section, roundedBefore, roundedAfter }: ExplainedEffect,
  { words }: Describer,
): string {
  const cause = rule === undefined ? '' : ` (${rule})`
  const place = section === undefined ? '' : ` ${section}`
  return `  ${words.effects[kind]}${place}${cause}: ${roundedBefore} → ${roundedAfter}`
}
