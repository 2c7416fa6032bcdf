import { expected, quote, received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, didYouMean, join, meantOr, place, subject } from './phrases.js'

/** Sentences of `calibration/...`. */
export const calibrationSentences: SentencesOf<'calibration'> = {
  'calibration/argument': (issue) =>
    join(
      `${subject('value', received(issue))} is not possible${after(' for ', place(issue))}.`,
      after('It has to be: ', expected(issue), '.'),
    ),
  'calibration/unknown-item': (issue) =>
    join(
      `${subject('item', received(issue))} is not in the rubric.`,
      didYouMean(issue),
      'Correct the name, or give the rubric by which was rated.',
    ),
  'calibration/unknown-rater': (issue) =>
    join(`${subject('rater', received(issue))} rated none of these calls.`, didYouMean(issue), 'Name one who did.'),
  'calibration/not-a-rating': (issue) =>
    join(
      `${subject('value', received(issue))} is no rating of "${issue.details.item}".`,
      after('Possible are ', expected(issue), ', or "na".'),
      'Correct it.',
    ),
  'calibration/rated-twice': (issue) =>
    `${quote(issue.details.rater) ?? 'A rater'} rated${after(' ', quote(issue.details.item))} of the call "${issue.details.call}" twice. Keep one of the two.`,
  'calibration/left-out': (issue) =>
    `${subject('session', received(issue))} was held, and none of its calls is given. Every session counts: give its calls, unrated ones with a score of null.`,
  'calibration/event-twice': (issue) =>
    `${subject('event', received(issue))} is there already. Give a new event an id of its own.`,
  'calibration/other-evaluation': (issue) =>
    `The event is about another evaluation${after(': ', received(issue))}${after(' instead of ', expected(issue))}. Give it to that one's review.`,
  'calibration/tier': (issue) =>
    `This step (${issue.details.kind}) may not be taken by ${received(issue) ?? 'somebody without a tier'}. ${after('It is for ', expected(issue), '.') || 'Let somebody of a higher tier do it.'}`,
  'calibration/not-now': (issue) =>
    `${received(issue) ?? 'This step'} is not possible now: the review is ${issue.details.status}. Check the order and the times of the events.`,
  'calibration/own-score': (issue) =>
    `${received(issue) ?? 'This person'} had a part in this score and cannot decide about it. Let somebody else do it.`,
  'calibration/appeal-about': () =>
    'The appeal does not say what it is about. Name at least one item, fault, veto, bonus or gate under "about".',
  'calibration/appeal-unknown': (issue) =>
    join(
      `${subject(issue.details.kind, received(issue))} is not in the rubric.`,
      meantOr(issue, 'Known are'),
      'Correct the name.',
    ),
  'calibration/appeal-late': (issue) =>
    `The appeal came too late${after(': it was due by ', expected(issue))}${after(' and came at ', received(issue))}. It is not taken.`,
  'calibration/appeal-open': (issue) => `An appeal about this is open: "${issue.details.appeal}". Wait for its answer.`,
  'calibration/appeal-settled': (issue) =>
    `An expert has settled this in the appeal "${issue.details.appeal}". It cannot be appealed again.`,
  'calibration/which-appeal': (issue) =>
    join(
      'It is not clear which appeal is meant.',
      after('Open are: ', expected(issue), '.'),
      'Name it under "appeal".',
    ),
  'calibration/changes-of-rejected': () => 'A rejected appeal changes nothing. Remove "changes", or decide otherwise.',
  'calibration/changes-missing': () =>
    'An appeal that is upheld has to say what changes. Give the new ratings, vetoes or bonuses under "changes".',
  'calibration/beyond-appeal': (issue) =>
    `${received(issue) ?? 'This'} was not appealed. Change only what the appeal is about.`,
  'calibration/other-rubric': (issue) =>
    `The evaluation is by another rubric or version${after(': ', received(issue))}${after(' instead of ', expected(issue))}. Give the rubric by which it was rated as the older one.`,
  'calibration/meaning-changed': (issue) =>
    `The rating of "${issue.details.item}" means something else in the new version (${issue.details.what}). Rate the call again.`,
  'calibration/veto-not-looked-for': (issue) =>
    `Nobody looked for the new veto "${issue.details.veto}" when this call was judged. Judge the call again.`,
  'calibration/business-type-gone': (issue) =>
    `${subject('business type', received(issue))} is not in the new version. Decide by which one the call is judged.`,
}
