import { expected, received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, didYouMean, join, meantOr, typeWords } from './phrases.js'

/** Sentences of `scoring/...`. */
export const scoringSentences: SentencesOf<'scoring'> = {
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
}
