import type { ExplanationWords } from './explanation-words.js'

/** Words of explanations in English. */
export const ENGLISH: ExplanationWords = {
  head: (evaluation, rubric, version) => `Evaluation ${evaluation} by ${rubric} ${version}`,
  weights: (layers) => `Weights: ${layers}`,
  base: 'base',
  layer: (kind, title) => `${kind} "${title}"`,
  points: (points, share, lost) => `${points} points of a share of ${share} %${lost === 0 ? '' : `, ${lost} lost`}`,
  noWeight: 'no weight in the form',
  recorded: 'recorded, not scored',
  separator: '; ',
  listSeparator: ', ',
  rated: {
    rater: (rating) => `rated ${rating}`,
    rule: (rating) => `rated ${rating} by its rule`,
    fact: (rating) => `${rating} from its fact`,
  },
  fault: (title, count, lost, excess) =>
    `${title} x ${count} took ${lost}${excess === '0' ? '' : ` (${excess} more found nothing left)`}`,
  comment: (comment) => `, "${comment}"`,
  notApplicable: {
    rated: 'not applicable, says the rater',
    section: 'not applicable with its section',
    condition: 'does not apply',
    'nothing-below': 'not applicable: nothing of weight below applies',
  },
  unknown: 'unknown',
  conditionFacts: { rawScore: 'raw score', businessType: 'business type' },
  rawScore: (score) => `Raw score: ${score ?? 'none, nothing of weight applied'}`,
  kinds: { veto: 'Veto', gate: 'Gate', bonus: 'Bonus' },
  outcomes: {
    fired: 'fired',
    'not-fired': 'did not fire',
    undetermined: 'could not be decided',
    'not-looked-at': 'not looked at',
  },
  marks: (marks, tolerated) => `, marked ${marks} times, ${tolerated} tolerated`,
  effects: {
    'zero-section': 'Section counts as 0',
    'cap-section': 'Section capped',
    bonus: 'Bonus',
    deduct: 'Deduction',
    cap: 'Total capped',
    zero: 'Total is 0',
    maximum: 'Ceiling of the score',
    minimum: 'Floor of the score',
  },
  result: ({ score, verdict, band, actions }) =>
    `Score: ${score ?? 'none'}; verdict: ${verdict ?? 'none'}; band: ${band ?? 'none'}${actions.length > 0 ? `; actions: ${actions.join(', ')}` : ''}`,
  headings: {
    part: 'Part of the form',
    points: 'Points',
    share: 'Share',
    lost: 'Lost',
    reason: 'Reason',
    rules: 'Rules',
    effects: 'From the raw score to the score',
    effect: 'Effect',
    rule: 'Rule',
    before: 'Before',
    after: 'After',
  },
}
