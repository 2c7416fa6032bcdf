import type { Language } from '../../../issues/index.js'
import { textIn } from '../../../issues/text.js'
import type { SamplingDesign } from '../../../sampling/index.js'

/** The title of a dimension of strata: that of the slots, or of the column; its id where it has none. */
export function dimensionTitle(design: SamplingDesign, name: string, language: Language): string {
  const slots = design.strata?.find((dimension) => typeof dimension !== 'string' && dimension.id === name)
  const title = typeof slots === 'object' ? slots.title : new Map(Object.entries(design.fields)).get(name)?.title
  return title === undefined ? name : textIn(title, language)
}
