import { excerptOf } from '../../../issues/excerpt-of.js'
import type { RecordReader } from '../ratings/reading.js'
import type { TextItem } from './format.js'

/** A rating is any text. */
export function textReader({ id }: TextItem): RecordReader {
  return {
    isRequired: false,
    takesAnyText: true,
    hasApplicability: false,
    accepts: (rating, path, report) => {
      if (typeof rating === 'string') return true
      report({
        code: 'evaluation/rating-type',
        path,
        expected: 'string',
        received: excerptOf(rating),
        details: { item: id },
      })
      return false
    },
  }
}
