import type { IssueDetails, Reach, WeightCase } from '../../issue-details.js'
import { expected, type NounsOf, quote, received, type WordsOf } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, idList, join, meantOr, span, subject, typeWords, under } from './phrases.js'

/** Sentences of `rubric/...`. */
export const rubricSentences: SentencesOf<'rubric'> = {
  'rubric/duplicate-id': (issue) => `${subject('id', received(issue))} is already taken. Give each its own id.`,
  'rubric/unknown-name': (issue) => {
    const [noun, key] = NAME_KINDS[issue.details.kind]
    const none = issue.expected === '' ? 'None is declared.' : meantOr(issue, 'Declared are')
    const what =
      received(issue) === undefined ? `This ${noun} does not exist.` : `There is no ${noun} ${received(issue)}.`
    return join(what, none, `Correct the name${key === undefined ? '' : `, or declare it under "${key}"`}.`)
  },
  'rubric/reserved-fact': (issue) =>
    `${subject('name', received(issue))} has a meaning of its own in conditions and cannot name a fact. Rename the fact.`,
  'rubric/reserved-option': () =>
    'The rating "na" always means not applicable, so that an option of this id could never be chosen. Rename the option.',
  'rubric/fact-definition': (issue) =>
    `${subject('value', received(issue))} stands twice among the fact's "values". Remove one of the two.`,
  'rubric/nothing-scored': () =>
    'No item of the rubric is scored: all are of the kind "text". Add an item of another kind.',
  'rubric/empty-section': (issue) =>
    `${subject('section', received(issue))} has neither items nor sections. Add some, or remove the section.`,
  'rubric/no-scale': (issue) =>
    join(
      'The item names no scale, and the rubric has no "defaultScale".',
      `Add "scale" to the item${after(', one of ', expected(issue))}, or a "defaultScale" to the rubric.`,
    ),
  'rubric/duplicate-level': (issue) =>
    `Two levels of the scale have the same value${after(', ', received(issue))}. Give each level its own value.`,
  'rubric/scale-divisor': (issue) => {
    const name = subject('scale', quote(issue.details.scale))
    switch (issue.details.scoring) {
      case 'span':
        return `${name} scores by "span", but its levels span nothing. Add a level with another value.`
      case 'points':
        return `${name} scores by "points", but no level has more than 0 points. Give at least one level points over 0.`
      default:
        return `${name} has no level over 0, so that nothing can be scored by it. Give at least one level a value over 0, or score by "span".`
    }
  },
  'rubric/level-negative': (issue) =>
    join(
      `${subject('level', received(issue))} is negative, which with "scoring": "${issue.details.scoring}" is not possible.`,
      `Enter a value >= 0, or score by "span".`,
    ),
  'rubric/level-points': () => 'The scale scores by "points", but this level has none. Add "points" to the level.',
  'rubric/unknown-level': (issue) =>
    join(
      `The scale has no level ${received(issue) ?? 'of this value'}.`,
      after('Its levels are ', expected(issue), '.'),
      'Enter one of its levels.',
    ),
  'rubric/guidance-key': (issue) =>
    join(
      `${subject('key', received(issue))} of "guidance" is neither a level nor an option of this item.`,
      after('Possible are ', expected(issue), '.'),
      'Correct it, or remove it.',
    ),
  'rubric/numeric-scoring': (issue) =>
    issue.expected === '"ranges"'
      ? '"maximumPoints" goes with "ranges" alone, but this item scores by "linear". Remove "maximumPoints".'
      : 'A numeric item scores either by "ranges" or by "linear". Give exactly one of the two.',
  'rubric/numeric-fact': (issue) =>
    join(
      `A numeric item needs a fact that is ${typeWords(issue.expected) ?? 'a number'}${after(', but this one is ', typeWords(received(issue)))}.`,
      `Name another fact, or change its "type".`,
    ),
  'rubric/range-bounds': (issue) =>
    issue.expected?.startsWith('"')
      ? `A bound is given twice${after(': by ', received(issue))}. Keep one of ${issue.expected}.`
      : `The upper limit${after(' ', received(issue))} lies below the lower one. Enter a number${after(' ', expected(issue)) || ' not below it'}.`,
  'rubric/no-points': () =>
    'All points are 0, so that nothing can be earned. Give at least one option or range points over 0.',
  'rubric/linear-equal': (issue) =>
    `"zeroAt" and "fullAt" are the same number${after(', ', received(issue))}. Enter two different numbers.`,
  'rubric/on-rating-form': (issue) => {
    const item = `${subject('item', quote(issue.details.item))} is of the kind "${issue.details.kind}"`
    if (issue.expected === '"no-rating"')
      return `${item} and gets no rating that could make a veto fire. Name another item, or use "when".`
    if (issue.expected === 'no further key')
      return `${item}, so that "onRating" takes "item" alone. Remove ${received(issue) ?? 'the other keys'}.`
    return `${item}, so that "onRating" needs ${expected(issue) ?? 'another key'} beside "item"${after(', not ', received(issue))}. Correct the keys.`
  },
  'rubric/weights-mixed': (issue) =>
    join(
      `${received(issue) ?? 'One of them'} has no weight, but others beside it have one${after(' (', idList(issue.details.siblings), ')')}.`,
      'Give all of them a weight, or none.',
    ),
  'rubric/weights-zero': (issue) =>
    `The weights ${under(issue.details.parent)} are all 0${after(' (', idList(issue.details.siblings), ')')}. Give at least one of them a weight over 0.`,
  'rubric/unweighted-node': (issue) =>
    `${received(issue) ?? 'This'} is never scored and cannot have a weight. Remove it here, or add a scored item to it if it is a section.`,
  'rubric/profile-incomplete': (issue) =>
    join(
      `${profile(issue.details.businessType)} gives weights to some sections or items but not to all beside them${after('; missing: ', idList(issue.details.missing))}.`,
      'Add the missing ones, or remove the others.',
    ),
  'rubric/profile-both': (issue) =>
    `${profile(issue.details.businessType)} gives both "weights" and "sharePercents" ${under(issue.details.parent)}. Keep one of the two there.`,
  'rubric/shares-over-100': (issue) =>
    join(
      `The shares ${under(issue.details.parent)} add up to more than 100%${after(': ', received(issue), '%')}${after(' (', idList(issue.details.siblings), ')')}.`,
      'Lower them to 100 or less.',
    ),
  'rubric/shares-not-100': (issue) =>
    join(
      `All shares ${under(issue.details.parent)} are given, but they do not add up to 100%${after(': ', received(issue), '%')}${after(' (', idList(issue.details.siblings), ')')}.`,
      'Make the sum 100, or leave one out to take the rest.',
    ),
  'rubric/shares-rest': (issue) =>
    join(
      `The shares add up to ${received(issue) === undefined ? 'less than 100%' : `${received(issue)}%`}${inCase(issue.details)}, and nothing beside them has weight to take the rest.`,
      'Make the sum 100.',
    ),
  'rubric/weight-rule-form': (issue) =>
    issue.expected?.includes('SharePercent')
      ? 'The weight rule sets no limit. Add "minimumSharePercent", "maximumSharePercent" or both.'
      : 'A weight rule names either "nodes" or a "tag". Give exactly one of the two.',
  'rubric/weight-rule-broken': (issue) =>
    join(
      `The share${after(' is ', received(issue), '%')}${inCase(issue.details)}${received(issue) === undefined ? ' breaks' : ', which breaks'} the rule${after(' ', expected(issue))}.`,
      'Change the weights or the rule.',
    ),
  'rubric/bands': (issue) =>
    issue.expected === '0'
      ? join(
          `The lowest band begins at ${received(issue) ?? 'another score'} instead of 0, so that lower scores have no band.`,
          `Set the "minimum" of the lowest band to 0.`,
        )
      : `Two bands begin at the same score${after(', ', received(issue))}. Give each band its own "minimum".`,
  'rubric/maximum': (issue) =>
    join(
      `${subject('pass mark', received(issue))} is above the maximum score of ${issue.details.maximum}, so that nobody can pass.`,
      `Lower "passMark", or raise "maximum".`,
    ),
  'rubric/band-out-of-reach': (issue) =>
    `No rating reaches the band ${received(issue) ?? 'here'}${forTypes(issue.details)}${scoreRange(issue.details)}. Correct its "minimum", or the weights, levels and bonuses.`,
  'rubric/pass-mark-out-of-reach': (issue) =>
    `No rating reaches the pass mark${after(' of ', received(issue))}${forTypes(issue.details)}${scoreRange(issue.details)}, so that nobody passes. Lower it, or correct the weights, levels and bonuses.`,
  'rubric/pass-mark-always-reached': (issue) =>
    `Every rating reaches the pass mark${after(' of ', received(issue))}${forTypes(issue.details)}${scoreRange(issue.details)}, so that only a veto or gate can fail a call. Raise it, or choose "scoring": "span", by which the lowest level earns 0.`,
  'rubric/weightless': (issue) =>
    `${received(issue) ?? 'This part'} weighs nothing${forTypes(issue.details)}${inDays(issue.details)}: it is rated in vain. Give it weight; if it only has to be recorded, make it an item of "kind": "text", or a veto.`,
  'rubric/changes-nothing': (issue) =>
    issue.details.kind === 'adjustment'
      ? 'Without this adjustment all weights would be the same on every day. Correct its shares, dates or business types, or remove it.'
      : `The weight profile${after(' of ', received(issue))} gives the same weights as the form itself. Correct it, or remove it.`,
  'rubric/range-gap': (issue) =>
    `No range takes numbers ${issue.details.gap}: such a measurement would be refused. Add a range, or say by "minimum" and "maximum" that there are none.`,
  'rubric/range-hidden': (issue) =>
    `The range${after(' ', received(issue))} is never reached: those before it take all its numbers, since the first that fits wins. Put it before them, or remove it.`,
  'rubric/range-overlap': (issue) =>
    `The range${after(' ', received(issue))} shares numbers with the earlier one ${issue.details.other}, which wins. Make them meet: "below" in one, "atLeast" in the other.`,
  'rubric/always-true': (issue) =>
    `This is always true: ${issue.details.fact}${after(' can only be ', issue.details.values)}${after(' and is compared by ', received(issue))}. Correct the value, or remove the comparison.`,
  'rubric/never-true': (issue) =>
    `This is never true: ${issue.details.fact}${after(' can only be ', issue.details.values)}${after(' and is compared by ', received(issue))}. Correct the value, or remove the comparison.`,
  'rubric/contradiction': (issue) =>
    `These demands on ${issue.details.fact} contradict each other and never hold together. Correct one of them, or use "any" instead of "all".`,
  'rubric/unused': (issue) => {
    const what = subject(RUBRIC_PARTS[issue.details.kind], received(issue))
    return `${what} is declared and never used. Use it, or remove it; if it is kept on purpose, say why in its "note".`
  },
  'rubric/no-guidance': (issue) =>
    `${received(issue) === undefined ? 'The item' : `The item ${received(issue)}`} does not say what its levels mean: ${issue.details.levels}. Raters will differ. Describe each of them in "guidance".`,
  'rubric/section-may-vanish': (issue) =>
    `Everything in the section${after(' ', received(issue))} may be n/a, and then its weight goes to other sections. Say "mayBeNotApplicable" of the section if that is meant, or let one item always apply.`,
  'rubric/nothing-may-be-left': () =>
    'Every section may be n/a, so that a call may end without a score. Let at least one item always apply.',
  'rubric/one-language': (issue) =>
    `Other texts of the rubric are in Chinese and English; this one lacks ${issue.expected === 'en' ? 'English' : issue.expected === 'zh-CN' ? 'Chinese' : 'a language'}. Write it as {"zh-CN": "...", "en": "..."}.`,
  'rubric/example-expired': (issue) =>
    `The last day of this example${after(' was ', received(issue))}; today is ${issue.details.today}. Replace it by a current one, or extend "through".`,
  'rubric/too-complex': (issue) =>
    join(
      `The rubric leads to too many different weights${after(': ', received(issue))}, at most ${issue.details.maximum}.`,
      'Use fewer weight adjustments or business types.',
    ),
}

const RUBRIC_PARTS: WordsOf<IssueDetails['rubric/unused']['kind']> = {
  scale: 'scale',
  fact: 'fact',
  condition: 'condition',
  tag: 'tag',
  family: 'family',
  action: 'action',
}

/** What a name stands for, and the key that declares it where authors declare it apart. */
const NAME_KINDS: NounsOf<IssueDetails['rubric/unknown-name']['kind']> = {
  scale: ['scale', 'scales'],
  fact: ['fact', 'facts'],
  section: ['section', undefined],
  item: ['item', undefined],
  node: ['section or item', undefined],
  family: ['family of critical errors', 'families'],
  tag: ['tag', 'tags'],
  action: ['action', 'actions'],
  businessType: ['business type', 'businessTypes'],
  option: ['option', undefined],
}

function profile(businessType: string): string {
  return subject('weight profile', quote(businessType))
}

/** The business type and days of a weight. */
function inCase(details: WeightCase): string {
  const [from, through] = [details.from, details.through]
  const days = from === undefined && through === undefined ? undefined : span(`${from ?? ''}..${through ?? ''}`)
  return after(
    ' (',
    [after('business type ', quote(details.businessType)), days ?? ''].filter((part) => part !== '').join(', '),
    ')',
  )
}

/** The business types that a warning is about; all where it names none. */
function forTypes(details: { readonly businessTypes?: string }): string {
  return after(' for the business type ', details.businessTypes)
}

/** What ratings can reach. */
function scoreRange(details: Reach): string {
  const [lowest, highest] = [details.lowest, details.highest]
  return lowest === undefined || highest === undefined ? '' : ` (scores lie between ${lowest} and ${highest})`
}

/** The days for which the weights of a warning hold. */
function inDays(details: WeightCase): string {
  const [from, through] = [details.from, details.through]
  return `${after(' from ', from)}${after(from === undefined ? ' until ' : ' to ', through)}`
}
