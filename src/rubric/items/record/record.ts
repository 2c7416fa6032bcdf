import { isCivilDate } from '../../../documents/time/civil-date.js'
import { DATE_PATTERN } from '../../../documents/time/date-pattern.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import { reportOption } from '../choice/earn.js'
import { numberMeant } from '../ratings/number-meant.js'
import type { RatingPath, RecordReader, ReportIssue } from '../ratings/reading.js'
import type { RecordItem } from './format.js'

type Accepts = RecordReader['accepts']

/** A rating is a value of the item's input. */
export function recordReader(item: RecordItem): RecordReader {
  const { input, required = false } = item
  return { accepts: ACCEPTS[input](item), isRequired: required, takesAnyText: input === 'text', hasApplicability: true }
}

const ACCEPTS: { readonly [Input in RecordItem['input']]: (item: RecordItem) => Accepts } = {
  text: (item) => (rating, path, report) =>
    typeof rating === 'string' || refuseType(item, 'string', rating, path, report),
  number: (item) => (rating, path, report) =>
    (typeof rating === 'number' && Number.isFinite(rating)) ||
    refuseType(item, 'number', rating, path, report, numberMeant(rating)),
  date: (item) => (rating, path, report) => {
    if (typeof rating !== 'string' || !DATE_PATTERN.test(rating))
      return refuseType(item, '"YYYY-MM-DD"', rating, path, report)
    if (isCivilDate(rating)) return true
    report({ code: 'document/date', path, received: excerptOf(rating) })
    return false
  },
  choice: (item) => {
    const ids = (item.options ?? []).map(({ id }) => id)
    return (rating, path, report) => {
      if (typeof rating === 'string' && ids.includes(rating)) return true
      reportOption(rating, ids, item, path, report)
      return false
    }
  },
}

function refuseType(
  { id }: RecordItem,
  expected: string,
  rating: unknown,
  path: RatingPath,
  report: ReportIssue,
  suggestion: { readonly suggestion?: string } = {},
): false {
  report({
    code: 'evaluation/rating-type',
    path,
    expected,
    received: excerptOf(rating),
    ...suggestion,
    details: { item: id },
  })
  return false
}
