import type { Comparison } from '../comparison.js'
import type { ChoiceItem } from './format.js'

/** One option is a name; with `multiple` each set of options is a name of its own. */
export function choiceComparison(item: ChoiceItem): Comparison {
  const ids = item.options.map(({ id }) => id)
  if (!item.multiple)
    return { scale: { kind: 'names', names: ids }, numberOf: ({ value }) => ids.indexOf(String(value)) }
  const places = new Map<string, number>()
  const names: string[] = []
  return {
    scale: { kind: 'names', names },
    numberOf: ({ options = [] }) => {
      const name = ids.filter((id) => options.includes(id)).join('+')
      const known = places.get(name)
      if (known !== undefined) return known
      places.set(name, names.length)
      return names.push(name) - 1
    },
  }
}
