import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { excerptOf } from '../../issues/excerpt-of.js'
import { MAXIMUM_ISSUES } from './maximum-issues.js'
import type { TextFault } from './text-fault.js'

/** Finds the faults of a text that JSON.parse rejects, by a tolerant parser: the first one, and every missing comma. */
export function syntaxFaults(text: string): readonly TextFault[] {
  const errors: ParseError[] = []
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const faults: TextFault[] = []
  let isReported = false
  for (const error of errors.slice(0, MAXIMUM_ISSUES)) {
    const received = excerptOf(text.slice(error.offset, error.offset + Math.max(1, Math.min(error.length, 20))))
    const reason = printParseErrorCode(error.error)
    if (reason === 'CommaExpected') {
      // The comma is missing behind the value before, not at the start of the next line.
      let offset = error.offset
      while (/\s/.test(text[offset - 1] ?? 'x')) offset--
      faults.push({ code: 'document/missing-comma', offset, expected: ',', received })
    } else if (!isReported) {
      isReported = true
      faults.push({
        code: 'document/syntax',
        offset: error.offset,
        expected: EXPECTED_BY_ERROR[reason] ?? 'JSON',
        received,
      })
    }
  }
  if (faults.length === 0)
    faults.push({ code: 'document/syntax', offset: 0, expected: 'JSON', received: excerptOf(text.slice(0, 20)) })
  return faults
}

/** Notation of the expected token, by the parser's name of the error. */
const EXPECTED_BY_ERROR: Readonly<Record<string, string>> = {
  InvalidSymbol: 'true | false | null | number | "..."',
  InvalidNumberFormat: 'number',
  PropertyNameExpected: '"key"',
  ValueExpected: 'value',
  ColonExpected: ':',
  CloseBraceExpected: '}',
  CloseBracketExpected: ']',
  EndOfFileExpected: 'end of text',
  UnexpectedEndOfString: '"',
  UnexpectedEndOfNumber: 'number',
  InvalidUnicode: '\\uHHHH',
  InvalidEscapeCharacter: '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uHHHH',
  InvalidCharacter: '\\n | \\t',
}
