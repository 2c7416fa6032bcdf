import type { Changes } from '../sound-rubric.js'

/** A change that makes the sound rubric faulty, and all that has to be told of it. */
export interface FaultCase {
  /** What is wrong, for the reader of the test. */
  readonly when: string
  readonly change: Changes
  /** Each `code path`. */
  readonly told: readonly string[]
  readonly suggestion?: string
  readonly details?: Readonly<Record<string, string | number>>
}

function fault(
  when: string,
  change: Changes,
  told: string | readonly string[],
  more: Pick<FaultCase, 'suggestion' | 'details'> = {},
): FaultCase {
  return { when, change, told: typeof told === 'string' ? [told] : told, ...more }
}

const GREETING = 'sections.0.items.0'
const IDENTITY = 'sections.0.items.1'
const PROBING = 'sections.1.items.0'
const OFFER = 'sections.1.items.1'
const REMARK = 'sections.1.items.2'
const WAIT = 'sections.2.items.0'
const TALK = 'sections.2.items.1'
const SLIPS = 'sections.2.items.2'

const unknownNames: readonly FaultCase[] = [
  fault(
    'an item names a scale that does not exist',
    { [`${GREETING}.scale`]: 'fiev' },
    'rubric/unknown-name sections[0].items[0].scale',
    { suggestion: 'five', details: { kind: 'scale' } },
  ),
  fault('the default scale does not exist', { defaultScale: 'fives' }, 'rubric/unknown-name defaultScale', {
    suggestion: 'five',
    details: { kind: 'scale' },
  }),
  fault(
    'a numeric item names a fact that does not exist',
    { [`${WAIT}.fact`]: 'secnds' },
    'rubric/unknown-name sections[2].items[0].fact',
    { suggestion: 'seconds', details: { kind: 'fact' } },
  ),
  fault(
    'an item names a family that does not exist',
    { [`${GREETING}.criticalError.family`]: 'costumer' },
    'rubric/unknown-name sections[0].items[0].criticalError.family',
    { suggestion: 'customer', details: { kind: 'family' } },
  ),
  fault(
    'a yes-no item names a family that does not exist',
    { [`${IDENTITY}.criticalError.family`]: 'complience' },
    'rubric/unknown-name sections[0].items[1].criticalError.family',
    { suggestion: 'compliance' },
  ),
  fault(
    'a fault names a family that does not exist',
    { [`${SLIPS}.faults.0.criticalError.family`]: 'client' },
    'rubric/unknown-name sections[2].items[2].faults[0].criticalError.family',
    { details: { kind: 'family' } },
  ),
  fault(
    'a veto names a family that does not exist',
    { 'vetoes.0.family': 'Custmer' },
    'rubric/unknown-name vetoes[0].family',
    { suggestion: 'customer', details: { kind: 'family' } },
  ),
  fault(
    'an item names a tag that does not exist',
    { [`${PROBING}.tags`]: ['knowledge', 'manners'] },
    'rubric/unknown-name sections[1].items[0].tags[1]',
    { suggestion: 'manner', details: { kind: 'tag' } },
  ),
  fault(
    'a fault names a tag that does not exist',
    { [`${SLIPS}.faults.0.tags`]: ['maner'] },
    'rubric/unknown-name sections[2].items[2].faults[0].tags[0]',
    { suggestion: 'manner', details: { kind: 'tag' } },
  ),
  fault(
    'a weight rule names a tag that does not exist',
    { 'weightRules.0.tag': 'knowlege' },
    'rubric/unknown-name weightRules[0].tag',
    { suggestion: 'knowledge', details: { kind: 'tag' } },
  ),
  fault(
    'a band names an action that does not exist',
    { 'result.bands.1.actions': ['retrian'] },
    'rubric/unknown-name result.bands[1].actions[0]',
    { suggestion: 'retrain', details: { kind: 'action' } },
  ),
  fault(
    'a profile is for a business type that does not exist',
    { 'weightProfiles.complaints': { sharePercents: { need: 40 } } },
    'rubric/unknown-name weightProfiles.complaints',
    { suggestion: 'complaint', details: { kind: 'businessType' } },
  ),
  fault(
    'an adjustment names a business type that does not exist',
    { 'weightAdjustments.0.businessTypes': ['sale'] },
    'rubric/unknown-name weightAdjustments[0].businessTypes[0]',
    { suggestion: 'sales', details: { kind: 'businessType' } },
  ),
  fault(
    'a weight rule names a business type that does not exist',
    { 'weightRules.0.businessTypes': ['sales', 'Complain'] },
    'rubric/unknown-name weightRules[0].businessTypes[1]',
    { suggestion: 'complaint', details: { kind: 'businessType' } },
  ),
  fault(
    'a profile shares out a node that does not exist',
    { 'weightProfiles.complaint.sharePercents': { resolutoin: 70 } },
    'rubric/unknown-name weightProfiles.complaint.sharePercents.resolutoin',
    { suggestion: 'resolution', details: { kind: 'node' } },
  ),
  fault(
    'a profile weighs a node that does not exist',
    { 'weightProfiles.complaint': { weights: { opening: 1, need: 1, resolution: 1, closing: 1 } } },
    'rubric/unknown-name weightProfiles.complaint.weights.closing',
    { details: { kind: 'node' } },
  ),
  fault(
    'an adjustment shares out a node that does not exist',
    { 'weightAdjustments.0.sharePercents': { needs: 40 } },
    'rubric/unknown-name weightAdjustments[0].sharePercents.needs',
    { suggestion: 'need', details: { kind: 'node' } },
  ),
  fault(
    'a weight rule names a node that does not exist',
    { 'weightRules.0': { nodes: ['need', 'reslution'], minimumSharePercent: 5 } },
    'rubric/unknown-name weightRules[0].nodes[1]',
    { suggestion: 'resolution', details: { kind: 'node' } },
  ),
  fault(
    'an effect names a section that does not exist',
    { 'gates.0.effects.0.section': 'Resolutions' },
    'rubric/unknown-name gates[0].effects[0].section',
    { suggestion: 'resolution', details: { kind: 'section' } },
  ),
  fault(
    'an effect of a gate names an item',
    { 'gates.0.effects.0.section': 'greeting' },
    'rubric/unknown-name gates[0].effects[0].section',
    { details: { kind: 'section' } },
  ),
  fault(
    'an effect of a veto names an item',
    { 'vetoes.1.effects': [{ kind: 'cap-section', section: 'probing', maximum: 50 }] },
    'rubric/unknown-name vetoes[1].effects[0].section',
    { details: { kind: 'section' } },
  ),
  fault(
    'a veto looks at an item that does not exist',
    { 'vetoes.1.onRating.item': 'probin' },
    'rubric/unknown-name vetoes[1].onRating.item',
    { suggestion: 'probing', details: { kind: 'item' } },
  ),
  fault(
    'a veto looks at the rating of a section',
    { 'vetoes.1.onRating.item': 'need' },
    'rubric/unknown-name vetoes[1].onRating.item',
    { details: { kind: 'item' } },
  ),
  fault(
    'a critical error names an option that does not exist',
    { [`${OFFER}.criticalError.options`]: ['none', 'othr'] },
    'rubric/unknown-name sections[1].items[1].criticalError.options[1]',
    { suggestion: 'other', details: { kind: 'option' } },
  ),
  fault(
    'a veto names an option that does not exist',
    { 'vetoes.1.onRating': { item: 'offer', options: ['nothing', 'none'] } },
    'rubric/unknown-name vetoes[1].onRating.options[0]',
    { details: { kind: 'option' } },
  ),
  fault(
    'a condition asks for a fact that does not exist',
    { 'gates.0.when': { all: [{ fact: 'cst', operator: 'equal', value: 80 }] } },
    'conditions/unknown-fact gates[0].when.all[0].fact',
    { suggestion: 'csat' },
  ),
  fault(
    'a condition asks for the rating of an item that does not exist',
    { 'gates.0.when': { all: [{ fact: 'ratings', path: '$.probng', operator: 'lessThan', value: 2 }] } },
    'conditions/unknown-fact gates[0].when.all[0].path',
    { suggestion: '$.probing' },
  ),
  fault(
    'a condition asks for the rating of a text item',
    { 'gates.0.when': { all: [{ fact: 'ratings', path: '$.remark', operator: 'equal', value: 'x' }] } },
    'conditions/unknown-fact gates[0].when.all[0].path',
  ),
  fault(
    'a condition asks for a section that does not exist',
    { 'gates.0.when': { all: [{ fact: 'sections', path: '$.ned', operator: 'lessThan', value: 2 }] } },
    'conditions/unknown-fact gates[0].when.all[0].path',
    { suggestion: '$.need' },
  ),
  fault(
    'a condition refers to a named condition that does not exist',
    { 'gates.0.when': { condition: 'is-sale' } },
    'conditions/unknown-condition gates[0].when.condition',
    { suggestion: 'is-sales' },
  ),
  fault(
    'a condition compares with a business type that does not exist',
    { 'conditions.is-sales.all.0.value': 'sale' },
    'conditions/unknown-value conditions.is-sales.all[0].value',
    { suggestion: 'sales' },
  ),
  fault(
    'a condition compares with an option that does not exist',
    { 'gates.0.when': { all: [{ fact: 'ratings', path: '$.offer', operator: 'equal', value: 'fiting' }] } },
    'conditions/unknown-value gates[0].when.all[0].value',
    { suggestion: 'fitting' },
  ),
  fault(
    'an operator does not exist',
    { 'gates.0.when': { all: [{ fact: 'csat', operator: 'lessThen', value: 80 }] } },
    'conditions/unknown-operator gates[0].when.all[0].operator',
    { suggestion: 'lessThan' },
  ),
]

const duplicates: readonly FaultCase[] = [
  fault(
    'two sections have one id',
    { 'sections.1.id': 'opening', weightAdjustments: undefined },
    'rubric/duplicate-id sections[1].id',
  ),
  fault(
    'a section inside another has the id of one outside',
    { 'sections.2.sections.0.id': 'need' },
    'rubric/duplicate-id sections[2].sections[0].id',
  ),
  fault(
    'two items of different sections have one id',
    { [`${OFFER}.id`]: 'greeting' },
    'rubric/duplicate-id sections[1].items[1].id',
  ),
  fault(
    'an item has the id of a section',
    { [`${OFFER}.id`]: 'resolution' },
    'rubric/duplicate-id sections[1].items[1].id',
  ),
  fault(
    'an item has the id of the section around it',
    { 'sections.2.sections.0.items.0.id': 'follow-up' },
    'rubric/duplicate-id sections[2].sections[0].items[0].id',
  ),
  fault('two vetoes have one id', { 'vetoes.1.id': 'abuse' }, 'rubric/duplicate-id vetoes[1].id'),
  fault(
    'two gates have one id',
    { 'gates.1': { id: 'csat-floor', when: { condition: 'is-sales' }, effects: [{ kind: 'zero' }] } },
    'rubric/duplicate-id gates[1].id',
  ),
  fault('two bonuses have one id', { 'bonuses.1': { id: 'thanks', points: 1 } }, 'rubric/duplicate-id bonuses[1].id'),
  fault('two tags have one id', { 'tags.2': { id: 'manner' } }, 'rubric/duplicate-id tags[2].id'),
  fault('two families have one id', { 'families.2': { id: 'customer' } }, 'rubric/duplicate-id families[2].id'),
  fault('two actions have one id', { 'actions.2': { id: 'retrain' } }, 'rubric/duplicate-id actions[2].id'),
  fault(
    'two business types have one id',
    { 'businessTypes.2': { id: 'sales' } },
    'rubric/duplicate-id businessTypes[2].id',
  ),
  fault(
    'two options of an item have one id',
    { [`${OFFER}.options.1.id`]: 'fitting' },
    'rubric/duplicate-id sections[1].items[1].options[1].id',
  ),
  fault(
    'two faults of an item have one id',
    { [`${SLIPS}.faults.1.id`]: 'jargon' },
    'rubric/duplicate-id sections[2].items[2].faults[1].id',
  ),
  fault('two bands have one id', { 'result.bands.1.id': 'good' }, 'rubric/duplicate-id result.bands[1].id'),
]

const ids: readonly FaultCase[] = [
  ...['', ' need', 'two words', '-need', '_need', 'need.1', '需求，探询', 'a/b', '😀', 'a\n'].map((id) =>
    fault(`${JSON.stringify(id)} is an id`, { [`${OFFER}.id`]: id }, 'document/id sections[1].items[1].id'),
  ),
  fault('a number is an id', { [`${OFFER}.id`]: 7 }, 'document/type sections[1].items[1].id'),
  fault('an id is missing', { [`${OFFER}.id`]: undefined }, 'document/missing-key sections[1].items[1].id'),
  fault('a fact has a bad id', { 'facts.call length': { type: 'number' } }, 'document/id facts["call length"]'),
  fault('a scale has a bad id', { 'scales.5 级': { levels: [{ value: 1 }] } }, 'document/id scales["5 级"]'),
]

const facts: readonly FaultCase[] = [
  ...['ratings', 'sections', 'rawScore', 'businessType'].map((id) =>
    fault(`a fact is called ${id}`, { [`facts.${id}`]: { type: 'number' } }, `rubric/reserved-fact facts.${id}`),
  ),
  fault('a fact has no type', { 'facts.tier': { values: ['gold'] } }, 'document/missing-key facts.tier.type'),
  fault(
    'a fact has a type that does not exist',
    { 'facts.tier': { type: 'strng' } },
    'document/value facts.tier.type',
    { suggestion: 'string' },
  ),
  fault('the limits of a fact are crossed', { 'facts.csat.minimum': 101 }, 'rubric/range-bounds facts.csat.maximum'),
  fault(
    'a fact lists a text twice',
    { 'facts.tier.values': ['gold', 'basic', 'gold'] },
    'rubric/fact-definition facts.tier.values[2]',
  ),
  fault('a fact lists no text', { 'facts.tier.values': [] }, 'document/empty facts.tier.values'),
  fault('a truth value has a minimum', { 'facts.recorded.minimum': 0 }, 'document/unknown-key facts.recorded.minimum'),
  fault('a number has texts', { 'facts.seconds.values': ['gold'] }, 'document/unknown-key facts.seconds.values'),
]

const scales: readonly FaultCase[] = [
  fault(
    'two levels have one value',
    { 'scales.steps.levels.1.value': 0 },
    'rubric/duplicate-level scales.steps.levels[1].value',
  ),
  fault(
    'a scale by ratio has no level over 0',
    { 'scales.steps': { levels: [{ value: 0 }] } },
    'rubric/scale-divisor scales.steps',
    { details: { scoring: 'ratio', scale: 'steps' } },
  ),
  fault(
    'a scale by span has one level',
    { 'scales.steps': { scoring: 'span', levels: [{ value: 3 }] } },
    'rubric/scale-divisor scales.steps',
    { details: { scoring: 'span', scale: 'steps' } },
  ),
  fault('a scale by points gives none', { 'scales.steps.levels.1.points': 0 }, 'rubric/scale-divisor scales.steps', {
    details: { scoring: 'points', scale: 'steps' },
  }),
  fault(
    'a scale by points lacks them at a level',
    { 'scales.steps.levels.1.points': undefined },
    'rubric/level-points scales.steps.levels[1].points',
  ),
  fault(
    'a level of a scale by ratio is negative',
    { 'scales.steps': { levels: [{ value: -1 }, { value: 1 }] } },
    'rubric/level-negative scales.steps.levels[0].value',
    { details: { scoring: 'ratio' } },
  ),
  fault(
    'a level of a scale by points is negative',
    { 'scales.steps.levels.0.value': -1 },
    'rubric/level-negative scales.steps.levels[0].value',
    { details: { scoring: 'points' } },
  ),
  fault(
    'points of a level are negative',
    { 'scales.steps.levels.0.points': -1 },
    'document/range scales.steps.levels[0].points',
  ),
  fault('a scale has no levels', { 'scales.steps.levels': [] }, 'document/empty scales.steps.levels'),
  fault('a scale lacks its levels', { 'scales.steps.levels': undefined }, 'document/missing-key scales.steps.levels'),
  fault(
    'a scale scores by what does not exist',
    { 'scales.steps.scoring': 'pionts' },
    'document/value scales.steps.scoring',
    { suggestion: 'points' },
  ),
  fault(
    'an item has no scale and there is no default',
    { defaultScale: undefined },
    'rubric/no-scale sections[1].items[0].scale',
  ),
]

const items: readonly FaultCase[] = [
  fault('a kind does not exist', { [`${IDENTITY}.kind`]: 'yesno' }, 'document/value sections[0].items[1].kind', {
    suggestion: 'yes-no',
  }),
  fault(
    'a yes-no item is full at neither',
    { [`${IDENTITY}.fullWhen`]: 'always' },
    'document/value sections[0].items[1].fullWhen',
  ),
  fault(
    'a choice has no options',
    { [`${OFFER}.options`]: undefined },
    'document/missing-key sections[1].items[1].options',
  ),
  fault(
    'a choice has an empty list of options',
    { [`${OFFER}.options`]: [] },
    'document/empty sections[1].items[1].options',
  ),
  fault(
    'no option of a choice has points',
    { [`${OFFER}.options.0.points`]: 0, [`${OFFER}.options.1.points`]: 0 },
    'rubric/no-points sections[1].items[1].options',
  ),
  fault(
    'an option has negative points',
    { [`${OFFER}.options.2.points`]: -1 },
    'document/range sections[1].items[1].options[2].points',
  ),
  fault(
    'an option has no points',
    { [`${OFFER}.options.2.points`]: undefined },
    'document/missing-key sections[1].items[1].options[2].points',
  ),
  fault(
    'the maximum points are 0',
    { [`${OFFER}.maximumPoints`]: 0 },
    'document/range sections[1].items[1].maximumPoints',
  ),
  fault(
    'a numeric item scores by ranges and in a line',
    { [`${TALK}.ranges`]: [{ points: 1 }] },
    'rubric/numeric-scoring sections[2].items[1]',
  ),
  fault(
    'a numeric item does not score',
    { [`${TALK}.linear`]: undefined },
    'rubric/numeric-scoring sections[2].items[1]',
  ),
  fault(
    'the limits of a numeric item are crossed',
    { [`${WAIT}.minimum`]: 601 },
    'rubric/range-bounds sections[2].items[0].maximum',
  ),
  fault(
    'a line begins where it ends',
    { [`${TALK}.linear.zeroAt`]: 60 },
    'rubric/linear-equal sections[2].items[1].linear.fullAt',
  ),
  fault(
    'a line lacks an end',
    { [`${TALK}.linear.zeroAt`]: undefined },
    'document/missing-key sections[2].items[1].linear.zeroAt',
  ),
  fault(
    'a range has two lower bounds',
    { [`${WAIT}.ranges.1.atLeast`]: 15 },
    'rubric/range-bounds sections[2].items[0].ranges[1].above',
  ),
  fault(
    'a range has two upper bounds',
    { [`${WAIT}.ranges.0.below`]: 15 },
    'rubric/range-bounds sections[2].items[0].ranges[0].below',
  ),
  fault(
    'a range has negative points',
    { [`${WAIT}.ranges.1.points`]: -1 },
    'document/range sections[2].items[0].ranges[1].points',
  ),
  fault('no range has points', { [`${WAIT}.ranges.0.points`]: 0 }, 'rubric/no-points sections[2].items[0].ranges'),
  fault(
    'a numeric item has no ranges in its list',
    { [`${WAIT}.ranges`]: [] },
    'document/empty sections[2].items[0].ranges',
  ),
  fault(
    'a line has maximum points',
    { [`${TALK}.maximumPoints`]: 5 },
    'rubric/numeric-scoring sections[2].items[1].maximumPoints',
  ),
  ...['tier', 'recorded'].map((id) =>
    fault(
      `a numeric item takes its number from the fact ${id}`,
      { [`${WAIT}.fact`]: id },
      'rubric/numeric-fact sections[2].items[0].fact',
    ),
  ),
  fault('a deduction starts at 0', { [`${SLIPS}.base`]: 0 }, 'document/range sections[2].items[2].base'),
  fault(
    'a deduction starts nowhere',
    { [`${SLIPS}.base`]: undefined },
    'document/missing-key sections[2].items[2].base',
  ),
  fault('a deduction has no faults', { [`${SLIPS}.faults`]: [] }, 'document/empty sections[2].items[2].faults'),
  fault(
    'a fault gives points',
    { [`${SLIPS}.faults.1.points`]: -1 },
    'document/range sections[2].items[2].faults[1].points',
  ),
  fault(
    'a fault counts at most 0 times',
    { [`${SLIPS}.faults.0.maximumCount`]: 0 },
    'document/range sections[2].items[2].faults[0].maximumCount',
  ),
  fault(
    'a fault counts at most 1.5 times',
    { [`${SLIPS}.faults.0.maximumCount`]: 1.5 },
    'document/type sections[2].items[2].faults[0].maximumCount',
  ),
  fault('a text item has a weight', { [`${REMARK}.weight`]: 1 }, 'document/unknown-key sections[1].items[2].weight'),
  fault(
    'a text item is a critical error',
    { [`${REMARK}.criticalError`]: { family: 'customer' } },
    'document/unknown-key sections[1].items[2].criticalError',
  ),
  fault(
    'guidance is for a level that does not exist',
    { [`${GREETING}.guidance.6`]: { description: 'x' } },
    'rubric/guidance-key sections[0].items[0].guidance.6',
  ),
  fault(
    'guidance is for a level written otherwise',
    { [`${GREETING}.guidance`]: { '5.0': { description: 'x' } } },
    'rubric/guidance-key sections[0].items[0].guidance["5.0"]',
  ),
  fault(
    'guidance is for an option that does not exist',
    { [`${OFFER}.guidance.5`]: { description: 'x' } },
    'rubric/guidance-key sections[1].items[1].guidance.5',
  ),
  fault(
    'guidance of a yes-no item is for neither',
    { [`${IDENTITY}.guidance.maybe`]: { description: 'x' } },
    'document/unknown-key sections[0].items[1].guidance.maybe',
  ),
  fault(
    'a case ends on a day that does not exist',
    { [`${GREETING}.guidance.5.examples.0.through`]: '2026-02-29' },
    'document/date sections[0].items[0].guidance.5.examples[0].through',
  ),
  fault(
    'a case is neither good nor bad',
    { [`${GREETING}.guidance.5.examples.0.verdict`]: 'goood' },
    'document/value sections[0].items[0].guidance.5.examples[0].verdict',
    { suggestion: 'good' },
  ),
  fault(
    'an item rates itself with a level that does not exist',
    { [`${GREETING}.rateWhen.0.level`]: 6 },
    'rubric/unknown-level sections[0].items[0].rateWhen[0].level',
  ),
  fault(
    'an item rates itself with a level between two',
    { [`${GREETING}.rateWhen.0.level`]: 4.5 },
    'rubric/unknown-level sections[0].items[0].rateWhen[0].level',
  ),
  fault('an item rates itself never', { [`${GREETING}.rateWhen`]: [] }, 'document/empty sections[0].items[0].rateWhen'),
  fault(
    'an item rates itself by another rating',
    { [`${GREETING}.rateWhen.0.when`]: { all: [{ fact: 'ratings', path: '$.probing', operator: 'equal', value: 5 }] } },
    'conditions/not-visible sections[0].items[0].rateWhen[0].when.all[0].fact',
  ),
  fault(
    'a yes-no item rates itself',
    { [`${IDENTITY}.rateWhen`]: [{ level: 1, when: { condition: 'is-sales' } }] },
    'document/unknown-key sections[0].items[1].rateWhen',
  ),
  fault(
    'an item applies by the score',
    { [`${PROBING}.appliesWhen`]: { all: [{ fact: 'rawScore', operator: 'lessThan', value: 5 }] } },
    'conditions/not-visible sections[1].items[0].appliesWhen.all[0].fact',
  ),
  fault(
    'a section applies by a section',
    { 'sections.1.appliesWhen': { all: [{ fact: 'sections', path: '$.opening', operator: 'lessThan', value: 5 }] } },
    'conditions/not-visible sections[1].appliesWhen.all[0].fact',
  ),
  fault(
    'an item may be n/a by a text',
    { [`${PROBING}.mayBeNotApplicable`]: 'true' },
    'document/type sections[1].items[0].mayBeNotApplicable',
    { suggestion: 'true' },
  ),
]

const criticalErrors: readonly FaultCase[] = [
  fault(
    'the critical error of a scale has no level',
    { [`${GREETING}.criticalError.atMost`]: undefined },
    'document/missing-key sections[0].items[0].criticalError.atMost',
  ),
  fault(
    'the critical error of a scale is in percent',
    { [`${GREETING}.criticalError`]: { family: 'customer', atMost: 1, belowPercent: 20 } },
    'document/unknown-key sections[0].items[0].criticalError.belowPercent',
  ),
  fault(
    'the critical error of a yes-no item has a level',
    { [`${IDENTITY}.criticalError.atMost`]: 1 },
    'document/unknown-key sections[0].items[1].criticalError.atMost',
  ),
  fault(
    'the critical error of a choice has no options',
    { [`${OFFER}.criticalError.options`]: undefined },
    'document/missing-key sections[1].items[1].criticalError.options',
  ),
  fault(
    'the critical error of a choice has an empty list of options',
    { [`${OFFER}.criticalError.options`]: [] },
    'document/empty sections[1].items[1].criticalError.options',
  ),
  fault(
    'the critical error of a number has no percentage',
    { [`${WAIT}.criticalError.belowPercent`]: undefined },
    'document/missing-key sections[2].items[0].criticalError.belowPercent',
  ),
  fault(
    'the critical error of a number is below 101 percent',
    { [`${WAIT}.criticalError.belowPercent`]: 101 },
    'document/range sections[2].items[0].criticalError.belowPercent',
  ),
  fault(
    'the critical error of a deduction has a level',
    { [`${SLIPS}.criticalError`]: { family: 'customer', belowPercent: 10, atMost: 1 } },
    'document/unknown-key sections[2].items[2].criticalError.atMost',
  ),
  fault(
    'the critical error of a fault has more than its family',
    { [`${SLIPS}.faults.0.criticalError.atMost`]: 1 },
    'document/unknown-key sections[2].items[2].faults[0].criticalError.atMost',
  ),
  fault(
    'a critical error has no family',
    { [`${IDENTITY}.criticalError`]: {} },
    'document/missing-key sections[0].items[1].criticalError.family',
  ),
]

const onRating = (form: object) => ({ 'vetoes.1.onRating': form })
const onRatings: readonly FaultCase[] = [
  fault(
    'a veto on a scale says nothing more',
    onRating({ item: 'probing' }),
    'rubric/on-rating-form vetoes[1].onRating',
    { details: { kind: 'scale', item: 'probing' } },
  ),
  fault(
    'a veto on a scale is in percent',
    onRating({ item: 'probing', belowPercent: 20 }),
    'rubric/on-rating-form vetoes[1].onRating',
  ),
  fault(
    'a veto on a scale has two forms',
    onRating({ item: 'probing', atMost: 1, belowPercent: 20 }),
    'rubric/on-rating-form vetoes[1].onRating',
  ),
  fault(
    'a veto on a yes-no item has a level',
    onRating({ item: 'identity', atMost: 0 }),
    'rubric/on-rating-form vetoes[1].onRating',
    { details: { kind: 'yes-no', item: 'identity' } },
  ),
  fault(
    'a veto on a choice has a level',
    onRating({ item: 'offer', atMost: 0 }),
    'rubric/on-rating-form vetoes[1].onRating',
    { details: { kind: 'choice', item: 'offer' } },
  ),
  fault(
    'a veto on a number has options',
    onRating({ item: 'wait', options: ['x'] }),
    'rubric/on-rating-form vetoes[1].onRating',
    { details: { kind: 'numeric', item: 'wait' } },
  ),
  fault(
    'a veto on a deduction has a level',
    onRating({ item: 'slips', atMost: 1 }),
    'rubric/on-rating-form vetoes[1].onRating',
    { details: { kind: 'deduction', item: 'slips' } },
  ),
  fault('a veto looks at a text', onRating({ item: 'remark' }), 'rubric/on-rating-form vetoes[1].onRating', {
    details: { kind: 'text', item: 'remark' },
  }),
  fault('a veto looks at no item', onRating({ atMost: 1 }), 'document/missing-key vetoes[1].onRating.item'),
]

const structure: readonly FaultCase[] = [
  fault('there are no sections', { sections: undefined }, 'document/missing-key sections'),
  fault('the list of sections is empty', { sections: [] }, 'document/empty sections'),
  fault('a section is empty', { 'sections.3': { id: 'remarks' } }, 'rubric/empty-section sections[3]'),
  fault(
    'a section has empty lists',
    { 'sections.3': { id: 'remarks', items: [], sections: [] } },
    'rubric/empty-section sections[3]',
  ),
  fault(
    'a section of texts alone has a weight',
    { 'sections.3.weight': 10 },
    'rubric/unweighted-node sections[3].weight',
  ),
  fault('the list of sections is an object', { sections: { opening: {} } }, 'document/type sections'),
]

const weights: readonly FaultCase[] = [
  fault('a weight is negative', { [`${GREETING}.weight`]: -1 }, 'document/range sections[0].items[0].weight'),
  fault('a weight is a text', { [`${GREETING}.weight`]: '2' }, 'document/type sections[0].items[0].weight', {
    suggestion: '2',
  }),
  fault(
    'one of two items has a weight',
    { [`${IDENTITY}.weight`]: undefined },
    'rubric/weights-mixed sections[0].items[1].weight',
    { details: { siblings: 'greeting' } },
  ),
  fault(
    'an item has a weight and its sibling section has none',
    { [`${WAIT}.weight`]: 1, [`${TALK}.weight`]: 1, [`${SLIPS}.weight`]: 1 },
    'rubric/weights-mixed sections[2].sections[0].weight',
  ),
  fault(
    'one of the sections has no weight',
    { 'sections.1.weight': undefined },
    'rubric/weights-mixed sections[1].weight',
  ),
  fault(
    'all items of a section weigh 0',
    { [`${GREETING}.weight`]: 0, [`${IDENTITY}.weight`]: 0 },
    'rubric/weights-zero sections[0].items[0].weight',
    { details: { siblings: 'greeting, identity', parent: 'opening' } },
  ),
  fault(
    'all sections weigh 0',
    { 'sections.0.weight': 0, 'sections.1.weight': 0, 'sections.2.weight': 0 },
    'rubric/weights-zero sections[0].weight',
    { details: { siblings: 'opening, need, resolution', parent: '' } },
  ),
  fault(
    'all weights of a profile are 0',
    { 'weightProfiles.sales': { weights: { greeting: 0, identity: 0 } } },
    'rubric/weights-zero weightProfiles.sales.weights.greeting',
    { details: { siblings: 'greeting, identity', parent: 'opening' } },
  ),
  fault(
    'a weight of a profile is negative',
    { 'weightProfiles.sales': { weights: { greeting: -1, identity: 1 } } },
    'document/range weightProfiles.sales.weights.greeting',
  ),
  fault(
    'a profile weighs some of the siblings',
    { 'weightProfiles.sales': { weights: { opening: 1, need: 1 } } },
    'rubric/profile-incomplete weightProfiles.sales.weights',
    { details: { missing: 'resolution', businessType: 'sales' } },
  ),
  fault(
    'a profile weighs items but not the section beside them',
    { 'weightProfiles.sales': { weights: { wait: 1, talk: 1, slips: 1 } } },
    'rubric/profile-incomplete weightProfiles.sales.weights',
    { details: { missing: 'follow-up', businessType: 'sales' } },
  ),
  fault(
    'a profile both weighs and shares out the same parent',
    { 'weightProfiles.sales': { weights: { greeting: 1, identity: 1 }, sharePercents: { greeting: 70 } } },
    'rubric/profile-both weightProfiles.sales.sharePercents.greeting',
    { details: { parent: 'opening', businessType: 'sales' } },
  ),
  fault(
    'a profile weighs a text',
    { 'weightProfiles.sales': { weights: { probing: 1, offer: 1, remark: 1 } } },
    'rubric/unweighted-node weightProfiles.sales.weights.remark',
  ),
  fault(
    'an adjustment shares out a text',
    { 'weightAdjustments.0.sharePercents': { remark: 10 } },
    'rubric/unweighted-node weightAdjustments[0].sharePercents.remark',
  ),
  fault(
    'an adjustment shares out a section of texts',
    { 'weightAdjustments.0.sharePercents': { remarks: 10 } },
    'rubric/unweighted-node weightAdjustments[0].sharePercents.remarks',
  ),
]

const shares: readonly FaultCase[] = [
  fault(
    'one share is over 100',
    { 'weightAdjustments.0.sharePercents': { need: 100.5 } },
    'document/range weightAdjustments[0].sharePercents.need',
  ),
  fault(
    'a share is negative',
    { 'weightAdjustments.0.sharePercents': { need: -1 } },
    'document/range weightAdjustments[0].sharePercents.need',
  ),
  fault(
    'two shares are over 100 together',
    { 'weightAdjustments.0.sharePercents': { need: 60, opening: 40.1 } },
    'rubric/shares-over-100 weightAdjustments[0].sharePercents.opening',
    { details: { parent: '', siblings: 'need, opening' } },
  ),
  fault(
    'three shares are over 100 by less than a double can tell',
    { 'weightAdjustments.0.sharePercents': { opening: 33.4, need: 33.3, resolution: 33.30000000000001 } },
    'rubric/shares-over-100 weightAdjustments[0].sharePercents.resolution',
  ),
  fault(
    'all siblings are named and do not add to 100',
    { 'weightAdjustments.0.sharePercents': { opening: 33.3, need: 33.3, resolution: 33.3 } },
    'rubric/shares-not-100 weightAdjustments[0].sharePercents.resolution',
    { details: { parent: '', siblings: 'opening, need, resolution' } },
  ),
  fault(
    'an only child gets less than 100',
    { 'weightAdjustments.0.sharePercents': { callback: 90 } },
    'rubric/shares-not-100 weightAdjustments[0].sharePercents.callback',
    { details: { parent: 'follow-up', siblings: 'callback' } },
  ),
  fault(
    'shares of a profile are over 100',
    { 'weightProfiles.complaint.sharePercents': { greeting: 60, identity: 50 } },
    'rubric/shares-over-100 weightProfiles.complaint.sharePercents.identity',
  ),
  fault(
    'the rest of a profile goes to a section of weight 0',
    { 'sections.0.weight': 0, 'weightProfiles.complaint.sharePercents': { need: 30, resolution: 50 } },
    'rubric/shares-rest weightProfiles.complaint.sharePercents.resolution',
    { details: { businessType: 'complaint', from: '2026-01-01', through: '2026-12-31' } },
  ),
  fault(
    'the rest of an adjustment goes to what another has emptied',
    {
      'weightAdjustments.0': { from: '2026-05-01', sharePercents: { opening: 100 } },
      'weightAdjustments.1': {
        from: '2026-11-01',
        through: '2026-11-30',
        businessTypes: ['sales'],
        sharePercents: { opening: 50 },
      },
      weightRules: undefined,
    },
    'rubric/shares-rest weightAdjustments[1].sharePercents.opening',
    { details: { businessType: 'sales', from: '2026-11-01', through: '2026-11-30' } },
  ),
]

const rules: readonly FaultCase[] = [
  fault(
    'a weight rule names nodes and a tag',
    { 'weightRules.0.nodes': ['need'] },
    'rubric/weight-rule-form weightRules[0]',
  ),
  fault('a weight rule names nothing', { 'weightRules.0.tag': undefined }, 'rubric/weight-rule-form weightRules[0]'),
  fault(
    'a weight rule sets no limit',
    { 'weightRules.0.minimumSharePercent': undefined },
    'rubric/weight-rule-form weightRules[0]',
  ),
  fault(
    'the limits of a weight rule are crossed',
    { 'weightRules.0.maximumSharePercent': 4 },
    'rubric/range-bounds weightRules[0].maximumSharePercent',
  ),
  fault(
    'a weight rule is over a text',
    { 'weightRules.0': { nodes: ['remark'], minimumSharePercent: 0 } },
    'rubric/unweighted-node weightRules[0].nodes[0]',
  ),
  // slips has a quarter of resolution: 50 / 4 = 12.5 before, (60 x 5 / 7) / 4 = 10.7143 in the adjustment, 70 / 4 = 17.5 for complaints.
  fault(
    'a weight rule is broken in one stretch of time',
    { 'weightRules.0.minimumSharePercent': 12.5 },
    'rubric/weight-rule-broken weightRules[0].minimumSharePercent',
    { details: { businessType: 'sales', from: '2026-10-01', through: '2026-12-31' } },
  ),
  fault(
    'a weight rule is broken for one business type',
    { 'weightRules.0.maximumSharePercent': 17.4 },
    'rubric/weight-rule-broken weightRules[0].maximumSharePercent',
    { details: { businessType: 'complaint', from: '2026-01-01', through: '2026-12-31' } },
  ),
  fault('a weight rule is broken always', { 'weightRules.0.maximumSharePercent': 10 }, [
    'rubric/weight-rule-broken weightRules[0].maximumSharePercent',
    'rubric/weight-rule-broken weightRules[0].maximumSharePercent',
    'rubric/weight-rule-broken weightRules[0].maximumSharePercent',
  ]),
  // opening and its greeting: the greeting is counted once. 20 before, 60 x 2 / 7 = 17.1429 in the adjustment; complaints 12.
  fault(
    'a weight rule over nodes one in the other is broken',
    { 'weightRules.0': { nodes: ['opening', 'greeting'], minimumSharePercent: 13 } },
    'rubric/weight-rule-broken weightRules[0].minimumSharePercent',
    { details: { businessType: 'complaint', from: '2026-01-01', through: '2026-12-31' } },
  ),
]

const dates: readonly FaultCase[] = [
  fault(
    'the effective period begins on a day that does not exist',
    { 'effective.from': '2026-02-30' },
    'document/date effective.from',
  ),
  fault(
    'the effective period ends in a month that does not exist',
    { 'effective.through': '2026-13-01' },
    'document/date effective.through',
  ),
  fault('29 February is in no leap year', { 'effective.from': '2025-02-29' }, 'document/date effective.from'),
  fault('a date is written another way', { 'effective.from': '2026/01/01' }, 'document/date effective.from'),
  fault('a date has a time', { 'effective.from': '2026-01-01T00:00:00Z' }, 'document/date effective.from'),
  fault('a date is a number', { 'effective.from': 20260101 }, 'document/type effective.from'),
  fault(
    'the effective period ends before it begins',
    { 'effective.through': '2025-12-31' },
    'document/period-order effective.through',
  ),
  fault('the effective period is empty', { effective: {} }, 'document/missing-key effective.from'),
  fault(
    'an adjustment begins on a day that does not exist',
    { 'weightAdjustments.0.from': '2026-11-31' },
    'document/date weightAdjustments[0].from',
  ),
  fault(
    'an adjustment ends before it begins',
    { 'weightAdjustments.0.through': '2026-09-30' },
    'document/period-order weightAdjustments[0].through',
  ),
  fault(
    'an adjustment has no dates',
    { 'weightAdjustments.0.from': undefined, 'weightAdjustments.0.through': undefined },
    'document/missing-key weightAdjustments[0].from',
  ),
  fault(
    'an adjustment holds for an empty list of business types',
    { 'weightAdjustments.0.businessTypes': [] },
    'document/empty weightAdjustments[0].businessTypes',
  ),
  fault(
    'an adjustment shares out nothing',
    { 'weightAdjustments.0.sharePercents': undefined },
    'document/missing-key weightAdjustments[0].sharePercents',
  ),
  fault('the time zone does not exist', { timeZone: 'Asia/Beijing2' }, 'document/time-zone timeZone'),
  fault('the time zone is empty', { timeZone: '' }, 'document/empty timeZone'),
]

const results: readonly FaultCase[] = [
  fault('there is no pass mark', { 'result.passMark': undefined }, 'document/missing-key result.passMark'),
  fault('the pass mark is negative', { 'result.passMark': -1 }, 'document/range result.passMark'),
  fault('the pass mark is over 100', { 'result.passMark': 101 }, 'rubric/maximum result.passMark', {
    details: { maximum: 100 },
  }),
  fault('the maximum is under the pass mark', { 'result.maximum': 79.9 }, 'rubric/maximum result.maximum', {
    details: { maximum: 79.9 },
  }),
  fault('the maximum is 0', { 'result.maximum': 0, 'result.passMark': 0 }, 'document/range result.maximum'),
  fault('scores have 7 decimals', { 'result.decimals': 7 }, 'document/range result.decimals'),
  fault('scores have -1 decimals', { 'result.decimals': -1 }, 'document/range result.decimals'),
  fault('scores have half a decimal', { 'result.decimals': 0.5 }, 'document/type result.decimals'),
  fault(
    'scores are rounded in a way that does not exist',
    { 'result.rounding': 'halfup' },
    'document/value result.rounding',
    { suggestion: 'half-up' },
  ),
  fault(
    'the policy for n/a does not exist',
    { 'result.notApplicablePolicy': 'sibling' },
    'document/value result.notApplicablePolicy',
    { suggestion: 'siblings' },
  ),
  fault('two bands begin at the same score', { 'result.bands.0.minimum': 0 }, 'rubric/bands result.bands[1].minimum'),
  fault('the lowest band begins over 0', { 'result.bands.1.minimum': 1 }, 'rubric/bands result.bands'),
  fault('a band begins under 0', { 'result.bands.1.minimum': -1 }, 'document/range result.bands[1].minimum'),
  fault('the list of bands is empty', { 'result.bands': [] }, 'document/empty result.bands'),
]

const effects: readonly FaultCase[] = [
  fault('a gate has no effects', { 'gates.0.effects': undefined }, 'document/missing-key gates[0].effects'),
  fault('a gate has an empty list of effects', { 'gates.0.effects': [] }, 'document/empty gates[0].effects'),
  fault('a gate has no condition', { 'gates.0.when': undefined }, 'document/missing-key gates[0].when'),
  fault('a veto fails', { 'vetoes.1.effects': [{ kind: 'fail' }] }, 'document/value vetoes[1].effects[0].kind'),
  fault(
    'an effect does not exist',
    { 'gates.0.effects.0.kind': 'zero-sectoin' },
    'document/value gates[0].effects[0].kind',
    { suggestion: 'zero-section' },
  ),
  fault(
    'an effect has no kind',
    { 'gates.0.effects.1': { section: 'need' } },
    'document/missing-key gates[0].effects[1].kind',
  ),
  fault(
    'an effect on a section names none',
    { 'gates.0.effects.0.section': undefined },
    'document/missing-key gates[0].effects[0].section',
  ),
  fault(
    'a section is capped over 100',
    { 'gates.0.effects.1': { kind: 'cap-section', section: 'need', maximum: 101 } },
    'document/range gates[0].effects[1].maximum',
  ),
  fault(
    'a section is capped at nothing',
    { 'gates.0.effects.1': { kind: 'cap-section', section: 'need' } },
    'document/missing-key gates[0].effects[1].maximum',
  ),
  fault(
    'an effect gives points',
    { 'gates.0.effects.1': { kind: 'deduct', points: -5 } },
    'document/range gates[0].effects[1].points',
  ),
  fault(
    'a cap has points',
    { 'gates.0.effects.1': { kind: 'cap', maximum: 50, points: 5 } },
    'document/unknown-key gates[0].effects[1].points',
  ),
  fault('a bonus has no points', { 'bonuses.0.points': undefined }, 'document/missing-key bonuses[0].points'),
  fault('a bonus takes points', { 'bonuses.0.points': -3 }, 'document/range bonuses[0].points'),
  fault('the limit of bonuses is negative', { bonusLimit: -1 }, 'document/range bonusLimit'),
  fault('a veto tolerates -1 marks', { 'vetoes.0.toleratedMarks': -1 }, 'document/range vetoes[0].toleratedMarks'),
  fault('a veto keeps another word', { 'vetoes.1.verdict': 'keeep' }, 'document/value vetoes[1].verdict', {
    suggestion: 'keep',
  }),
  fault('what is unknown is ignored', { 'gates.0.whenUnknown': 'ignore' }, 'document/value gates[0].whenUnknown'),
]

const conditions: readonly FaultCase[] = [
  fault(
    'the outermost condition is a bare leaf',
    { 'gates.0.when': { fact: 'csat', operator: 'equal', value: 1 } },
    'conditions/bare-leaf gates[0].when',
  ),
  fault(
    'a condition is two things',
    { 'gates.0.when': { all: [{ condition: 'is-sales' }], any: [{ condition: 'is-sales' }] } },
    'conditions/kind gates[0].when',
  ),
  fault('a condition is nothing', { 'gates.0.when': {} }, 'conditions/kind gates[0].when'),
  fault(
    'a condition is misspelt',
    { 'gates.0.when': { alll: [{ condition: 'is-sales' }] } },
    'conditions/kind gates[0].when',
    { suggestion: 'all' },
  ),
  fault('a condition has an empty list', { 'gates.0.when': { any: [] } }, 'document/empty gates[0].when.any'),
  fault(
    'a leaf has no value',
    { 'gates.0.when': { all: [{ fact: 'csat', operator: 'equal' }] } },
    'document/missing-key gates[0].when.all[0].value',
  ),
  fault(
    'a number is compared with a text',
    { 'gates.0.when': { all: [{ fact: 'csat', operator: 'lessThan', value: '80' }] } },
    'conditions/operand gates[0].when.all[0]',
  ),
  fault(
    'a path reaches into a number',
    { 'gates.0.when': { all: [{ fact: 'csat', path: '$.a', operator: 'equal', value: 1 }] } },
    'conditions/path gates[0].when.all[0].path',
  ),
  fault(
    'a path is written another way',
    { 'gates.0.when': { all: [{ fact: 'ratings', path: '$..probing', operator: 'equal', value: 1 }] } },
    'conditions/path gates[0].when.all[0].path',
  ),
  fault(
    'named conditions go round in a circle',
    { 'conditions.a': { all: [{ condition: 'b' }] }, 'conditions.b': { not: { condition: 'a' } } },
    'conditions/cycle conditions.b',
  ),
]

const nearMisses: readonly FaultCase[] = [
  fault('vetoes are misspelt', { vetoes: undefined, vetos: [{ id: 'abuse' }] }, 'document/unknown-key vetos', {
    suggestion: 'vetoes',
  }),
  fault(
    'sections are misspelt',
    {
      sections: undefined,
      sectoins: [{ id: 's', items: [{ id: 'i', kind: 'yes-no' }] }],
      weightProfiles: undefined,
      weightAdjustments: undefined,
      weightRules: undefined,
      vetoes: undefined,
      gates: undefined,
    },
    'document/unknown-key sectoins',
    { suggestion: 'sections' },
  ),
  fault(
    'a weight is misspelt',
    { [`${GREETING}.weight`]: undefined, [`${GREETING}.wieght`]: 2 },
    'document/unknown-key sections[0].items[0].wieght',
    { suggestion: 'weight' },
  ),
  fault(
    'a key is written in capitals',
    { 'result.passMark': undefined, 'result.passmark': 60 },
    'document/unknown-key result.passmark',
    { suggestion: 'passMark' },
  ),
  fault(
    'a key is written with a hyphen',
    { 'result.passMark': undefined, 'result.pass-mark': 60 },
    'document/unknown-key result.pass-mark',
    { suggestion: 'passMark' },
  ),
  fault(
    'the kind of an item is misspelt',
    { [`${OFFER}.kind`]: undefined, [`${OFFER}.knid`]: 'choice' },
    'document/unknown-key sections[1].items[1].knid',
    { suggestion: 'kind' },
  ),
  fault('a key is from nowhere', { author: 'somebody' }, 'document/unknown-key author'),
  fault(
    'a title is in a third language',
    { title: { 'zh-CN': '通话', en: 'Calls', fr: 'Appels' } },
    'document/unknown-key title.fr',
  ),
  fault('a title is in no language', { title: {} }, 'document/missing-key title.zh-CN'),
  fault('a title is empty in one language', { title: { 'zh-CN': '通话', en: '' } }, 'document/empty title.en'),
  fault('a title is empty', { title: '' }, 'document/empty title'),
  fault('a title is a number', { title: 5 }, 'document/type title'),
  fault('a note is a list', { note: ['x'] }, 'document/type note'),
  fault('the version is a number', { version: 1 }, 'document/type version'),
  fault('the format is another version', { format: 'callgrade/rubric@2' }, 'document/wrong-format format', {
    suggestion: 'callgrade/rubric@1',
  }),
]

/** Faults of rubrics by what they are about. */
export const FAULTS: Readonly<Record<string, readonly FaultCase[]>> = {
  'names that nothing declares': unknownNames,
  'ids that stand twice': duplicates,
  ids,
  facts,
  scales,
  items,
  'critical errors': criticalErrors,
  'vetoes on a rating': onRatings,
  sections: structure,
  weights,
  shares,
  'weight rules': rules,
  'dates and time zones': dates,
  'the result': results,
  'effects of rules': effects,
  conditions,
  'keys and texts': nearMisses,
}
