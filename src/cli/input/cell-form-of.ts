import type { CellForm } from '../../sampling/index.js'
import { WrongUse } from '../faults/wrong-use.js'
import type { Words } from '../words/words.js'

/**
 * How the cells of files of calls are written: as CSV or as JSON.
 * @throws WrongUse where the files differ in it
 */
export function cellFormOf(files: readonly string[], words: Words): CellForm {
  const forms = new Set(files.map((file) => (/\.(jsonl|ndjson|json)$/i.test(file) ? 'values' : 'text')))
  if (forms.size > 1) throw new WrongUse(words.sampling.mixedForms)
  return forms.has('values') ? 'values' : 'text'
}
