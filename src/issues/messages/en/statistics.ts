import { formatPath } from '../../issue.js'
import { received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, join, range, typeWords } from './phrases.js'

/** Sentences of `statistics/...`. */
export const statisticsSentences: SentencesOf<'statistics'> = {
  'statistics/argument': (issue) =>
    join(
      `The argument ${issue.path.length > 0 ? formatPath(issue.path) : 'given'} is ${received(issue) ?? 'missing or not usable'}.`,
      after('It has to be ', range(typeWords(issue.expected)), '.') || 'Correct the call.',
      after('Shares and probabilities are fractions: did you mean ', issue.suggestion, '?'),
    ),
}
