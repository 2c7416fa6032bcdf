import { operatorSymbol } from '../../conditions/operators/operator-symbol.js'
import { parseFactPath } from '../../conditions/parse-fact-path.js'
import { escapeMarkdown } from '../../documents/escape-markdown.js'
import type { Language } from '../../issues/issue.js'
import { type Text, textIn } from '../../issues/text.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import type { Rating } from '../evaluation/evaluation.js'
import { Describer, percentOf } from './describer.js'
import type { ExplainedNode, ExplainedScore } from './explanation.js'
import { type ExplanationTitles, explanationTitles } from './explanation-titles.js'
import { wordsIn } from './words/words-in.js'

/** Options of `explanationMarkdown`. */
export interface ExplanationMarkdownOptions {
  /** Language of the sentences, and of titles that are given in several languages. */
  readonly language: Language
  /**
   * The rubric of the score, for the titles of the rubric itself, options, bands, actions and facts, which a score
   * names by id. @defaultValue ids are shown
   */
  readonly rubric?: Rubric
}

/**
 * Writes an explained score as Markdown for people: a table of the form with the points of every part, the rules
 * that fired or were marked, and a table of effects with the total before and after. Titles are shown instead of ids
 * wherever there is one; texts from documents are escaped.
 * @param explained - from `Scorer.explain`
 * @param options - language of the sentences and titles, and the rubric where the text names its parts
 * @returns a chapter with a heading of the second level, without a line feed at the end
 */
export function explanationMarkdown(
  explained: ExplainedScore,
  { language, rubric }: ExplanationMarkdownOptions,
): string {
  const titles = explanationTitles(explained, rubric)
  const words = wordsIn(language)
  const describer = new Describer({
    language,
    escapeText: escapeMarkdown,
    factName: (fact, path) => factName(fact, path, titles, language),
    operatorText: operatorSymbol,
  })
  const { weights, tree, rules, effects } = explained.explanation
  const { headings } = words
  const ruleLines = rules.flatMap((rule) => {
    const outcome = describer.outcome(rule)
    return outcome === undefined
      ? []
      : [`- ${words.kinds[rule.kind]} **${describer.title(rule.title, rule.id)}**: ${outcome}`]
  })
  const effectRows = effects.map(({ kind, rule, section, roundedBefore, roundedAfter }) => [
    section === undefined
      ? words.effects[kind]
      : `${words.effects[kind]}: ${describer.title(titles.nodes.get(section), section)}`,
    rule === undefined ? '' : describer.title(titles.rules.get(rule), rule),
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
    `## ${words.head(escapeMarkdown(evaluationId), describer.title(titles.rubric, explained.rubric), escapeMarkdown(rubricVersion))}`,
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
  titles: ExplanationTitles,
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

/** Writes a rating with option titles in place of ids. */
function ratingText(rating: Rating, options: ReadonlyMap<string, Text> | undefined, describer: Describer): string {
  const ids = typeof rating === 'string' ? [rating] : Array.isArray(rating) ? rating : undefined
  if (!options || !ids?.every((id) => typeof id === 'string')) return JSON.stringify(rating)
  return ids.map((id) => describer.plainTitle(options.get(id), id)).join(describer.words.listSeparator)
}

/** Names the operand of a condition: the title of an item or section, the description of a fact. */
function factName(fact: string, path: string | undefined, titles: ExplanationTitles, language: Language): string {
  const { conditionFacts } = wordsIn(language)
  if (fact === 'rawScore' || fact === 'businessType') return conditionFacts[fact]
  if (fact === 'ratings' || fact === 'sections') {
    const [id] = path === undefined ? [] : (parseFactPath(path) ?? [])
    const title = titles.nodes.get(String(id))
    if (title !== undefined) return textIn(title, language)
  }
  const title = titles.facts.get(fact)
  return `${title === undefined ? fact : textIn(title, language)}${path ?? ''}`
}

function table(header: readonly string[], rule: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
