import type { OnRating } from '../../format/rubric.js'
import { type ByKind, ofKind } from '../by-kind.js'
import { choiceOnRatingTest } from '../choice/on-rating.js'
import type { ScoredItem } from '../item.js'
import { belowPercentTest, type OnRatingTest } from '../ratings/on-rating-test.js'
import { scaleOnRatingTest } from '../scale/on-rating.js'
import { yesNoOnRatingTest } from '../yes-no/on-rating.js'

const TESTS: ByKind<OnRatingTest, [onRating: OnRating], ScoredItem> = {
  scale: scaleOnRatingTest,
  'yes-no': yesNoOnRatingTest,
  choice: choiceOnRatingTest,
  numeric: belowPercentTest,
  deduction: belowPercentTest,
}

/** Compiles the test whether a rating of an item fires a veto. */
export function onRatingTestOf(item: ScoredItem, onRating: OnRating): OnRatingTest {
  return ofKind(TESTS, item, onRating)
}
