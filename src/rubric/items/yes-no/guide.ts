import { ONE, ZERO } from '../../exact/rational.js'
import type { GuideContext } from '../../guide/guide-context.js'
import type { ItemGuide } from '../../guide/item-guide.js'
import { code, rich, strong } from '../../guide/rich.js'
import { table } from '../../guide/table.js'
import { fullAnswer } from './earn.js'
import type { YesNoItem } from './format.js'

/** The two answers, with what each earns and means. */
export function yesNoGuide(item: YesNoItem, { words, criterion, earned }: GuideContext): ItemGuide {
  const full = fullAnswer(item)
  const answer = (value: boolean, word: string) => [
    rich`${strong(word)} ${code(String(value))}`,
    earned(value === full ? ONE : ZERO),
    criterion(value ? item.guidance?.yes : item.guidance?.no),
  ]
  const rows = [answer(true, words.yes), answer(false, words.no)]
  return {
    criteria: [table([words.rating, words.points, words.meaning], rows)],
    ...(item.criticalError && { critical: full ? words.no : words.yes }),
  }
}
