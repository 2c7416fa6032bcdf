import type { DocumentWords } from '../document-words.js'
import { didYouMean } from './did-you-mean.js'

export const documentWords: DocumentWords = {
  sound: (file, kind, id, version) => `${file}: ok, ${kind.replace('-', ' ')} ${id} ${version}`,
  unknownSchema: (name, known, suggestion) =>
    `There is no schema "${name}".${didYouMean(suggestion)} Known are: ${known}.`,
  initId: (id) =>
    `"${id}" cannot be the id of a rubric. Use letters of any script, digits, _ and -, with a letter or digit first.`,
  unknownReady: (name, known, suggestion) =>
    `There is no ready rubric "${name}".${didYouMean(suggestion)} Known are: ${known}.`,
  fileExists: (file) => `${file} is there already and was left as it is. Choose another name.`,
  initDone: (file, from, schema) =>
    `${file}: ${from === undefined ? 'a starter rubric' : `a copy of ${from}`}${schema === undefined ? '' : `; ${schema}: its schema, by which editors complete and check it`}. Edit it, then: callgrade check --strict ${file}`,
}
