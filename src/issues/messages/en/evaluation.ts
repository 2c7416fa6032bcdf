import type { IssueDetails } from '../../issue-details.js'
import { expected, isRange, quote, received, type WordsOf } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, join, literal, meantOr, range, span, subject, typeWords } from './phrases.js'

/** Sentences of `evaluation/...`. */
export const evaluationSentences: SentencesOf<'evaluation'> = {
  'evaluation/wrong-rubric': (issue) =>
    join(
      `The evaluation belongs to ${received(issue) === undefined ? 'another rubric' : `the rubric ${received(issue)}`}${after(', not to ', expected(issue))}.`,
      `Choose the matching rubric, or correct "rubric".`,
    ),
  'evaluation/wrong-version': (issue) =>
    join(
      `The evaluation is for ${received(issue) === undefined ? 'another version' : `version ${received(issue)}`} of the rubric${after(', not for ', expected(issue))}.`,
      `Choose the matching version, or correct "rubricVersion".`,
    ),
  'evaluation/business-type-missing': (issue) =>
    `The rubric needs a business type. Add "businessType"${after(', one of ', expected(issue))}.`,
  'evaluation/unknown-business-type': (issue) =>
    expected(issue) === undefined
      ? `The rubric declares no business types${after(', but the evaluation has ', received(issue))}. Remove "businessType".`
      : join(
          `${subject('business type', received(issue))} is not declared in the rubric.`,
          meantOr(issue, 'Declared are'),
          'Correct it.',
        ),
  'evaluation/date-missing': (issue) =>
    `The weights or the effective period depend on the date, and none is given. Add ${issue.path.at(-1) === 'date' ? '"date"' : '"callAt" or "period"'}.`,
  'evaluation/two-dates': () =>
    'Both "callAt" and "period" are given. Keep one: "callAt" for a call, "period" for several days.',
  'evaluation/outside-effective': (issue) =>
    join(
      `${subject(isRange(issue.received) ? 'period' : 'date', span(received(issue)))} is outside the effective period of the rubric${isRange(issue.expected) ? after(' (', span(issue.expected), ')') : ''}.`,
      `Use the rubric version of that time, or correct the ${isRange(issue.received) ? 'period' : 'date'}.`,
    ),
  'evaluation/straddles-adjustment': (issue) =>
    join(
      `The weights change within the period${after(' ', span(received(issue)))}, after ${issue.details.boundary}.`,
      'Split it there into two evaluations.',
    ),
  'evaluation/unknown-item': (issue) =>
    join(
      `${subject('item', received(issue))} is not in the rubric.`,
      meantOr(issue, 'It has'),
      'Correct the id, or remove the rating.',
    ),
  'evaluation/unanswered': (issue) =>
    `${subject('item', received(issue))} has no rating. Rate it${after(', or give the fact ', quote(issue.details.fact), ', from which its number is taken')}.`,
  'evaluation/rating-type': (issue) => {
    const item = quote(issue.details.item)
    return join(
      `The rating${after(' of item ', item)} should be ${typeWords(issue.expected) ?? 'of another form'}${after(', but is ', received(issue))}.`,
      literal(issue) || 'Correct it.',
    )
  },
  'evaluation/off-scale': (issue) =>
    join(
      `${received(issue) ?? 'This'} is not a level of the scale of item "${issue.details.item}".`,
      after('Its levels are ', expected(issue), '.'),
      'Choose one of its levels.',
    ),
  'evaluation/unknown-option': (issue) =>
    join(
      `${subject('option', received(issue))} does not exist in item "${issue.details.item}".`,
      meantOr(issue, 'Possible are'),
      'Choose an existing option.',
    ),
  'evaluation/repeated-option': (issue) =>
    `${subject('option', received(issue))} is chosen more than once in item "${issue.details.item}". Name each option once.`,
  'evaluation/unknown-fault': (issue) =>
    join(
      `${subject('fault', received(issue))} does not exist in item "${issue.details.item}".`,
      meantOr(issue, 'Possible are'),
      'Correct the id.',
    ),
  'evaluation/out-of-range': (issue) =>
    issue.expected?.startsWith('>=')
      ? `The count${after(' ', received(issue))} in item "${issue.details.item}" is not possible. Enter a whole number ${issue.expected}.`
      : join(
          `The number${after(' ', received(issue))} of item "${issue.details.item}" is out of range.`,
          `Enter a number${after(' ', range(issue.expected)) || ' within the limits'}.`,
        ),
  'evaluation/no-range': (issue) =>
    `No range of item "${issue.details.item}" covers the number${after(' ', received(issue))}. Correct the number, or add a range to the rubric.`,
  'evaluation/fact-differs': (issue) =>
    join(
      `The rating${after(' ', received(issue))} of item "${issue.details.item}" differs from the fact "${issue.details.fact}"${after(', which is ', expected(issue))}.`,
      'Remove the rating, or correct the fact.',
    ),
  'evaluation/not-applicable-refused': (issue) =>
    `"${issue.details.item}" may not be answered "na". Rate it, or set "mayBeNotApplicable": true for it in the rubric.`,
  'evaluation/rated-not-applicable': (issue) => {
    const reason =
      issue.details.reason === 'section'
        ? `, because its section${after(' ', quote(issue.details.section))} is not`
        : issue.details.reason === 'condition'
          ? ', because the condition in "appliesWhen" is not met'
          : ''
    return `${subject('item', quote(issue.details.item))} is rated although it is not applicable${reason}. Remove the rating, or write "na".`
  },
  'evaluation/section-rating': (issue) =>
    `A section takes no rating but "na"${after('; given is ', received(issue))}. Rate its items instead.`,
  'evaluation/vetoes-missing': () =>
    'The list "vetoes" is missing. Name the vetoes that were found, or write "vetoes": [] if there were none.',
  'evaluation/unknown-veto': (issue) =>
    join(
      `${subject('veto', received(issue))} is not in the rubric.`,
      meantOr(issue, 'It has'),
      'Correct the id, or remove it.',
    ),
  'evaluation/unknown-bonus': (issue) =>
    join(
      `${subject('bonus', received(issue))} is not in the rubric.`,
      meantOr(issue, 'It has'),
      'Correct the id, or remove it.',
    ),
  'evaluation/repeated-bonus': (issue) =>
    `${subject('bonus', received(issue))} is marked more than once. Name each bonus once.`,
  'evaluation/unknown-fact': (issue) =>
    join(
      `${subject('fact', received(issue))} is not declared in the rubric.`,
      meantOr(issue, 'Declared are'),
      'Correct the name, or remove it.',
    ),
  'evaluation/fact-missing': (issue) =>
    join(
      `${subject('fact', quote(issue.details.fact))} is missing, but it is needed to decide "${issue.details.key}" of "${issue.details.node}".`,
      `Add it under "facts".`,
    ),
  'evaluation/undetermined': (issue) =>
    join(
      `Facts are missing to decide ${RULE_KINDS[issue.details.kind]} "${issue.details.rule}", whose "whenUnknown" is "refuse".`,
      `Add the facts, or remove "whenUnknown" from the rubric.`,
    ),
}

const RULE_KINDS: WordsOf<IssueDetails['evaluation/undetermined']['kind']> = {
  veto: 'the veto',
  gate: 'the gate',
  bonus: 'the bonus',
}
