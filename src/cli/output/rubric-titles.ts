import type { Language } from '../../issues/index.js'
import { type Text, textIn } from '../../issues/text.js'
import { formOf } from '../../rubric/format/form.js'
import type { Rubric } from '../../rubric/index.js'

/** Titles of a rubric's parts in a language, by id; the id where a part has no title. */
export interface RubricTitles {
  readonly businessType: (id: string) => string
  /** A section or an item. */
  readonly node: (id: string) => string
  readonly veto: (id: string) => string
  readonly gate: (id: string) => string
  readonly bonus: (id: string) => string
  readonly band: (id: string) => string
}

export function rubricTitles(rubric: Rubric, language: Language): RubricTitles {
  const of = (list: readonly { readonly id: string; readonly title?: Text }[] = []): ((id: string) => string) => {
    const titles = new Map(
      list.flatMap(({ id, title }) => (title === undefined ? [] : [[id, textIn(title, language)]])),
    )
    return (id) => titles.get(id) ?? id
  }
  const { byId } = formOf(rubric)
  return {
    businessType: of(rubric.businessTypes),
    node: of([...byId.values()].map(({ source }) => source)),
    veto: of(rubric.vetoes),
    gate: of(rubric.gates),
    bonus: of(rubric.bonuses),
    band: of(rubric.result.bands),
  }
}
