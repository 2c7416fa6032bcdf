import type { Junction } from '../../issue-details.js'
import { expected, quote, received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, span } from './phrases.js'

/** Sentences of `calendar/...`. */
export const calendarSentences: SentencesOf<'calendar'> = {
  'calendar/none': () => 'Working time needs a calendar, and none is given. Give at least one.',
  'calendar/zones-differ': (issue) =>
    `${calendars(issue.details)} are of different time zones${after(': ', expected(issue))}${after(' and ', received(issue))}. Give calendars of one zone.`,
  'calendar/overlap': (issue) =>
    `${calendars(issue.details)} both cover days: one goes through ${issue.details.through}, the other begins on ${issue.details.from}. Let "valid" of the second begin on the day after the first ends.`,
  'calendar/gap': (issue) =>
    `${calendars(issue.details)} leave out days between them: one goes through ${issue.details.through}, the other begins on ${issue.details.from}. Add the calendar between them.`,
  'calendar/too-early': (issue) =>
    `${received(issue) ?? 'The day'} is before all calendars${after('; they know days ', expected(issue))}. Add the calendar of that time.`,
  'calendar/beyond-end': (issue) =>
    `${received(issue) ?? 'The day'} is after all calendars${after('; they know days ', expected(issue))}. Add the calendar of the next year.`,
  'calendar/repeated': (issue) => `${received(issue) ?? 'This day'} stands twice. Remove one of the two.`,
  'calendar/never-worked': () =>
    'Every day of the week is in "weekend", and there is no make-up day: nothing would ever be due. Take the days that are worked out of "weekend".',
  'calendar/hours-empty': (issue) =>
    `These working hours${after(' (', received(issue), ')')} end before they begin. Write from and to within one day; work over midnight is two stretches, to "24:00" and from "00:00".`,
  'calendar/hours-order': (issue) =>
    `These working hours${after(' (', received(issue), ')')} begin before the ones before them end${after('; expected is ', expected(issue))}. Put them in order, without overlap.`,
  'calendar/outside-valid': (issue) =>
    `${received(issue) ?? 'The day'} is not among the days of the calendar${after(' (', span(issue.expected), ')')}. Correct it, or put it into the calendar of its own year.`,
  'calendar/worked-anyway': (issue) =>
    `${received(issue) ?? 'The day'} is neither on a weekend nor in a holiday, so that it is worked anyway. Correct the date, or remove it.`,
}

/** The two calendars that do not join, as the beginning of a sentence. */
function calendars(details: Pick<Junction, 'first' | 'other'>): string {
  const [first, other] = [quote(details.first), quote(details.other)]
  return first !== undefined && other !== undefined ? `The calendars ${first} and ${other}` : 'Two calendars'
}
