import { formatPath } from '../../issue.js'
import type { IssueDetails } from '../../issue-details.js'
import { expected, quote, received, type WordsOf } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, didYouMean, join, line, meantOr, subject } from './phrases.js'

/** Sentences of `sampling/...`. */
export const samplingSentences: SentencesOf<'sampling'> = {
  'sampling/argument': (issue) =>
    join(
      `The argument ${issue.path.length > 0 ? formatPath(issue.path) : 'given'} is ${received(issue) ?? 'not usable'}.`,
      after('It has to be ', expected(issue), '.') || 'Correct the call.',
    ),
  'sampling/infeasible-allocation': (issue) => {
    const need = issue.details.need
    const available = issue.details.available
    switch (issue.details.constraint) {
      case 'sizes':
        return `The sample is to have ${need} calls, and there are only ${available}. Ask for fewer.`
      case 'minima':
        return `The minima of the strata add to ${need} calls, more than the sample of ${available}. Raise the total, or lower the minima.`
      case 'group':
        return `Group ${issue.details.group ?? 'given'} has to get ${need} calls and has only ${available}. Lower its floor or the total, or widen the group.`
      case 'variance':
        return `The variance of the total is to be at most ${need}, and the most calls allowed leave ${available}. Allow more calls, or more variance.`
      case 'floors':
        return `The minima and the floors of groups ask together for ${need} calls, more than the sample of ${available}. Raise the total, or lower a floor.`
      default:
        return `The calls cannot be shared out: needed are ${need}, and there are ${available}. Change the total, the minima or the floors.`
    }
  },
  'sampling/crossing-groups': (issue) =>
    `Groups ${issue.details.other} and ${issue.details.group} share strata, but neither holds the other. Make them disjoint, or put one wholly within the other.`,
  'sampling/periodic': (issue) =>
    join(
      `Every ${issue.details.interval} calls one is taken, and the list repeats itself every ${issue.details.period} calls, so that the sample sees ${issue.details.phases} of the ${issue.details.period} places in the pattern.`,
      'Order the list differently, take another number of calls, or choose by key instead.',
    ),
  'sampling/duplicate-id': (issue) =>
    `${subject('name', received(issue))} stands for two things here. Give one of them another name.`,
  'sampling/role-twice': (issue) =>
    `Two columns have the role ${received(issue) ?? 'that stands here'}: this one and "${issue.details.first}". Keep the role on one of them.`,
  'sampling/role-type': (issue) =>
    `A column of the role "${issue.details.role}" cannot have the type ${received(issue) ?? 'given'}. Use ${expected(issue) ?? 'another type'}.`,
  'sampling/no-id-field': () =>
    'No column has the role "id". Give it to the text column that holds the id of the call: {"type": "string", "role": "id"}.',
  'sampling/no-agent-field': () =>
    '"perAgent" needs a column with the role "agent", and there is none. Give it to the text column that names the agent.',
  'sampling/unknown-field': (issue) =>
    join(
      `${subject('column', received(issue))} is not declared.`,
      meantOr(issue, 'Declared are'),
      'Correct the name, or declare the column under "fields".',
    ),
  'sampling/stratum-type': (issue) =>
    `The column "${issue.details.field}" has the type ${received(issue) ?? 'given'}, which calls cannot be grouped by here. It has to be ${expected(issue) ?? 'another type'}${issue.expected === '"instant"' ? '' : '; times are grouped by slots'}.`,
  'sampling/slot-empty': () =>
    'This slot holds no time: it ends where it begins. Write two different times, such as ["06:00", "12:00"].',
  'sampling/slot-overlap': (issue) =>
    `This slot overlaps with the slot "${issue.details.other}", at ${issue.details.at}. A slot ends before its second time; let the next begin there.`,
  'sampling/slot-gap': (issue) =>
    `No slot covers ${issue.details.at}. Let the slots cover all 24 hours, or name the rest with "otherwise".`,
  'sampling/unused-allocation': (issue) =>
    `The method "${issue.details.method}" does not use ${received(issue) ?? 'this'}. Remove it, or choose the method that does: neyman takes deviations, cost takes deviations and costs.`,
  'sampling/missing-column': (issue) =>
    join(
      `The data have no column ${received(issue) ?? 'that the design names'}.`,
      didYouMean(issue),
      'Correct the name in the design, or the heading of the file.',
    ),
  'sampling/repeated-column': (issue) =>
    `Two columns of the data are called ${received(issue) ?? 'the same'}. Give one of them another name.`,
  'sampling/row-shape': (issue) =>
    `${line(issue)}${received(issue) ?? 'this'} is not what a row should be${after(' (', expected(issue), ')')}. Correct the row.`,
  'sampling/cell-type': (issue) =>
    join(
      `${line(issue)}${received(issue) ?? 'the value'} in the column "${issue.details.field}" is not of the type ${expected(issue) ?? 'declared'}.`,
      didYouMean(issue),
      'Correct the cell or the type of the column in the design.',
    ),
  'sampling/missing-id': (issue) => `${line(issue)}the call has no id. Fill in the column "${issue.details.field}".`,
  'sampling/bad-text': (issue) =>
    `${line(issue)}${received(issue) ?? 'the text'} in the column "${issue.details.field}" holds a control character or half a character. Remove it; ids and labels are kept exactly as written.`,
  'sampling/missing-stratum': (issue) =>
    `${line(issue)}the column "${issue.details.field}" is empty, so that the call belongs to no stratum. Fill it in, or leave such calls out by "eligible".`,
  'sampling/eligible-unknown': (issue) =>
    `${line(issue)}"eligible" cannot be decided, since "${issue.details.field}" is empty. Fill it in.`,
  'sampling/duplicate-call': (issue) =>
    `${line(issue)}the id of this call stands in line ${issue.details.firstLine} already. Each call may be in the data once; remove one of the two rows.`,
  'sampling/empty-frame': () =>
    'The data hold no call that may be drawn. Check "eligible" in the design, and that the right file was chosen.',
  'sampling/frame-too-small': (issue) =>
    `There are ${received(issue) ?? 'fewer'} calls, and "minimumTotal" asks for ${expected(issue) ?? 'more'}. Lower it, or measure all calls there are with "ifTooFew": "take-all".`,
  'sampling/over-maximum': (issue) =>
    join(
      `The design asks for ${issue.details.needed ?? 'more'} measured calls because of ${OVER_MAXIMUM[issue.details.constraint]}, more than "maximumTotal" (${expected(issue) ?? 'as set'}).`,
      after('With that many the margin is ', issue.details.attained, ' percentage points.'),
      'Raise "maximumTotal", or ask for less.',
    ),
  'sampling/unknown-stratum': (issue) =>
    join(
      issue.suggestion === undefined && issue.received === undefined
        ? 'A stratum of the data is not named here.'
        : `${subject('stratum', received(issue))} ${issue.expected === 'named' ? 'is in the data, but not named here' : 'is not in the data'}.`,
      didYouMean(issue),
      'Every stratum of the data has to be named, by its key, and no other.',
    ),
  'sampling/seed': () =>
    'A seed is a text without ":", control characters or line breaks, and not empty. Choose another, such as "2026-08".',
  'sampling/frame-changed': (issue) =>
    `The data are not those that were counted: stratum "${issue.details.stratum}" has ${received(issue) ?? 'another number of'} calls, not ${expected(issue) ?? 'as many as planned'}. Plan again with the data as they are now.`,
  'sampling/parts-differ': (issue) =>
    `These parts do not belong together: they differ in "${issue.details.what}". Make every part with the same plan and seed.`,
  'sampling/does-not-belong': (issue) =>
    `The call ${received(issue) ?? 'named here'} was not drawn by this design and seed as "${issue.details.purpose}". It does not belong in the sample.`,
  'sampling/call-missing': (issue) =>
    `The call ${received(issue) ?? 'named here'} was drawn by this design and seed as "${issue.details.purpose}", but is missing from the manifest.`,
  'sampling/call-gone': (issue) =>
    `The call ${received(issue) ?? 'named here'} is in the sample, but no longer among the calls of the data.`,
  'sampling/stratum-changed': (issue) =>
    `The call ${received(issue) ?? 'named here'} is in the stratum "${issue.details.now}" by the data, and in "${issue.details.before}" by the manifest.`,
  'sampling/entry-changed': (issue) =>
    `The entry of the call ${received(issue) ?? 'named here'} was changed: its "${issue.details.what}" is not as drawn.`,
  'sampling/frame-digest': (issue) =>
    `The data are not those of the manifest: their digest is ${received(issue) ?? 'another one'}, the manifest says ${expected(issue) ?? 'otherwise'}. Calls were added, removed or changed stratum since.`,
  'sampling/plan-differs': (issue) =>
    `"${issue.details.what}" of the manifest is ${received(issue) ?? 'not right'}; design and data give ${expected(issue) ?? 'another value'}.`,
  'sampling/sample-digest': (issue) =>
    `The digest of the sample is ${received(issue) ?? 'another one'} in the manifest; its measured calls give ${expected(issue) ?? 'another value'}.`,
  'sampling/seed-not-fixed': () =>
    'Nothing says when the seed was fixed. Whoever chooses it after seeing the calls can choose the sample: fix seed and design before the period ends, and record the instant as "seedFixedAt".',
  'sampling/seed-late': (issue) =>
    `The seed was fixed at ${received(issue) ?? 'a time'} when the calls were already known (the last is of ${expected(issue) ?? 'before'}). A seed that is chosen then can choose the sample.`,
  'sampling/input-file': (issue) =>
    `The file "${issue.details.name}" is not the one that was drawn from: its SHA-256 is ${received(issue) ?? 'another one'}, the manifest says ${expected(issue) ?? 'otherwise'}.`,
  'sampling/replacement': (issue) =>
    `The replacement of the call ${received(issue) ?? 'named here'} is not what the design gives: it should be ${expected(issue) ?? 'another call'}.`,
  'sampling/not-measured': (issue) =>
    `The call ${received(issue) ?? 'named here'} is not a measured call of this sample, so that there is nothing to replace.`,
  'sampling/no-replacement': (issue) =>
    `The stratum "${issue.details.stratum}" has no further call to take in place of ${received(issue) ?? 'it'}. Leave the call without a score and estimate with the choice for missing calls.`,
  'sampling/score-missing': (issue) =>
    join(
      `${subject('call', received(issue))} was drawn to be measured and has no score.`,
      'Score it, or replace it; missing: "as-if-random" estimates from the other calls of its stratum and says so.',
    ),
  'sampling/score-twice': (issue) =>
    `${subject('call', received(issue))} has more than one score. Keep the one that counts.`,
  'sampling/score-outside-sample': (issue) =>
    `${subject('call', received(issue))} has a score but is not in the sample. Check that scores and manifest belong together.`,
  'sampling/score-without-call': () =>
    'This score does not say which call it is of. Put the id of the call under "callId" in the evaluation.',
  'sampling/stratum-unanswered': (issue) =>
    `None of the drawn calls of stratum ${received(issue) ?? 'this'} has a score, so that nothing is known of it. Score at least one.`,
  'sampling/single-call-stratum': (issue) =>
    join(
      `The sample holds one call of ${issue.details.size} of stratum ${received(issue) ?? 'this'}, which shows no spread.`,
      'Draw two or more, or set singleCall to "certainty", "remove", "adjust" or "average".',
    ),
  'sampling/post-stratum': (issue) =>
    issue.details.reason === 'empty'
      ? `${subject('group', received(issue))} is counted but none of its calls was drawn. Join it with another group.`
      : `${subject('group', received(issue))} occurs in the sample but has no count. Give the number of its calls.`,
  'sampling/sql-unsupported': (issue) =>
    `${after('What stands at ', formatPath(issue.path), ', ')}${received(issue) ?? 'this'}${issue.path.length > 0 ? ',' : ''} cannot be said in the SQL of ${issue.details.dialect} so that it means the same. Write it differently, put it into a column of the table, or draw from an export.`,
  'sampling/sql-rows': (issue) =>
    join(
      `The rows are not those of the query${after(' (at ', formatPath(issue.path), ')')}: expected ${expected(issue) ?? 'something else'}${after(', found ', received(issue))}.`,
      'Run the query anew and hand over all of its rows as the driver gives them.',
    ),
  'sampling/sql-faults': (issue) =>
    join(
      `The table holds rows that may not be sampled: ${issue.details.calls} with the fault "${issue.details.fault}" in ${subject('column', quote(issue.details.field))}${after(', such as the call ', received(issue))}.`,
      'Mend them at their source, or leave them out by a view.',
    ),
}

const OVER_MAXIMUM: WordsOf<IssueDetails['sampling/over-maximum']['constraint']> = {
  precision: 'the margin',
  minimumTotal: '"minimumTotal"',
  strata: 'what every stratum has to have',
  coverage: 'the coverage rules',
}
