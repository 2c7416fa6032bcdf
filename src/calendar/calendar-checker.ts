import { once } from '../documents/once.js'
import { type RecordChecker, type RecordFields, recordChecker, recordField } from '../documents/record-checker.js'
import {
  dateField,
  fittingField,
  noteField,
  optionalField,
  type RecordField,
  textField,
  uncheckedField,
} from '../documents/record-fields.js'
import { isCivilDate } from '../documents/time/civil-date.js'
import { DATE_PATTERN } from '../documents/time/date-pattern.js'
import { TIME_PATTERN } from '../documents/time/time-pattern.js'
import { alternatives } from '../issues/alternatives.js'
import { excerptOf } from '../issues/excerpt-of.js'
import { WEEKDAYS } from './weekdays.js'

const FORMAT = 'callgrade/calendar@1'

/**
 * The shape of a calendar that was parsed elsewhere, such as on a server. Does without the schema, so that an
 * application that only works out deadlines holds neither zod nor the reader of JSON texts.
 */
export const calendarChecker: () => RecordChecker<unknown> = /* @__PURE__ */ once(() => {
  const period = { from: dateField(), through: dateField(), note: noteField() }
  return recordChecker({
    $schema: uncheckedField(),
    format: formatField(),
    id: textField(),
    version: textField(),
    title: fittingField('"..." | {"zh-CN": "...", "en": "..."}', isTitle),
    note: noteField(),
    timeZone: optionalField(textField()),
    valid: recordField(recordChecker(period)),
    weekend: listOf(alternatives(WEEKDAYS), (value) => WEEKDAYS.some((weekday) => weekday === value)),
    workingHours: listOf('["HH:MM", "HH:MM"]', isHours, 1),
    holidays: optionalField(recordListField(recordChecker({ ...period, title: noteField() }))),
    makeUpWorkdays: optionalField(listOf('YYYY-MM-DD', isDate)),
  } satisfies RecordFields)
})

function formatField(): RecordField<string, true> {
  return {
    isRequired: true,
    expected: JSON.stringify(FORMAT),
    faultsOf: (value) =>
      value === FORMAT
        ? undefined
        : [
            {
              code: 'document/wrong-format',
              path: [],
              expected: JSON.stringify(FORMAT),
              received: excerptOf(value),
            },
          ],
  }
}

/** @param expected - form of an element */
function listOf(expected: string, fits: (element: unknown) => boolean, least = 0): RecordField<unknown, true> {
  return fittingField(
    `[${expected}, …]`,
    (value): value is unknown => Array.isArray(value) && value.length >= least && value.every(fits),
  )
}

function recordListField({ faultsOf }: RecordChecker<unknown>): RecordField<unknown, true> {
  return {
    isRequired: true,
    expected: 'list',
    faultsOf: (value) => {
      if (!Array.isArray(value))
        return [{ code: 'document/type', path: [], expected: 'list', received: excerptOf(value) }]
      const faults = value.flatMap((element: unknown, index) =>
        faultsOf(element).map((fault) => ({ ...fault, path: [index, ...fault.path] })),
      )
      return faults.length > 0 ? faults : undefined
    },
  }
}

function isTitle(value: unknown): value is string | object {
  return (typeof value === 'string' && value !== '') || (typeof value === 'object' && value !== null)
}

function isHours(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((time) => typeof time === 'string' && TIME_PATTERN.test(time))
  )
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && DATE_PATTERN.test(value) && isCivilDate(value)
}
