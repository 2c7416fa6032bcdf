import { formatPath, type Issue } from '../issue.js'
import type { Messages } from './messages.js'

/** The sentences of `messageOf` in English. */
export const english: Messages = {
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
    const line = after(' of line ', detail(issue, 'openedLine'))
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
    `${subject('key', received(issue))} stands twice in the same object${after(', first in line ', detail(issue, 'firstLine'))}. Keep one of the two.`,
  'document/forbidden-key': (issue) => `${subject('key', received(issue))} is not allowed. Rename it, or remove it.`,
  'document/number-precision': (issue) =>
    join(
      issue.suggestion === undefined
        ? `${subject('number', received(issue))} is too large or has too many digits.`
        : `${subject('number', received(issue))} has more digits than can be kept; it would become ${issue.suggestion}.`,
      'Shorten it, or put it in double quotes if it is an id.',
    ),
  'document/too-large': (issue) => {
    const maximum = detail(issue, 'maximum') ?? 'the limit'
    const size = received(issue)
    return join(
      `${size === undefined ? `The document has more values than ${maximum}` : `The document has ${size} characters, more than ${maximum}`}.`,
      'Split it into smaller ones.',
    )
  },
  'document/too-deep': (issue) =>
    `Objects and lists are nested deeper here than ${limit(issue, 'levels')}. Nest them less deeply.`,
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

  'rubric/duplicate-id': (issue) => `${subject('id', received(issue))} is already taken. Give each its own id.`,
  'rubric/unknown-name': (issue) => {
    const [noun, key] = NAME_KINDS[detail(issue, 'kind') ?? ''] ?? ['name', undefined]
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
    const name = subject('scale', quoted(issue, 'scale'))
    switch (detail(issue, 'scoring')) {
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
      `${subject('level', received(issue))} is negative, which${after(' with "scoring": ', quoted(issue, 'scoring')) || ' here'} is not possible.`,
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
    const item = `${subject('item', quoted(issue, 'item'))}${after(' is of the kind ', quoted(issue, 'kind'))}`
    if (issue.expected === '"no-rating"')
      return `${item} and gets no rating that could make a veto fire. Name another item, or use "when".`
    if (issue.expected === 'no further key')
      return `${item}, so that "onRating" takes "item" alone. Remove ${received(issue) ?? 'the other keys'}.`
    return `${item}, so that "onRating" needs ${expected(issue) ?? 'another key'} beside "item"${after(', not ', received(issue))}. Correct the keys.`
  },
  'rubric/weights-mixed': (issue) =>
    join(
      `${received(issue) ?? 'One of them'} has no weight, but others beside it have one${after(' (', names(issue, 'siblings'), ')')}.`,
      'Give all of them a weight, or none.',
    ),
  'rubric/weights-zero': (issue) =>
    `The weights ${under(issue)} are all 0${after(' (', names(issue, 'siblings'), ')')}. Give at least one of them a weight over 0.`,
  'rubric/unweighted-node': (issue) =>
    `${received(issue) ?? 'This'} is never scored and cannot have a weight. Remove it here, or add a scored item to it if it is a section.`,
  'rubric/profile-incomplete': (issue) =>
    join(
      `${profile(issue)} gives weights to some sections or items but not to all beside them${after('; missing: ', names(issue, 'missing'))}.`,
      'Add the missing ones, or remove the others.',
    ),
  'rubric/profile-both': (issue) =>
    `${profile(issue)} gives both "weights" and "sharePercents" ${under(issue)}. Keep one of the two there.`,
  'rubric/shares-over-100': (issue) =>
    join(
      `The shares ${under(issue)} add up to more than 100%${after(': ', received(issue), '%')}${after(' (', names(issue, 'siblings'), ')')}.`,
      'Lower them to 100 or less.',
    ),
  'rubric/shares-not-100': (issue) =>
    join(
      `All shares ${under(issue)} are given, but they do not add up to 100%${after(': ', received(issue), '%')}${after(' (', names(issue, 'siblings'), ')')}.`,
      'Make the sum 100, or leave one out to take the rest.',
    ),
  'rubric/shares-rest': (issue) =>
    join(
      `The shares add up to ${received(issue) === undefined ? 'less than 100%' : `${received(issue)}%`}${inCase(issue)}, and nothing beside them has weight to take the rest.`,
      'Make the sum 100.',
    ),
  'rubric/weight-rule-form': (issue) =>
    issue.expected?.includes('SharePercent')
      ? 'The weight rule sets no limit. Add "minimumSharePercent", "maximumSharePercent" or both.'
      : 'A weight rule names either "nodes" or a "tag". Give exactly one of the two.',
  'rubric/weight-rule-broken': (issue) =>
    join(
      `The share${after(' is ', received(issue), '%')}${inCase(issue)}${received(issue) === undefined ? ' breaks' : ', which breaks'} the rule${after(' ', expected(issue))}.`,
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
      `${subject('pass mark', received(issue))} is above the maximum score${after(' of ', detail(issue, 'maximum'))}, so that nobody can pass.`,
      `Lower "passMark", or raise "maximum".`,
    ),
  'rubric/band-out-of-reach': (issue) =>
    `No rating reaches the band ${received(issue) ?? 'here'}${forTypes(issue)}${scoreRange(issue)}. Correct its "minimum", or the weights, levels and bonuses.`,
  'rubric/pass-mark-out-of-reach': (issue) =>
    `No rating reaches the pass mark${after(' of ', received(issue))}${forTypes(issue)}${scoreRange(issue)}, so that nobody passes. Lower it, or correct the weights, levels and bonuses.`,
  'rubric/pass-mark-always-reached': (issue) =>
    `Every rating reaches the pass mark${after(' of ', received(issue))}${forTypes(issue)}${scoreRange(issue)}, so that only a veto or gate can fail a call. Raise it, or choose "scoring": "span", by which the lowest level earns 0.`,
  'rubric/weightless': (issue) =>
    `${received(issue) ?? 'This part'} weighs nothing${forTypes(issue)}${inDays(issue)}: it is rated in vain. Give it weight; if it only has to be recorded, make it an item of "kind": "text", or a veto.`,
  'rubric/changes-nothing': (issue) =>
    issue.details?.kind === 'adjustment'
      ? 'Without this adjustment all weights would be the same on every day. Correct its shares, dates or business types, or remove it.'
      : `The weight profile${after(' of ', received(issue))} gives the same weights as the form itself. Correct it, or remove it.`,
  'rubric/range-gap': (issue) =>
    `No range takes numbers${after(' ', detail(issue, 'gap')) || ' that are possible'}: such a measurement would be refused. Add a range, or say by "minimum" and "maximum" that there are none.`,
  'rubric/range-hidden': (issue) =>
    `The range${after(' ', received(issue))} is never reached: those before it take all its numbers, since the first that fits wins. Put it before them, or remove it.`,
  'rubric/range-overlap': (issue) =>
    `The range${after(' ', received(issue))} shares numbers with the earlier one${after(' ', detail(issue, 'other'))}, which wins. Make them meet: "below" in one, "atLeast" in the other.`,
  'rubric/always-true': (issue) =>
    `This is always true${after(': ', detail(issue, 'fact'))}${after(' can only be ', detail(issue, 'values'))}${after(' and is compared by ', received(issue))}. Correct the value, or remove the comparison.`,
  'rubric/never-true': (issue) =>
    `This is never true${after(': ', detail(issue, 'fact'))}${after(' can only be ', detail(issue, 'values'))}${after(' and is compared by ', received(issue))}. Correct the value, or remove the comparison.`,
  'rubric/contradiction': (issue) =>
    `These demands${after(' on ', detail(issue, 'fact'))} contradict each other and never hold together. Correct one of them, or use "any" instead of "all".`,
  'rubric/unused': (issue) => {
    const what = subject(RUBRIC_PARTS[detail(issue, 'kind') ?? ''] ?? 'name', received(issue))
    return `${what} is declared and never used. Use it, or remove it; if it is kept on purpose, say why in its "note".`
  },
  'rubric/no-guidance': (issue) =>
    `${received(issue) === undefined ? 'The item' : `The item ${received(issue)}`} does not say what its levels mean${after(': ', detail(issue, 'levels'))}. Raters will differ. Describe each of them in "guidance".`,
  'rubric/section-may-vanish': (issue) =>
    `Everything in the section${after(' ', received(issue))} may be n/a, and then its weight goes to other sections. Say "mayBeNotApplicable" of the section if that is meant, or let one item always apply.`,
  'rubric/nothing-may-be-left': () =>
    'Every section may be n/a, so that a call may end without a score. Let at least one item always apply.',
  'rubric/one-language': (issue) =>
    `Other texts of the rubric are in Chinese and English; this one lacks ${issue.expected === 'en' ? 'English' : issue.expected === 'zh-CN' ? 'Chinese' : 'a language'}. Write it as {"zh-CN": "...", "en": "..."}.`,
  'rubric/example-expired': (issue) =>
    `The last day of this example${after(' was ', received(issue))}${after('; today is ', detail(issue, 'today'))}. Replace it by a current one, or extend "through".`,
  'rubric/too-complex': (issue) =>
    join(
      `The rubric leads to too many different weights${after(': ', received(issue))}${after(', at most ', detail(issue, 'maximum'))}.`,
      'Use fewer weight adjustments or business types.',
    ),

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
      `Correct the name, or declare it under "${detail(issue, 'declaredIn') ?? 'facts'}".`,
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
    `The condition is nested deeper than ${limit(issue, 'levels')}. Nest it less deeply.`,
  'conditions/too-many': (issue) =>
    `The condition has more parts or values than ${limit(issue, 'allowed')}. Make it smaller.`,
  'conditions/operand': (issue) =>
    join(
      `${subject('operator', quoted(issue, 'operator'))} does not fit: it would need ${typeWords(issue.expected) ?? 'another type'}${after(', but gets ', typeWords(received(issue)))}.`,
      'Correct the operator, the fact or the value.',
    ),
  'conditions/unknown-value': (issue) =>
    join(
      `${subject('fact', quoted(issue, 'fact'))} is never ${received(issue) ?? 'this value'}.`,
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
      `Write it like ${expected(issue) ?? '$.a.b[0]'}${after(', with at most ', detail(issue, 'maximum'), ' steps')}.`,
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
      `The weights change within the period${after(' ', span(received(issue)))}${after(', after ', detail(issue, 'boundary'))}.`,
      'Split it there into two evaluations.',
    ),
  'evaluation/unknown-item': (issue) =>
    join(
      `${subject('item', received(issue))} is not in the rubric.`,
      meantOr(issue, 'It has'),
      'Correct the id, or remove the rating.',
    ),
  'evaluation/unanswered': (issue) =>
    `${subject('item', received(issue))} has no rating. Rate it${after(', or give the fact ', quoted(issue, 'fact'), ', from which its number is taken')}.`,
  'evaluation/rating-type': (issue) => {
    const item = quoted(issue, 'item')
    return join(
      `The rating${after(' of item ', item)} should be ${typeWords(issue.expected) ?? 'of another form'}${after(', but is ', received(issue))}.`,
      literal(issue) || 'Correct it.',
    )
  },
  'evaluation/off-scale': (issue) =>
    join(
      `${received(issue) ?? 'This'} is not a level of the scale${after(' of item ', quoted(issue, 'item'))}.`,
      after('Its levels are ', expected(issue), '.'),
      'Choose one of its levels.',
    ),
  'evaluation/unknown-option': (issue) =>
    join(
      `${subject('option', received(issue))} does not exist${after(' in item ', quoted(issue, 'item'))}.`,
      meantOr(issue, 'Possible are'),
      'Choose an existing option.',
    ),
  'evaluation/repeated-option': (issue) =>
    `${subject('option', received(issue))} is chosen more than once${after(' in item ', quoted(issue, 'item'))}. Name each option once.`,
  'evaluation/unknown-fault': (issue) =>
    join(
      `${subject('fault', received(issue))} does not exist${after(' in item ', quoted(issue, 'item'))}.`,
      meantOr(issue, 'Possible are'),
      'Correct the id.',
    ),
  'evaluation/out-of-range': (issue) =>
    issue.expected?.startsWith('>=')
      ? `The count${after(' ', received(issue))}${after(' in item ', quoted(issue, 'item'))} is not possible. Enter a whole number ${issue.expected}.`
      : join(
          `The number${after(' ', received(issue))}${after(' of item ', quoted(issue, 'item'))} is out of range.`,
          `Enter a number${after(' ', range(issue.expected)) || ' within the limits'}.`,
        ),
  'evaluation/no-range': (issue) =>
    `No range${after(' of item ', quoted(issue, 'item'))} covers the number${after(' ', received(issue))}. Correct the number, or add a range to the rubric.`,
  'evaluation/fact-differs': (issue) =>
    join(
      `The rating${after(' ', received(issue))}${after(' of item ', quoted(issue, 'item'))} differs from the fact${after(' ', quoted(issue, 'fact'))}${after(', which is ', expected(issue))}.`,
      'Remove the rating, or correct the fact.',
    ),
  'evaluation/not-applicable-refused': (issue) =>
    `${quoted(issue, 'item') ?? 'This'} may not be answered "na". Rate it, or set "mayBeNotApplicable": true for it in the rubric.`,
  'evaluation/rated-not-applicable': (issue) => {
    const reason =
      detail(issue, 'reason') === 'section'
        ? `, because its section${after(' ', quoted(issue, 'section'))} is not`
        : detail(issue, 'reason') === 'condition'
          ? ', because the condition in "appliesWhen" is not met'
          : ''
    return `${subject('item', quoted(issue, 'item'))} is rated although it is not applicable${reason}. Remove the rating, or write "na".`
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
      `${subject('fact', quoted(issue, 'fact'))} is missing, but it is needed to decide ${quoted(issue, 'key') ?? 'a condition'}${after(' of ', quoted(issue, 'node'))}.`,
      `Add it under "facts".`,
    ),
  'evaluation/undetermined': (issue) =>
    join(
      `Facts are missing to decide ${RULE_KINDS[detail(issue, 'kind') ?? ''] ?? 'a rule'}${after(' ', quoted(issue, 'rule'))}, whose "whenUnknown" is "refuse".`,
      `Add the facts, or remove "whenUnknown" from the rubric.`,
    ),

  'scoring/no-rubric': (issue) =>
    join(
      `No rubric given matches ${received(issue) ?? 'this evaluation'}.`,
      expected(issue) === undefined ? didYouMean(issue) : meantOr(issue, 'Given are'),
      'Pass the rubric, or correct "rubric" and "rubricVersion".',
    ),
  'scoring/ambiguous-rubric': (issue) =>
    join(
      `Several versions of the rubric${after(' ', received(issue))} fit.`,
      after('They are ', expected(issue), '.'),
      'Add "rubricVersion" to the evaluation.',
    ),
  'scoring/wrong-call': (issue) =>
    join(
      `The function was called with something that it cannot use${after(': ', typeWords(received(issue)))}.`,
      after('Pass ', typeWords(issue.expected), '.') || 'Correct the call.',
    ),
  'statistics/argument': (issue) =>
    join(
      `The argument ${issue.path.length > 0 ? formatPath(issue.path) : 'given'} is ${received(issue) ?? 'missing or not usable'}.`,
      after('It has to be ', range(typeWords(issue.expected)), '.') || 'Correct the call.',
      after('Shares and probabilities are fractions: did you mean ', issue.suggestion, '?'),
    ),
  'sampling/argument': (issue) =>
    join(
      `The argument ${issue.path.length > 0 ? formatPath(issue.path) : 'given'} is ${received(issue) ?? 'not usable'}.`,
      after('It has to be ', expected(issue), '.') || 'Correct the call.',
    ),
  'sampling/infeasible-allocation': (issue) => {
    const need = detail(issue, 'need') ?? 'more'
    const available = detail(issue, 'available') ?? 'fewer'
    switch (detail(issue, 'constraint')) {
      case 'sizes':
        return `The sample is to have ${need} calls, and there are only ${available}. Ask for fewer.`
      case 'minima':
        return `The minima of the strata add to ${need} calls, more than the sample of ${available}. Raise the total, or lower the minima.`
      case 'group':
        return `Group ${detail(issue, 'group') ?? 'given'} has to get ${need} calls and has only ${available}. Lower its floor or the total, or widen the group.`
      case 'variance':
        return `The variance of the total is to be at most ${need}, and the most calls allowed leave ${available}. Allow more calls, or more variance.`
      case 'floors':
        return `The minima and the floors of groups ask together for ${need} calls, more than the sample of ${available}. Raise the total, or lower a floor.`
      default:
        return `The calls cannot be shared out: needed are ${need}, and there are ${available}. Change the total, the minima or the floors.`
    }
  },
  'sampling/crossing-groups': (issue) =>
    `Groups ${detail(issue, 'other') ?? 'here'} and ${detail(issue, 'group') ?? 'another'} share strata, but neither holds the other. Make them disjoint, or put one wholly within the other.`,
  'sampling/periodic': (issue) =>
    join(
      `Every ${detail(issue, 'interval') ?? 'n'} calls one is taken, and the list repeats itself every ${detail(issue, 'period') ?? 'so many'} calls, so that the sample sees ${detail(issue, 'phases') ?? 'few'} of the ${detail(issue, 'period') ?? 'different'} places in the pattern.`,
      'Order the list differently, take another number of calls, or choose by key instead.',
    ),
  'sampling/duplicate-id': (issue) =>
    `${subject('name', received(issue))} stands for two things here. Give one of them another name.`,
  'sampling/role-twice': (issue) =>
    `Two columns have the role ${received(issue) ?? 'that stands here'}${after(': this one and ', quoted(issue, 'first'))}. Keep the role on one of them.`,
  'sampling/role-type': (issue) =>
    `A column of the role ${quoted(issue, 'role') ?? 'given'} cannot have the type ${received(issue) ?? 'given'}. Use ${expected(issue) ?? 'another type'}.`,
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
    `The column ${quoted(issue, 'field') ?? 'named here'} has the type ${received(issue) ?? 'given'}, which calls cannot be grouped by here. It has to be ${expected(issue) ?? 'another type'}${issue.expected === '"instant"' ? '' : '; times are grouped by slots'}.`,
  'sampling/slot-empty': () =>
    'This slot holds no time: it ends where it begins. Write two different times, such as ["06:00", "12:00"].',
  'sampling/slot-overlap': (issue) =>
    `This slot overlaps with the slot ${quoted(issue, 'other') ?? 'before it'}${after(', at ', detail(issue, 'at'))}. A slot ends before its second time; let the next begin there.`,
  'sampling/slot-gap': (issue) =>
    `No slot covers ${detail(issue, 'at') ?? 'some times of the day'}. Let the slots cover all 24 hours, or name the rest with "otherwise".`,
  'sampling/unused-allocation': (issue) =>
    `The method ${quoted(issue, 'method') ?? 'of this allocation'} does not use ${received(issue) ?? 'this'}. Remove it, or choose the method that does: neyman takes deviations, cost takes deviations and costs.`,
  'sampling/missing-column': (issue) =>
    join(
      `The data have no column ${received(issue) ?? 'that the design names'}.`,
      didYouMean(issue),
      'Correct the name in the design, or the heading of the file.',
    ),
  'sampling/repeated-column': (issue) =>
    `Two columns of the data are called ${received(issue) ?? 'the same'}. Give one of them another name.`,
  'sampling/row-shape': (issue) => {
    const start = line(issue)
    switch (detail(issue, 'problem')) {
      case 'cells':
        return `${start}the row has ${received(issue) ?? 'another number of'} cells, the heading ${expected(issue) ?? 'not as many'}. Put a cell that holds a comma in double quotes, or add the cells that are missing.`
      case 'quotes':
        return `${start}a double quote stands where none may be, or is never closed. Put the whole cell in double quotes and write each quote within it twice.`
      case 'json':
        return `${start}the line is not valid JSON. Write one JSON object on each line.`
      case 'object':
        return `${start}${received(issue) ?? 'the value'} is not an object. Write each row as {"column": value}.`
      case 'heading':
        return 'The file has no heading. Its first line has to name the columns.'
      case 'column-twice':
        return `Two columns of the file are named ${received(issue) ?? 'the same'}, so that it is unclear which one the design means. Rename or remove one.`
      default:
        return `${start}${received(issue) ?? 'this'} is not what a row should be${after(' (', expected(issue), ')')}. Correct the row.`
    }
  },
  'sampling/cell-type': (issue) =>
    join(
      `${line(issue)}${received(issue) ?? 'the value'} in the column ${quoted(issue, 'field') ?? 'named'} is not of the type ${expected(issue) ?? 'declared'}.`,
      didYouMean(issue),
      'Correct the cell or the type of the column in the design.',
    ),
  'sampling/missing-id': (issue) =>
    `${line(issue)}the call has no id. Fill in the column ${quoted(issue, 'field') ?? 'with the role "id"'}.`,
  'sampling/bad-text': (issue) =>
    `${line(issue)}${received(issue) ?? 'the text'} in the column ${quoted(issue, 'field') ?? 'named'} holds a control character or half a character. Remove it; ids and labels are kept exactly as written.`,
  'sampling/missing-stratum': (issue) =>
    `${line(issue)}the column ${quoted(issue, 'field') ?? 'that calls are grouped by'} is empty, so that the call belongs to no stratum. Fill it in, or leave such calls out by "eligible".`,
  'sampling/eligible-unknown': (issue) =>
    `${line(issue)}"eligible" cannot be decided, since ${quoted(issue, 'field') ?? 'a column that it needs'} is empty. Fill it in.`,
  'sampling/duplicate-call': (issue) =>
    `${line(issue)}the id of this call stands in line ${detail(issue, 'firstLine') ?? 'before'} already. Each call may be in the data once; remove one of the two rows.`,
  'sampling/empty-frame': () =>
    'The data hold no call that may be drawn. Check "eligible" in the design, and that the right file was chosen.',
  'sampling/frame-too-small': (issue) =>
    `There are ${received(issue) ?? 'fewer'} calls, and "minimumTotal" asks for ${expected(issue) ?? 'more'}. Lower it, or measure all calls there are with "ifTooFew": "take-all".`,
  'sampling/over-maximum': (issue) =>
    join(
      `The design asks for ${detail(issue, 'needed') ?? 'more'} measured calls because of ${OVER_MAXIMUM[detail(issue, 'constraint') ?? ''] ?? 'what it demands'}, more than "maximumTotal" (${expected(issue) ?? 'as set'}).`,
      after('With that many the margin is ', detail(issue, 'attained'), ' percentage points.'),
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
    `The data are not those that were counted: ${after('stratum ', quoted(issue, 'stratum'), ' ')}has ${received(issue) ?? 'another number of'} calls, not ${expected(issue) ?? 'as many as planned'}. Plan again with the data as they are now.`,
  'sampling/parts-differ': (issue) =>
    `These parts do not belong together: they differ in ${quoted(issue, 'what') ?? 'design, plan or seed'}. Make every part with the same plan and seed.`,
  'sampling/does-not-belong': (issue) =>
    `The call ${received(issue) ?? 'named here'} was not drawn by this design and seed${after(' as ', quoted(issue, 'purpose'))}. It does not belong in the sample.`,
  'sampling/call-missing': (issue) =>
    `The call ${received(issue) ?? 'named here'} was drawn by this design and seed${after(' as ', quoted(issue, 'purpose'))}, but is missing from the manifest.`,
  'sampling/call-gone': (issue) =>
    `The call ${received(issue) ?? 'named here'} is in the sample, but no longer among the calls of the data.`,
  'sampling/stratum-changed': (issue) =>
    `The call ${received(issue) ?? 'named here'} is in the stratum ${quoted(issue, 'now') ?? 'that the data say'} by the data, and in ${quoted(issue, 'before') ?? 'another'} by the manifest.`,
  'sampling/entry-changed': (issue) =>
    `The entry of the call ${received(issue) ?? 'named here'} was changed: its ${quoted(issue, 'what') ?? 'place or purpose'} is not as drawn.`,
  'sampling/frame-digest': (issue) =>
    `The data are not those of the manifest: their digest is ${received(issue) ?? 'another one'}, the manifest says ${expected(issue) ?? 'otherwise'}. Calls were added, removed or changed stratum since.`,
  'sampling/plan-differs': (issue) =>
    `${quoted(issue, 'what') ?? 'A figure'} of the manifest is ${received(issue) ?? 'not right'}; design and data give ${expected(issue) ?? 'another value'}.`,
  'sampling/sample-digest': (issue) =>
    `The digest of the sample is ${received(issue) ?? 'another one'} in the manifest; its measured calls give ${expected(issue) ?? 'another value'}.`,
  'sampling/seed-not-fixed': () =>
    'Nothing says when the seed was fixed. Whoever chooses it after seeing the calls can choose the sample: fix seed and design before the period ends, and record the instant as "seedFixedAt".',
  'sampling/seed-late': (issue) =>
    `The seed was fixed at ${received(issue) ?? 'a time'} when the calls were already known (the last is of ${expected(issue) ?? 'before'}). A seed that is chosen then can choose the sample.`,
  'sampling/input-file': (issue) =>
    `The file ${quoted(issue, 'name') ?? 'given'} is not the one that was drawn from: its SHA-256 is ${received(issue) ?? 'another one'}, the manifest says ${expected(issue) ?? 'otherwise'}.`,
  'sampling/replacement': (issue) =>
    `The replacement of the call ${received(issue) ?? 'named here'} is not what the design gives: it should be ${expected(issue) ?? 'another call'}.`,
  'sampling/not-measured': (issue) =>
    `The call ${received(issue) ?? 'named here'} is not a measured call of this sample, so that there is nothing to replace.`,
  'sampling/no-replacement': (issue) =>
    `The stratum ${quoted(issue, 'stratum') ?? 'of this call'} has no further call to take in place of ${received(issue) ?? 'it'}. Leave the call without a score and estimate with the choice for missing calls.`,
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
      `The sample holds one call${after(' of ', detail(issue, 'size'))} of stratum ${received(issue) ?? 'this'}, which shows no spread.`,
      'Draw two or more, or set singleCall to "certainty", "remove", "adjust" or "average".',
    ),
  'sampling/post-stratum': (issue) =>
    issue.details?.reason === 'empty'
      ? `${subject('group', received(issue))} is counted but none of its calls was drawn. Join it with another group.`
      : `${subject('group', received(issue))} occurs in the sample but has no count. Give the number of its calls.`,
  'sampling/sql-unsupported': (issue) =>
    `${after('What stands at ', formatPath(issue.path), ', ')}${received(issue) ?? 'this'}${issue.path.length > 0 ? ',' : ''} cannot be said in the SQL of ${detail(issue, 'dialect') ?? 'this engine'} so that it means the same. Write it differently, put it into a column of the table, or draw from an export.`,
  'sampling/sql-rows': (issue) =>
    join(
      `The rows are not those of the query${after(' (at ', formatPath(issue.path), ')')}: expected ${expected(issue) ?? 'something else'}${after(', found ', received(issue))}.`,
      'Run the query anew and hand over all of its rows as the driver gives them.',
    ),
  'sampling/sql-faults': (issue) =>
    join(
      `The table holds rows that may not be sampled: ${detail(issue, 'calls') ?? 'some'} with the fault ${quoted(issue, 'fault') ?? 'named'} in ${subject('column', quoted(issue, 'field'))}${after(', such as the call ', received(issue))}.`,
      'Mend them at their source, or leave them out by a view.',
    ),

  'calendar/none': () => 'Working time needs a calendar, and none is given. Give at least one.',
  'calendar/zones-differ': (issue) =>
    `${calendars(issue)} are of different time zones${after(': ', expected(issue))}${after(' and ', received(issue))}. Give calendars of one zone.`,
  'calendar/overlap': (issue) =>
    `${calendars(issue)} both cover days: one goes through ${detail(issue, 'through') ?? 'a day'}, the other begins on ${detail(issue, 'from') ?? 'one before'}. Let "valid" of the second begin on the day after the first ends.`,
  'calendar/gap': (issue) =>
    `${calendars(issue)} leave out days between them: one goes through ${detail(issue, 'through') ?? 'a day'}, the other begins on ${detail(issue, 'from') ?? 'a later one'}. Add the calendar between them.`,
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
    `The alert ended${after(' on ', detail(issue, 'at'))}${after(' (', detail(issue, 'state'), ')')}, so that ${received(issue) ?? 'the event'} can change nothing any more. If the problem is back, it raises the alert anew.`,
  'alerts/event-twice': (issue) => `The alert was ${received(issue) ?? 'that'} before. Nothing more is needed.`,
  'alerts/event-duties-open': (issue) =>
    `The alert cannot be closed yet: still owed is ${names(issue, 'missing') ?? 'a duty'}. Do that first, or withdraw the alert if it was none.`,
  'alerts/event-unknown-role': (issue) =>
    `There is no role ${received(issue) ?? 'of this name'} in the policy. Correct it, or declare it under "roles".`,
  'alerts/event-duty-done': (issue) =>
    `${subject('duty', quoted(issue, 'name'))} was done before${after(', on ', detail(issue, 'at'))}. Nothing more is needed.`,
  'alerts/event-duty-cancelled': (issue) =>
    `${subject('duty', quoted(issue, 'name'))} was cancelled when the alert came to a graver level. Do what the new level asks for.`,
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
    `The column ${quoted(issue, 'field') ?? 'named'} is of type ${expected(issue) ?? 'another'} and cannot hold ${received(issue) ?? 'the label'} of the alert's group. Name the column that does, or correct its type.`,

  'alerts/duplicate-id': (issue) =>
    `${subject('id', received(issue))} stands for two things here. Give one of them another id.`,
  'alerts/repeated-name': (issue) => `${received(issue) ?? 'This'} stands in this list twice. Remove one of the two.`,
  'alerts/unknown-name': (issue) => {
    const [noun, key] = POLICY_NAMES[detail(issue, 'kind') ?? ''] ?? ['name', undefined]
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
    `The fact ${quoted(issue, 'fact') ?? 'named here'} is ${typeWords(received(issue)) ?? 'a list or an object'}, which no group can be named by. Use a fact that is a text, a number, or true or false.`,
  'alerts/from-scores-twice': (issue) =>
    `${subject('kind', received(issue))} stands in "fromScores" twice, so that it is unclear which setting counts. Keep one of the two.`,
  'alerts/reserved-event': (issue) =>
    `${subject('event', received(issue))} changes the alert itself and cannot fulfil a duty. Name the event after what was done, such as "remedied" or "cause-reported"; "verified" may be used.`,
  'alerts/same-event': (issue) =>
    `The event ${received(issue) ?? 'named here'} fulfils another duty of this level already${after(': ', quoted(issue, 'first'))}. Give each duty an event of its own.`,
  'alerts/reminder-too-early': (issue) =>
    `The reminder would come before the duty begins: it is ${received(issue) ?? 'as long before the deadline'}, the term${after(' only ', detail(issue, 'term'))}. Shorten the reminder.`,
  'alerts/notice-twice': (issue) =>
    issue.details?.kind === 'remind'
      ? 'Two reminders of this duty come at the same time. Remove one of the two.'
      : 'The same role is told twice at the same time. Remove one of the two.',
  'alerts/closure-unreachable': () =>
    'Nothing is over 100 %, so that the target can never be met. Lower it, or set "comparison" to "at-least".',
  'alerts/empty-step': () =>
    'The step says a level but not what has to be found. Add "count", "agents", "calls" or "rate".',
  'alerts/same-level': (issue) =>
    `Two steps of this rule lead to the level ${received(issue) ?? 'named here'}. Keep one of them, or make a rule of its own of the other.`,
  'alerts/no-false-alerts': (issue) =>
    `A step with a rate leads to the level ${quoted(issue, 'level') ?? 'named here'}, and nothing says how many false alerts it may have. Add the level under "falseAlerts", such as 0.25: one false alert in four reviews.`,
  'alerts/rate-window': (issue) =>
    issue.received === undefined
      ? 'A rate needs a window of days, since what was rated is counted by day. Add one, such as "window": {"days": 30}.'
      : 'What was rated is counted by day, so that a rate cannot look at hours. Write the window in days, such as {"days": 7}.',
  'alerts/rate-of-call': () =>
    'The rule has an alert for each call, and a single call has no rate. Take "call" out of "groupBy", or use "count" instead of "rate".',
  'alerts/adjusted-percent': () =>
    'Only a comparison with others can be adjusted; a stated percentage is the same for all calls. Remove "adjustFor", or compare with a history.',
  'alerts/history-alone': (issue) =>
    issue.details?.reason === 'groupBy'
      ? 'A history compares agents with other agents, or teams with other teams, and this rule is grouped by neither. Add "agent" or "team" to "groupBy", or compare with a percentage.'
      : 'Calls of the same agent or team are compared with each other alone here, so that there are no others. Take the label that the rule is grouped by out of "adjustFor".',
  'alerts/shadowed-step': (issue) =>
    `This step never names the level: whenever it holds, the graver step for ${quoted(issue, 'level') ?? 'another level'} holds as well. Ask for less here, or for more there.`,
  'alerts/step-impossible': (issue) =>
    `The step can never hold: the rule has an alert for each ${GROUPED[detail(issue, 'label') ?? ''] ?? 'of them'}, so that there is never more than one${after(', and it asks for ', received(issue))}. Take the label out of "groupBy", or the demand out of the step.`,
  'alerts/unused': (issue) => {
    const what = subject(POLICY_PARTS[detail(issue, 'kind') ?? ''] ?? 'name', received(issue))
    switch (issue.details?.kind) {
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
    `The level ${quoted(issue, 'level') ?? 'here'} is graver than ${quoted(issue, 'other') ?? 'another'} and leaves more time: ${received(issue) ?? 'longer'}${after(' instead of ', detail(issue, 'term'))}. Shorten the term, or correct the order of the levels (gravest first).`,
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
      `${subject('value', received(issue))} is no rating${after(' of ', quoted(issue, 'item'))}.`,
      after('Possible are ', expected(issue), ', or "na".'),
      'Correct it.',
    ),
  'calibration/rated-twice': (issue) =>
    `${after('', quoted(issue, 'rater')) || 'A rater'} rated${after(' ', quoted(issue, 'item'))} of the call${after(' ', quoted(issue, 'call'))} twice. Keep one of the two.`,
  'calibration/left-out': (issue) =>
    `${subject('session', received(issue))} was held, and none of its calls is given. Every session counts: give its calls, unrated ones with a score of null.`,
  'calibration/event-twice': (issue) =>
    `${subject('event', received(issue))} is there already. Give a new event an id of its own.`,
  'calibration/other-evaluation': (issue) =>
    `The event is about another evaluation${after(': ', received(issue))}${after(' instead of ', expected(issue))}. Give it to that one's review.`,
  'calibration/tier': (issue) =>
    `This step${after(' (', detail(issue, 'kind'), ')')} may not be taken by ${received(issue) ?? 'somebody without a tier'}. ${after('It is for ', expected(issue), '.') || 'Let somebody of a higher tier do it.'}`,
  'calibration/not-now': (issue) =>
    `${received(issue) ?? 'This step'} is not possible now${after(': the review is ', detail(issue, 'status'))}. Check the order and the times of the events.`,
  'calibration/own-score': (issue) =>
    `${received(issue) ?? 'This person'} had a part in this score and cannot decide about it. Let somebody else do it.`,
  'calibration/appeal-about': () =>
    'The appeal does not say what it is about. Name at least one item, fault, veto, bonus or gate under "about".',
  'calibration/appeal-unknown': (issue) =>
    join(
      `${subject(detail(issue, 'kind') ?? 'part', received(issue))} is not in the rubric.`,
      meantOr(issue, 'Known are'),
      'Correct the name.',
    ),
  'calibration/appeal-late': (issue) =>
    `The appeal came too late${after(': it was due by ', expected(issue))}${after(' and came at ', received(issue))}. It is not taken.`,
  'calibration/appeal-open': (issue) =>
    `An appeal about this is open${after(': ', quoted(issue, 'appeal'))}. Wait for its answer.`,
  'calibration/appeal-settled': (issue) =>
    `An expert has settled this${after(' in the appeal ', quoted(issue, 'appeal'))}. It cannot be appealed again.`,
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
    `The rating of ${quoted(issue, 'item') ?? 'this item'} means something else in the new version${after(' (', detail(issue, 'what'), ')')}. Rate the call again.`,
  'calibration/veto-not-looked-for': (issue) =>
    `Nobody looked for the new veto ${quoted(issue, 'veto') ?? 'here'} when this call was judged. Judge the call again.`,
  'calibration/business-type-gone': (issue) =>
    `${subject('business type', received(issue))} is not in the new version. Decide by which one the call is judged.`,
}

type Words = Readonly<Record<string, string>>

/** What a name of an alert policy stands for, and the key that declares it. */
const POLICY_NAMES: Readonly<Record<string, readonly [noun: string, key: string | undefined]>> = {
  role: ['role', 'roles'],
  action: ['action', 'actions'],
  kind: ['kind of finding', 'kinds'],
  level: ['level', 'levels'],
  label: ['label', 'facts'],
  event: ['event', undefined],
}

const POLICY_PARTS: Words = { role: 'role', action: 'action', kind: 'kind', level: 'level', fact: 'fact' }

const RUBRIC_PARTS: Words = {
  scale: 'scale',
  fact: 'fact',
  condition: 'condition',
  tag: 'tag',
  family: 'family',
  action: 'action',
}

const GROUPED: Words = { agent: 'agent', call: 'call' }

const OVER_MAXIMUM: Words = {
  precision: 'the margin',
  minimumTotal: '"minimumTotal"',
  strata: 'what every stratum has to have',
  coverage: 'the coverage rules',
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

/** What a name stands for, and the key that declares it where authors declare it apart. */
const NAME_KINDS: Readonly<Record<string, readonly [noun: string, key: string | undefined]>> = {
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

const RULE_KINDS: Words = { veto: 'the veto', gate: 'the gate', bonus: 'the bonus' }

const TYPES: Words = {
  'true | false': 'true or false',
  'number | integer': 'a number',
  'number | string | boolean': 'a number, a text, or true or false',
  number: 'a number',
  integer: 'a whole number',
  'integer >= 1': 'a whole number >= 1',
  string: 'a text',
  boolean: 'true or false',
  list: 'a list',
  array: 'a list',
  object: 'an object',
  '"..." | {"zh-CN": "...", "en": "..."}': 'a text, or {"zh-CN": "...", "en": "..."}',
}

/** Puts names of types into words; anything else stays as notation. */
function typeWords(notation: string | undefined): string | undefined {
  if (notation === undefined || notation === '' || notation === 'undefined') return undefined
  const whole = TYPES[notation]
  if (whole !== undefined) return whole
  const parts = notation.split(' | ')
  return parts.every((part) => TYPES[part] !== undefined) ? parts.map((part) => TYPES[part]).join(' or ') : notation
}

/** A value that is absent is excerpted as `undefined`, which is no word for people. */
function received(issue: Issue): string | undefined {
  return issue.received === undefined || issue.received === 'undefined' || issue.received === ''
    ? undefined
    : issue.received
}

function expected(issue: Issue): string | undefined {
  return issue.expected === undefined || issue.expected === '' ? undefined : issue.expected
}

/** A piece of a JSON text is excerpted as a JSON string; shown as it stands in the text, its quotes are its own. */
function sourceText(issue: Issue): string | undefined {
  const excerpt = received(issue)
  if (excerpt === undefined) return undefined
  try {
    const text: unknown = JSON.parse(excerpt)
    return typeof text === 'string' ? after('`', oneLine(text), '`') || undefined : excerpt
  } catch {
    return excerpt
  }
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim()
}

function codePoint(character: string | undefined): string | undefined {
  const code = character?.codePointAt(0)
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

function detail(issue: Issue, name: string): string | undefined {
  const value = issue.details?.[name]
  return value === undefined || value === '' ? undefined : String(value)
}

function quoted(issue: Issue, name: string): string | undefined {
  const value = detail(issue, name)
  return value === undefined ? undefined : `"${value}"`
}

/** Ids joined by commas, quoted, and shortened where there are many. */
function names(issue: Issue, name: string): string | undefined {
  const all = detail(issue, name)?.split(', ')
  if (!all) return undefined
  const shown = all.slice(0, 10).map((id) => `"${id}"`)
  return (all.length > shown.length ? [...shown, '…'] : shown).join(', ')
}

function join(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** The text with what leads to it and follows it, or nothing where there is none. */
function after(lead: string, text: string | undefined, end = ''): string {
  return text === undefined || text === '' ? '' : `${lead}${text}${end}`
}

function subject(noun: string, value: string | undefined): string {
  return value === undefined ? `This ${noun}` : `The ${noun} ${value}`
}

function didYouMean(issue: Issue): string {
  return after('Did you mean "', issue.suggestion, '"?')
}

function meantOr(issue: Issue, lead: string): string {
  return didYouMean(issue) || after(`${lead} `, expected(issue), '.')
}

/** For suggestions that are JSON and not names. */
function literal(issue: Issue): string {
  return after('Write ', issue.suggestion, issue.suggestion?.startsWith('[') ? '.' : ' without quotes.')
}

function limit(issue: Issue, what: string): string {
  const maximum = detail(issue, 'maximum')
  return maximum === undefined ? 'allowed' : what === 'allowed' ? `the ${maximum} allowed` : `${maximum} ${what}`
}

function isRange(notation: string | undefined): boolean {
  return notation?.includes('..') === true && !notation.includes('"')
}

/** `0..6`, `..6` or `0..` in words. */
function range(notation: string | undefined): string | undefined {
  if (notation === undefined || !isRange(notation)) return notation
  const [least = '', greatest = ''] = notation.split('..')
  if (least !== '' && greatest !== '') return `from ${least} to ${greatest}`
  return least === '' ? `<= ${greatest}` : `>= ${least}`
}

/** Days `from..through` in words, either of them absent where open. */
function span(notation: string | undefined): string | undefined {
  if (notation === undefined || !isRange(notation)) return notation
  const [from = '', through = ''] = notation.split('..')
  if (from !== '' && through !== '') return `${from} to ${through}`
  return from === '' ? `until ${through}` : `since ${from}`
}

function under(issue: Issue): string {
  // The parent of the outermost sections is given as an empty name.
  if (issue.details?.parent === '') return 'of the outermost sections'
  return `under ${quoted(issue, 'parent') ?? 'the same parent'}`
}

function profile(issue: Issue): string {
  return subject('weight profile', quoted(issue, 'businessType'))
}

/** The business type and days of a weight. */
function inCase(issue: Issue): string {
  const [from, through] = [detail(issue, 'from'), detail(issue, 'through')]
  const days = from === undefined && through === undefined ? undefined : span(`${from ?? ''}..${through ?? ''}`)
  return after(
    ' (',
    [after('business type ', quoted(issue, 'businessType')), days ?? ''].filter((part) => part !== '').join(', '),
    ')',
  )
}

/** Where a row stands in its file, as the beginning of a sentence. */
function line(issue: Issue): string {
  return after('Line ', detail(issue, 'line'), ': ')
}

/** The two calendars that do not join, as the beginning of a sentence. */
function calendars(issue: Issue): string {
  const [first, other] = [quoted(issue, 'first'), quoted(issue, 'other')]
  return first !== undefined && other !== undefined ? `The calendars ${first} and ${other}` : 'Two calendars'
}

/** The business types that a warning is about; all where it names none. */
function forTypes(issue: Issue): string {
  return after(' for the business type ', detail(issue, 'businessTypes'))
}

/** What ratings can reach. */
function scoreRange(issue: Issue): string {
  const [lowest, highest] = [detail(issue, 'lowest'), detail(issue, 'highest')]
  return lowest === undefined || highest === undefined ? '' : ` (scores lie between ${lowest} and ${highest})`
}

/** The days for which the weights of a warning hold. */
function inDays(issue: Issue): string {
  const [from, through] = [detail(issue, 'from'), detail(issue, 'through')]
  return `${after(' from ', from)}${after(from === undefined ? ' until ' : ' to ', through)}`
}

/** The argument at fault. */
function place(issue: Issue): string | undefined {
  return issue.path.length === 0 ? undefined : formatPath(issue.path)
}
