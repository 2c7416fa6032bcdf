import { codePoint, expected, type Facts, oneLine, received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, join, literal, meantOr, range, subject, typeWords } from './phrases.js'

/** Sentences of `document/...`. */
export const documentSentences: SentencesOf<'document'> = {
  'document/not-json': (issue) =>
    join(
      issue.received === 'nothing'
        ? 'The document is empty.'
        : `The document is not JSON${after(': it begins with ', received(issue))}.`,
      'A JSON document starts with {. Check that the right file was chosen.',
    ),
  'document/syntax': (issue) => (SYNTAX[issue.expected ?? ''] ?? syntaxInGeneral)(sourceText(issue)),
  'document/missing-comma': (issue) =>
    `A comma is missing here${after(', before ', sourceText(issue))}. Add it after the value before.`,
  'document/trailing-comma': () => 'There is a comma after the last value. Remove it.',
  'document/comment': (issue) =>
    `JSON has no comments${after(', but here is ', oneLine(received(issue)))}. Remove it, or put the remark under the key "note".`,
  'document/full-width': (issue) =>
    issue.suggestion === ' '
      ? `There is a special or invisible space here${after(' (', codePoint(received(issue)), ')')}. Replace it with an ordinary space, or remove it.`
      : join(
          `${subject('character', received(issue))} is full-width or typographic, which JSON does not know.`,
          `Type ${issue.suggestion ?? 'the half-width one'} instead.`,
        ),
  'document/unbalanced': (issue) => {
    const opened = issue.expected === '}' ? 'The {' : issue.expected === ']' ? 'The [' : 'A bracket'
    const line = after(' of line ', issue.details.openedLine)
    if (issue.expected === 'end of text')
      return `${subject('bracket', received(issue))} closes nothing. Remove it, or add the bracket that opens it.`
    if (issue.received === 'end of text')
      return `${opened}${line} is never closed. Add ${expected(issue) ?? 'the closing bracket'} where it ends.`
    return join(
      `${opened}${line} is closed by the wrong bracket${after(': ', received(issue))}.`,
      `Write ${expected(issue) ?? 'the matching one'}, or add the one that is missing.`,
    )
  },
  'document/duplicate-key': (issue) =>
    `${subject('key', received(issue))} stands twice in the same object, first in line ${issue.details.firstLine}. Keep one of the two.`,
  'document/forbidden-key': (issue) => `${subject('key', received(issue))} is not allowed. Rename it, or remove it.`,
  'document/number-precision': (issue) =>
    join(
      issue.suggestion === undefined
        ? `${subject('number', received(issue))} is too large or has too many digits.`
        : `${subject('number', received(issue))} has more digits than can be kept; it would become ${issue.suggestion}.`,
      'Shorten it, or put it in double quotes if it is an id.',
    ),
  'document/too-large': (issue) => {
    const maximum = issue.details.maximum
    const size = received(issue)
    return join(
      `${size === undefined ? `The document has more values than ${maximum}` : `The document has ${size} characters, more than ${maximum}`}.`,
      'Split it into smaller ones.',
    )
  },
  'document/too-deep': (issue) =>
    `Objects and lists are nested deeper here than ${issue.details.maximum} levels. Nest them less deeply.`,
  'document/not-plain': (issue) => {
    const given = received(issue)
    if (issue.expected === 'no cycle')
      return 'The value contains itself, which JSON cannot express. Pass data without circular references.'
    if (given?.startsWith('"'))
      return `The value could not be read: ${given}. Pass plain data without getters or proxies that throw.`
    return `${given ?? 'This value'} cannot be expressed in JSON. Pass plain data: objects, lists, texts, finite numbers, true, false, null.`
  },
  'document/wrong-format': (issue) =>
    join(
      `${received(issue) === undefined ? 'The format is not the right one' : `The format ${received(issue)} cannot be read here`}${after('; expected is ', expected(issue))}.`,
      'Check that the right file was chosen, or correct "format".',
    ),
  'document/missing-key': (issue) => {
    const key = issue.path.at(-1)
    const holder = issue.path[0]
    if (key === 'from' && (holder === 'effective' || holder === 'weightAdjustments'))
      return 'The period has neither "from" nor "through". Add one of them or both, as "YYYY-MM-DD".'
    return join(
      `${typeof key === 'string' ? `The key "${key}"` : 'A key'} is missing.`,
      `Add it${issue.expected === 'value' ? '' : after('; its value is ', typeWords(issue.expected))}.`,
    )
  },
  'document/unknown-key': (issue) =>
    join(
      `${subject('key', received(issue))} is not known here.`,
      meantOr(issue, 'Known are'),
      'Rename it, or remove it.',
    ),
  'document/type': (issue) => {
    const wanted = issue.expected === 'value' ? undefined : typeWords(issue.expected)
    return join(
      `The value should be ${wanted ?? 'of another type'}${after(', but is ', received(issue))}.`,
      literal(issue) || 'Correct it.',
    )
  },
  'document/value': (issue) =>
    join(`${subject('value', received(issue))} is not possible here.`, meantOr(issue, 'Possible are'), 'Correct it.'),
  'document/range': (issue) =>
    `${subject('number', received(issue))} is out of range. Enter a number${after(' ', range(issue.expected)) || ' within the limits'}.`,
  'document/empty': (issue) =>
    `${issue.received === '[]' ? 'The list' : issue.received === '""' ? 'The text' : 'This value'} is empty. Fill it, or remove the key if it is optional.`,
  'document/too-many': (issue) =>
    `The list or text is too long${after(': the length has to be ', expected(issue))}. Shorten it.`,
  'document/id': (issue) =>
    `${received(issue) ?? 'This'} cannot be an id. Use letters of any script, digits, "-" and "_", without spaces, and begin with a letter or a digit.`,
  'document/date': (issue) =>
    `${received(issue) ?? 'This'} is not a date of the calendar. Write it as "YYYY-MM-DD", such as "2026-03-01".`,
  'document/time': (issue) =>
    `${received(issue) ?? 'This'} is not a time of day. Write hours and minutes as "HH:MM", from "00:00" to "24:00".`,
  'document/digest': (issue) =>
    `${received(issue) ?? 'This'} is not a SHA-256. It has 64 digits from 0 to 9 and a to f; copy it anew from where it comes.`,
  'document/instant': (issue) =>
    `${received(issue) ?? 'This'} is not a point in time. Write date, time and offset, such as "2026-03-01T09:30:00+08:00".`,
  'document/time-zone': (issue) =>
    `${subject('time zone', received(issue))} is not known. Write an IANA name, such as "Asia/Shanghai".`,
  'document/period-order': (issue) =>
    join(
      `The period ends before it begins${after(': "through" is ', received(issue))}.`,
      `Enter a last day${after(' that is ', expected(issue)) || ' not before the first'}.`,
    ),
}

/** Faults of JSON's grammar, by what the parser would have taken. */
const SYNTAX: Readonly<Record<string, (found: string | undefined) => string>> = {
  '"': () => 'A text is not closed before its line ends. Add the closing "; a line break within a text is written \\n.',
  '"key"': (found) =>
    `A key is missing here${after(', before ', found)}. Write it in double quotes, or remove the comma before.`,
  value: (found) => `A value is missing here${after(', before ', found)}. Add it, or remove what announces it.`,
  ':': (found) => `The colon between key and value is missing${after(', before ', found)}. Write "key": value.`,
  '}': (found) => `The closing } is missing here${after(', before ', found)}. Add it.`,
  ']': (found) => `The closing ] is missing here${after(', before ', found)}. Add it.`,
  'end of text': (found) =>
    `The document is already complete${after(' before ', found)}. Remove what follows, or check the brackets before it.`,
  number: (found) => `${found ?? 'This'} is not a number in JSON. Write it like 5 or 0.5.`,
  'true | false | null | number | "..."': (found) =>
    `${found ?? 'This'} is not a value in JSON. Put keys and texts in double quotes; other values are numbers, true, false and null.`,
  '\\uHHHH': () => 'The escape \\u needs four hexadecimal digits. Complete it, or write the character itself.',
  '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uHHHH': () =>
    'A backslash stands before a character that it cannot precede. Write \\\\ for the backslash itself.',
  '\\n | \\t': () =>
    'A text contains a tab or another control character. Write \\t for a tab and \\n for a line break.',
}

function syntaxInGeneral(found: string | undefined): string {
  return `The text is not valid JSON here${after(': ', found)}. Check the quotes, commas and brackets around it.`
}

/** A piece of a JSON text is excerpted as a JSON string; shown as it stands in the text, its quotes are its own. */
function sourceText(issue: Facts): string | undefined {
  const excerpt = received(issue)
  if (excerpt === undefined) return undefined
  try {
    const text: unknown = JSON.parse(excerpt)
    return typeof text === 'string' ? after('`', oneLine(text), '`') || undefined : excerpt
  } catch {
    return excerpt
  }
}
