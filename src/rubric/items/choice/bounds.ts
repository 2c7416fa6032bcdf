import { type Bounds, boundsOf } from '../../exact/bounds.js'
import { divide, least, ONE, rationalOf, sum, ZERO } from '../../exact/rational.js'
import { fullPoints } from './earn.js'
import type { ChoiceItem } from './format.js'

export function choiceBounds(item: ChoiceItem): Bounds {
  const points = item.options.map((option) => rationalOf(option.points))
  const one = boundsOf(points)
  const [worst, best] = item.multiple ? [ZERO, sum(points)] : [one.least, one.greatest]
  const full = fullPoints(item)
  return { least: least(ONE, divide(worst, full)), greatest: least(ONE, divide(best, full)) }
}
