import { type Bounds, boundsOf } from '../../exact/bounds.js'
import type { Rubric } from '../../format/rubric.js'
import { levelFractions } from './earn.js'
import type { ScaleItem } from './format.js'
import { scaleOf } from './scale-of.js'

export function scaleBounds(item: ScaleItem, rubric: Rubric): Bounds {
  return boundsOf([...levelFractions(scaleOf(item, rubric)).values()])
}
