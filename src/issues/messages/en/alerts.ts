import { formatPath } from '../../issue.js'
import type { IssueDetails } from '../../issue-details.js'
import { expected, type NounsOf, quote, received, type WordsOf } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, didYouMean, idList, join, meantOr, range, subject, typeWords } from './phrases.js'

/** Sentences of `alerts/...`. */
export const alertsSentences: SentencesOf<'alerts'> = {
  'alerts/score-without-time': () =>
    'The score says neither when the call was ("callAt") nor of which days it is ("period"), so that nothing can be found on a day. Add "callAt" to the evaluation.',
  'alerts/found-too-early': (issue) =>
    `It was found${after(' at ', received(issue))} before it occurred${after('; expected is ', expected(issue))}. Correct one of the two times; a wrong offset is the usual cause.`,
  'alerts/unknown-rubric': (issue) =>
    `The rubric ${received(issue) ?? 'of the score'} is not among those given, so that its findings have no tags. Give it as well.`,
  'alerts/unknown-fact': (issue) =>
    join(
      `The policy declares no fact ${received(issue) ?? 'of this name'}.`,
      issue.expected === '' ? 'It declares none.' : meantOr(issue, 'Declared are'),
      'Correct the name, or declare it under "facts" of the policy.',
    ),
  'alerts/state-policy': (issue) =>
    `The state is that of another policy${after(': ', received(issue))}${after(' instead of ', expected(issue))}. Name the state file of this policy, or a new one.`,
  'alerts/differing-delivery': (issue) =>
    `${subject('id', received(issue))} stands for two records that differ. Deliver what was delivered before unchanged, or give what is new an id of its own.`,
  'alerts/event-no-alert': (issue) =>
    join(
      `There is no such alert${after(': ', received(issue))}.`,
      didYouMean(issue),
      'Take fingerprint and episode from the list of alerts; an alert is known only from when it was raised.',
    ),
  'alerts/event-differs': (issue) =>
    `Another event of the same id${after(' (', received(issue), ')')} was applied before. Give this one an id of its own; events that were applied are not changed.`,
  'alerts/event-too-early': (issue) =>
    `The event is dated ${received(issue) ?? 'earlier'}, before the alert was raised or its last event${after('; expected is ', expected(issue))}. Correct "at".`,
  'alerts/event-after-end': (issue) =>
    `The alert ended on ${issue.details.at} (${issue.details.state}), so that ${received(issue) ?? 'the event'} can change nothing any more. If the problem is back, it raises the alert anew.`,
  'alerts/event-twice': (issue) => `The alert was ${received(issue) ?? 'that'} before. Nothing more is needed.`,
  'alerts/event-duties-open': (issue) =>
    `The alert cannot be closed yet: still owed is ${idList(issue.details.missing)}. Do that first, or withdraw the alert if it was none.`,
  'alerts/event-unknown-role': (issue) =>
    `There is no role ${received(issue) ?? 'of this name'} in the policy. Correct it, or declare it under "roles".`,
  'alerts/event-duty-done': (issue) =>
    `${subject('duty', quote(issue.details.name))} was done before${after(', on ', issue.details.at)}. Nothing more is needed.`,
  'alerts/event-duty-cancelled': (issue) =>
    `${subject('duty', quote(issue.details.name))} was cancelled when the alert came to a graver level. Do what the new level asks for.`,
  'alerts/event-no-duty': (issue) =>
    `The alert has no duty that ${received(issue) ?? 'this'} would fulfil.${after(' Owed is ', expected(issue), '.')} Correct the event.`,
  'alerts/event-unknown-kind': (issue) =>
    join(
      `The policy knows no event ${received(issue) ?? 'of this kind'}.`,
      meantOr(issue, 'Known are'),
      'Correct "kind".',
    ),
  // Alerts: effect of a remedy.
  'alerts/effect-argument': (issue) =>
    join(
      `The argument ${issue.path.length > 0 ? formatPath(issue.path) : 'given'} is ${received(issue) ?? 'not usable'}.`,
      after('It has to be ', range(typeWords(issue.expected)), '.') || 'Correct the call.',
    ),
  'alerts/effect-units': (issue) =>
    join(
      `One sample tells of a share and the other of a mean${after(' (', received(issue), ')')}; these cannot be compared.`,
      after('Give after as ', expected(issue), ', as before is.') || 'Give both alike.',
    ),
  'alerts/effect-confidence': (issue) =>
    `The figure has an interval of another confidence${after(': ', received(issue))}. Estimate it with ${expected(issue) ?? 'the confidence of the comparison'}, or compare at the figure's own.`,
  'alerts/effect-unknown-sample': (issue) =>
    join(
      `There is no sample ${received(issue) ?? 'of this id'}.`,
      issue.expected === '' ? 'None is given.' : meantOr(issue, 'Given are'),
      'Correct the id.',
    ),
  'alerts/effect-same-days': (issue) =>
    `Several samples begin or end on the same day, so that none of them comes first${after(': ', expected(issue))}. Name the one to take, and choose it before its result is known.`,
  'alerts/effect-single-call': (issue) =>
    `The alert is about the call ${received(issue) ?? 'alone'}, which cannot be sampled anew. Draw for its agent, team or business type instead.`,
  'alerts/effect-no-column': (issue) =>
    join(
      `No column is named that holds ${received(issue) ?? 'this label'} of the alert's group.`,
      after('Name it under "columns"; there are ', expected(issue), '.') ||
        'Name it under "columns", and declare it under "fields".',
    ),
  'alerts/effect-column-type': (issue) =>
    `The column "${issue.details.field}" is of type ${expected(issue) ?? 'another'} and cannot hold ${received(issue) ?? 'the label'} of the alert's group. Name the column that does, or correct its type.`,
  'alerts/duplicate-id': (issue) =>
    `${subject('id', received(issue))} stands for two things here. Give one of them another id.`,
  'alerts/repeated-name': (issue) => `${received(issue) ?? 'This'} stands in this list twice. Remove one of the two.`,
  'alerts/unknown-name': (issue) => {
    const [noun, key] = POLICY_NAMES[issue.details.kind]
    return join(
      received(issue) === undefined ? `There is no such ${noun}.` : `There is no ${noun} ${received(issue)}.`,
      issue.expected === '' ? 'None is declared.' : meantOr(issue, 'Known are'),
      `Correct the name${key === undefined ? '' : `, or declare it under "${key}"`}.`,
    )
  },
  'alerts/built-in-kind': (issue) =>
    `${subject('kind', received(issue))} is built in and always there. Remove it from "kinds", or give your own kind another id.`,
  'alerts/reserved-fact': (issue) =>
    `${subject('name', received(issue))} means something of its own in conditions, groups or reports. Give the fact another name.`,
  'alerts/label-type': (issue) =>
    `The fact "${issue.details.fact}" is ${typeWords(received(issue)) ?? 'a list or an object'}, which no group can be named by. Use a fact that is a text, a number, or true or false.`,
  'alerts/from-scores-twice': (issue) =>
    `${subject('kind', received(issue))} stands in "fromScores" twice, so that it is unclear which setting counts. Keep one of the two.`,
  'alerts/reserved-event': (issue) =>
    `${subject('event', received(issue))} changes the alert itself and cannot fulfil a duty. Name the event after what was done, such as "remedied" or "cause-reported"; "verified" may be used.`,
  'alerts/same-event': (issue) =>
    `The event ${received(issue) ?? 'named here'} fulfils another duty of this level already: "${issue.details.first}". Give each duty an event of its own.`,
  'alerts/reminder-too-early': (issue) =>
    `The reminder would come before the duty begins: it is ${received(issue) ?? 'as long before the deadline'}, the term only ${issue.details.term}. Shorten the reminder.`,
  'alerts/notice-twice': (issue) =>
    issue.details.kind === 'remind'
      ? 'Two reminders of this duty come at the same time. Remove one of the two.'
      : 'The same role is told twice at the same time. Remove one of the two.',
  'alerts/closure-unreachable': () =>
    'Nothing is over 100 %, so that the target can never be met. Lower it, or set "comparison" to "at-least".',
  'alerts/empty-step': () =>
    'The step says a level but not what has to be found. Add "count", "agents", "calls" or "rate".',
  'alerts/same-level': (issue) =>
    `Two steps of this rule lead to the level ${received(issue) ?? 'named here'}. Keep one of them, or make a rule of its own of the other.`,
  'alerts/no-false-alerts': (issue) =>
    `A step with a rate leads to the level "${issue.details.level}", and nothing says how many false alerts it may have. Add the level under "falseAlerts", such as 0.25: one false alert in four reviews.`,
  'alerts/rate-window': (issue) =>
    issue.received === undefined
      ? 'A rate needs a window of days, since what was rated is counted by day. Add one, such as "window": {"days": 30}.'
      : 'What was rated is counted by day, so that a rate cannot look at hours. Write the window in days, such as {"days": 7}.',
  'alerts/rate-of-call': () =>
    'The rule has an alert for each call, and a single call has no rate. Take "call" out of "groupBy", or use "count" instead of "rate".',
  'alerts/adjusted-percent': () =>
    'Only a comparison with others can be adjusted; a stated percentage is the same for all calls. Remove "adjustFor", or compare with a history.',
  'alerts/history-alone': (issue) =>
    issue.details.reason === 'groupBy'
      ? 'A history compares agents with other agents, or teams with other teams, and this rule is grouped by neither. Add "agent" or "team" to "groupBy", or compare with a percentage.'
      : 'Calls of the same agent or team are compared with each other alone here, so that there are no others. Take the label that the rule is grouped by out of "adjustFor".',
  'alerts/shadowed-step': (issue) =>
    `This step never names the level: whenever it holds, the graver step for "${issue.details.level}" holds as well. Ask for less here, or for more there.`,
  'alerts/step-impossible': (issue) =>
    `The step can never hold: the rule has an alert for each ${GROUPED[issue.details.label]}, so that there is never more than one${after(', and it asks for ', received(issue))}. Take the label out of "groupBy", or the demand out of the step.`,
  'alerts/unused': (issue) => {
    const what = subject(POLICY_PARTS[issue.details.kind], received(issue))
    switch (issue.details.kind) {
      case 'level':
        return `${what} is named by no step of a rule, so that no alert ever comes to it. Use it in a rule, or remove it.`
      case 'falseAlerts':
        return `"falseAlerts" has ${received(issue) ?? 'a level'}, but no step with a rate leads to that level. Remove it, or add such a step.`
      case 'fact':
        return `${what} is used by no rule. Use it in "where", "groupBy" or "adjustFor", or remove it; a fact that is kept for reports says so in its "note".`
      default:
        return `${what} is declared and never used. Use it, or remove it.`
    }
  },
  'alerts/never-found': (issue) =>
    `Nothing gives findings of the kind ${received(issue) ?? 'named here'}: "fromScores" does not have it. Add it there, or remove it from the rule.`,
  'alerts/one-language': (issue) =>
    `Other texts of the policy are in Chinese and English; this one lacks ${issue.expected === 'en' ? 'English' : issue.expected === 'zh-CN' ? 'Chinese' : 'a language'}. Write it as {"zh-CN": "...", "en": "..."}.`,
  'alerts/longer-term': (issue) =>
    `The level "${issue.details.level}" is graver than "${issue.details.other}" and leaves more time: ${received(issue) ?? 'longer'} instead of ${issue.details.term}. Shorten the term, or correct the order of the levels (gravest first).`,
}

/** What a name of an alert policy stands for, and the key that declares it. */
const POLICY_NAMES: NounsOf<IssueDetails['alerts/unknown-name']['kind']> = {
  role: ['role', 'roles'],
  action: ['action', 'actions'],
  kind: ['kind of finding', 'kinds'],
  level: ['level', 'levels'],
  label: ['label', 'facts'],
  event: ['event', undefined],
}

const POLICY_PARTS: WordsOf<IssueDetails['alerts/unused']['kind']> = {
  role: 'role',
  action: 'action',
  kind: 'kind',
  level: 'level',
  fact: 'fact',
  falseAlerts: 'level',
}

const GROUPED: WordsOf<IssueDetails['alerts/step-impossible']['label']> = { agent: 'agent', call: 'call' }
