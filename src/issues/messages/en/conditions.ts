import { expected, isRange, quote, received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, didYouMean, join, literal, meantOr, range, subject, typeWords } from './phrases.js'

/** Sentences of `conditions/...`. */
export const conditionsSentences: SentencesOf<'conditions'> = {
  'conditions/kind': (issue) =>
    join(
      'A condition has exactly one of "all", "any", "not", "condition" and "fact".',
      issue.suggestion === undefined ? after('Given is ', received(issue), '.') : didYouMean(issue),
      'Correct the keys.',
    ),
  'conditions/bare-leaf': () => 'The outermost condition has to be a group. Put it into {"all": [...]}.',
  'conditions/unknown-operator': (issue) =>
    join(`${subject('operator', received(issue))} is not known.`, meantOr(issue, 'Known are'), 'Correct it.'),
  'conditions/unknown-fact': (issue) =>
    join(
      `${subject('fact', received(issue))} is not known here.`,
      issue.expected === '' ? 'None is declared.' : meantOr(issue, 'Known are'),
      `Correct the name, or declare it under "${issue.details.declaredIn ?? 'facts'}".`,
    ),
  'conditions/not-visible': (issue) =>
    `${received(issue) ?? 'This name'} depends on ratings and cannot be used in "appliesWhen" and "rateWhen". Use facts or businessType here.`,
  'conditions/unknown-condition': (issue) =>
    join(
      `${subject('condition', received(issue))} is not declared.`,
      issue.expected === '' ? 'None is.' : meantOr(issue, 'Declared are'),
      'Correct the name, or declare it under "conditions".',
    ),
  'conditions/cycle': (issue) =>
    `${subject('condition', received(issue))} refers to itself, directly or through others. Remove one of the references.`,
  'conditions/too-deep': (issue) =>
    `The condition is nested deeper than ${issue.details.maximum} levels. Nest it less deeply.`,
  'conditions/too-many': (issue) =>
    `The condition has more parts or values than the ${issue.details.maximum} allowed. Make it smaller.`,
  'conditions/operand': (issue) =>
    join(
      `${subject('operator', quote(issue.details.operator))} does not fit: it would need ${typeWords(issue.expected) ?? 'another type'}${after(', but gets ', typeWords(received(issue)))}.`,
      'Correct the operator, the fact or the value.',
    ),
  'conditions/unknown-value': (issue) =>
    join(
      `${subject('fact', quote(issue.details.fact))} is never ${received(issue) ?? 'this value'}.`,
      meantOr(issue, 'Possible are'),
      'Correct the value.',
    ),
  'conditions/path': (issue) => {
    if (issue.expected === '$.id')
      return `${received(issue) ?? 'This name'} needs a "path" that names one of its members. Add it, such as "path": "$.greeting".`
    if (issue.expected === 'list | object')
      return `A "path" reaches into lists and objects only${after(', but the fact is ', typeWords(received(issue)))}. Remove the "path".`
    return join(
      `${subject('path', received(issue))} cannot be read.`,
      `Write it like ${expected(issue) ?? '$.a.b[0]'}${after(', with at most ', issue.details.maximum, ' steps')}.`,
    )
  },
  'conditions/fact-unavailable': (issue) =>
    `The fact could not be obtained${after(': ', received(issue))}. Check its source, or pass the value yourself.`,
  'conditions/fact-type': (issue) =>
    join(
      `The fact should be ${typeWords(issue.expected) ?? 'of another type'}${after(', but is ', received(issue))}.`,
      literal(issue) || 'Correct it, or leave the fact out.',
    ),
  'conditions/fact-value': (issue) =>
    join(
      `The fact's value${after(' ', received(issue))} is not as declared.`,
      isRange(issue.expected) ? after('It has to be ', range(issue.expected), '.') : meantOr(issue, 'Possible are'),
      'Correct it, or leave the fact out.',
    ),
}
