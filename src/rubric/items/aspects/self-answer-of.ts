import { type ByKind, ofKind } from '../by-kind.js'
import type { Item } from '../item.js'
import type { SelfAnswer } from '../ratings/self-answer.js'

const NEVER: SelfAnswer = { rules: [] }

const SELF_ANSWERS: ByKind<SelfAnswer> = {
  scale: ({ rateWhen = [] }) => ({ rules: rateWhen }),
  'yes-no': () => NEVER,
  choice: () => NEVER,
  numeric: ({ fact }) => ({ ...NEVER, ...(fact !== undefined && { fact }) }),
  deduction: () => NEVER,
  text: () => NEVER,
  record: () => NEVER,
}

/** How an item answers itself where the rater does not. */
export function selfAnswerOf(item: Item): SelfAnswer {
  return ofKind(SELF_ANSWERS, item)
}
