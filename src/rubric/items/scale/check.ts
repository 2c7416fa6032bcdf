import { alternatives } from '../../../issues/alternatives.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import { checkCriteria, checkGuidanceKeys } from '../../checks/check-criterion.js'
import type { Scale } from '../../format/scale.js'
import type { ItemCheck } from '../item-check.js'
import type { ScaleItem } from './format.js'

export function checkScaleItem(item: ScaleItem, { rubric, names, faults }: ItemCheck): void {
  checkCriteria(item.guidance, faults)
  const scale = scaleNamedBy(item, { rubric, names, faults })
  if (!scale) return
  const values = scale.levels.map(({ value }) => value)
  checkGuidanceKeys(item, values.map(String), faults)
  for (const rule of item.rateWhen ?? [])
    if (!values.includes(rule.level))
      faults.add('rubric/unknown-level', rule, ['level'], {
        expected: values.join(' | '),
        received: excerptOf(rule.level),
      })
}

/** The item's scale; undefined where none is named or declared, which is reported. */
function scaleNamedBy(item: ScaleItem, { rubric, names, faults }: ItemCheck): Scale | undefined {
  const { scales = {}, defaultScale } = rubric
  const name = item.scale ?? defaultScale
  if (name === undefined) {
    if (!faults.leftOut.has('defaultScale'))
      faults.add('rubric/no-scale', item, ['scale'], { expected: alternatives(names.scales) })
    return undefined
  }
  if (item.scale !== undefined && !faults.requireName('scale', item.scale, names.scales, item, ['scale']))
    return undefined
  return Object.hasOwn(scales, name) ? scales[name] : undefined
}
