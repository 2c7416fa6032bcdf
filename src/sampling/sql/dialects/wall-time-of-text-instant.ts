/** Wall time, or RFC 3339 with an offset under 16 hours, which is as far as engines read. */
const TEXT_INSTANT =
  '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?|:[0-5][0-9]([.][0-9]{1,9})?(Z|[+-](0[0-9]|1[0-5]):[0-5][0-9]))?$'

/** Differences between the engines that read instants from text. */
export interface TextInstantForms {
  readonly matches: (text: string, pattern: string) => string
  readonly text: (value: string) => string
  readonly wallTime: (moment: string, zone: string) => string
}

/**
 * Returns SQL for the wall time of an instant that is kept as text. Days that do not exist are found by arithmetic,
 * since casts would end the query; parts of a second are cut off before a cast could round them up to the next slot.
 */
export function wallTimeOfTextInstant(text: string, zone: string, forms: TextInstantForms): string {
  const part = (from: number, length: number): string => `CAST(substr(${text}, ${from}, ${length}) AS integer)`
  const year = part(1, 4)
  const lastDay = [
    'CASE',
    `WHEN substr(${text}, 6, 2) IN ('04', '06', '09', '11') THEN 30`,
    `WHEN substr(${text}, 6, 2) <> '02' THEN 31`,
    `WHEN ${year} % 400 = 0 OR (${year} % 4 = 0 AND ${year} % 100 <> 0) THEN 29`,
    'ELSE 28 END',
  ].join(' ')
  const hasOffset = forms.matches(text, '(Z|[+-][0-9]{2}:[0-9]{2})$')
  const hasOffsetAfterTime = `length(${text}) > 19 AND ${hasOffset}`
  const moment = `CAST(regexp_replace(${text}, '[.][0-9]+', '') AS timestamp with time zone)`
  const wall = `CAST(substr(${text}, 1, 10) || ' ' || substr(${text}, 12, 5) || ':' || CASE WHEN length(${text}) > 16 THEN substr(${text}, 18, 2) ELSE '00' END AS timestamp)`
  return [
    `CASE WHEN NOT ${forms.matches(text, TEXT_INSTANT)} THEN NULL`,
    `WHEN ${year} = 0 OR ${part(9, 2)} > ${lastDay} THEN NULL`,
    `WHEN ${hasOffsetAfterTime} THEN CASE WHEN ${year} < 9999 THEN ${forms.wallTime(moment, zone)} END`,
    `ELSE ${wall} END`,
  ].join(' ')
}
