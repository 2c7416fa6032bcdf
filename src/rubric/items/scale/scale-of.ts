import type { Rubric } from '../../format/rubric.js'
import type { Scale } from '../../format/scale.js'
import type { ScaleItem } from './format.js'

/** The scale of a scale item of a sound rubric. */
export function scaleOf(item: ScaleItem, rubric: Rubric): Scale {
  const name = item.scale ?? rubric.defaultScale ?? ''
  const scale = rubric.scales && Object.hasOwn(rubric.scales, name) ? rubric.scales[name] : undefined
  if (!scale) throw new RangeError(name)
  return scale
}
