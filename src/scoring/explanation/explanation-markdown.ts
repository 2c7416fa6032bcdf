import { escapeMarkdown } from '../../documents/escape-markdown.js'
import type { Text } from '../../documents/text.js'
import type { Language } from '../../issues/issue.js'
import { formOf } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import type { Rating } from '../evaluation/evaluation.js'
import { Describer, percentOf } from './describer.js'
import type { ExplainedNode, ExplainedScore } from './explanation.js'

/** Options of `explanationMarkdown`. */
export interface ExplanationMarkdownOptions {
  /** Language of the sentences, and of titles that are given in several languages. */
  readonly language: Language
  /**
   * The rubric of the score, for the titles of the rubric itself, options, bands and actions, which a score names by
   * id. @defaultValue ids are shown
   */
  readonly rubric?: Rubric
}

/**
 * Writes an explained score as Markdown for people: a table of the form with the points of every part, the rules
 * that fired or were marked, and a table of effects with the total before and after. Titles are shown instead of ids
 * wherever there is one; texts from documents are escaped.
 * @param explained - from `Scorer.explain`
 * @returns a chapter with a heading of the second level, without a line feed at the end
 */
export function explanationMarkdown(
  explained: ExplainedScore,
  { language, rubric }: ExplanationMarkdownOptions,
): string {
  const describer = new Describer({ language, escapeText: escapeMarkdown })
  const { words } = describer
  const { weights, tree, rules, effects } = explained.explanation
  const { headings } = words
  const titles = rubric ? titlesOf(rubric) : NO_TITLES
  const ruleTitles = new Map(rules.map(({ id, title }) => [id, title]))
  const nodeTitles = new Map(nodesOf(tree).map(({ id, title }) => [id, title]))
  const ruleLines = rules.flatMap((rule) => {
    const outcome = describer.outcome(rule)
    return outcome === undefined
      ? []
      : [`- ${words.kinds[rule.kind]} **${describer.title(rule.title, rule.id)}**: ${outcome}`]
  })
  const effectRows = effects.map(({ kind, rule, section, roundedBefore, roundedAfter }) => [
    section === undefined
      ? words.effects[kind]
      : `${words.effects[kind]}: ${describer.title(nodeTitles.get(section), section)}`,
    rule === undefined ? '' : describer.title(ruleTitles.get(rule), rule),
    String(roundedBefore),
    String(roundedAfter),
  ])
  const { evaluationId, rubricVersion, score, verdict, band, actions } = explained
  const result = words.result({
    score,
    verdict,
    band: band === null ? undefined : describer.title(titles.bands.get(band), band),
    actions: actions.map((action) => describer.title(titles.actions.get(action), action)),
  })
  return [
    `## ${words.head(escapeMarkdown(evaluationId), describer.title(rubric?.title, explained.rubric), escapeMarkdown(rubricVersion))}`,
    `**${result}**`,
    describer.weights(weights),
    table(
      [headings.part, headings.points, headings.share, headings.lost, headings.reason],
      ['---', '---:', '---:', '---:', '---'],
      formRows(tree, 0, describer, titles),
    ),
    words.rawScore(explained.rawScore),
    ...(ruleLines.length > 0 ? [`### ${headings.rules}`, ruleLines.join('\n')] : []),
    ...(effectRows.length > 0
      ? [
          `### ${headings.effects}`,
          table(
            [headings.effect, headings.rule, headings.before, headings.after],
            ['---', '---', '---:', '---:'],
            effectRows,
          ),
        ]
      : []),
  ].join('\n\n')
}

function formRows(
  nodes: readonly ExplainedNode[],
  depth: number,
  describer: Describer,
  titles: Titles,
): (readonly string[])[] {
  const { words } = describer
  return nodes.flatMap((node) => {
    const title = describer.title(node.title, node.id)
    const optionTitles = titles.options.get(node.id)
    const why = describer.why(node.why, (rating) => ratingText(rating, optionTitles, describer))
    const isCounted = node.status === 'scored' || node.status === 'no-weight'
    const reason = node.status === 'recorded' ? why || words.recorded : why
    return [
      [
        `${'&emsp;'.repeat(depth)}${node.kind === 'section' ? `**${title}**` : title}`,
        isCounted ? String(node.roundedPoints) : '',
        isCounted ? `${percentOf(node.share)} %` : '',
        isCounted ? String(node.roundedLost) : '',
        [reason, node.status === 'no-weight' ? words.noWeight : ''].filter((part) => part !== '').join(words.separator),
      ],
      ...formRows(node.children ?? [], depth + 1, describer, titles),
    ]
  })
}

/** A rating with option titles in place of ids. */
function ratingText(rating: Rating, options: ReadonlyMap<string, Text> | undefined, describer: Describer): string {
  const ids = typeof rating === 'string' ? [rating] : Array.isArray(rating) ? rating : undefined
  if (!options || !ids?.every((id) => typeof id === 'string')) return JSON.stringify(rating)
  return ids.map((id) => describer.plainTitle(options.get(id), id)).join(describer.words.listSeparator)
}

function table(header: readonly string[], rule: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function nodesOf(nodes: readonly ExplainedNode[]): readonly ExplainedNode[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children ?? [])])
}

/** Titles of the parts that a score names by id alone. */
interface Titles {
  readonly bands: ReadonlyMap<string, Text | undefined>
  readonly actions: ReadonlyMap<string, Text | undefined>
  /** By item id, then by option id. */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, Text>>
}

const NO_TITLES: Titles = { bands: new Map(), actions: new Map(), options: new Map() }

function titlesOf(rubric: Rubric): Titles {
  const byId = (named: readonly { readonly id: string; readonly title?: Text }[] = []) =>
    new Map(named.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title] as const])))
  return {
    bands: byId(rubric.result.bands),
    actions: byId(rubric.actions),
    options: new Map(
      formOf(rubric).items.flatMap(({ id, source }) =>
        'options' in source ? [[id, byId(source.options)] as const] : [],
      ),
    ),
  }
}
