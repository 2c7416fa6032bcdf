import type { Text } from '../../issues/text.js'
import { formOf } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import type { ExplainedNode, ExplainedScore } from './explanation.js'

type Titles = ReadonlyMap<string, Text>

/** Titles by id of everything that an explanation names; what has no title is absent. */
export interface ExplanationTitles {
  readonly rubric: Text | undefined
  /** Sections and items. */
  readonly nodes: Titles
  /** Vetoes, gates and bonuses. */
  readonly rules: Titles
  readonly bands: Titles
  readonly actions: Titles
  /** Facts by their descriptions. */
  readonly facts: Titles
  /** By item id, then by option id. */
  readonly options: ReadonlyMap<string, Titles>
}

/** Collects titles from the explanation, and from the rubric where it is given. */
export function explanationTitles({ explanation }: ExplainedScore, rubric: Rubric | undefined): ExplanationTitles {
  return {
    rubric: rubric?.title,
    nodes: titlesById(nodesOf(explanation.tree)),
    rules: titlesById(explanation.rules),
    bands: titlesById(rubric?.result.bands),
    actions: titlesById(rubric?.actions),
    facts: titlesById(Object.entries(rubric?.facts ?? {}).map(([id, { description }]) => titled(id, description))),
    options: new Map(
      (rubric ? formOf(rubric).items : []).flatMap(({ id, source }) =>
        'options' in source ? [[id, titlesById(source.options)] as const] : [],
      ),
    ),
  }
}

interface Titled {
  readonly id: string
  readonly title?: Text
}

function titled(id: string, title: Text | undefined): Titled {
  return title === undefined ? { id } : { id, title }
}

function titlesById(parts: readonly Titled[] = []): Titles {
  return new Map(parts.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title] as const])))
}

function nodesOf(nodes: readonly ExplainedNode[]): readonly ExplainedNode[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children ?? [])])
}
