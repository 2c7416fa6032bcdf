import { excerptOf } from '../../../issues/excerpt-of.js'
import type { PathSegment } from '../../../issues/issue.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { Criterion } from '../../format/criterion.js'
import type { Rubric } from '../../format/rubric.js'
import type { ScaleItem } from './format.js'
import { scaleOf } from './scale-of.js'

/** Warns of levels that no criterion describes. */
export function lintScaleItem(item: ScaleItem, rubric: Rubric, path: readonly PathSegment[]): readonly IssueDraft[] {
  // A level that the scale itself describes means the same for every item.
  const missing = scaleOf(item, rubric)
    .levels.filter(({ value, description }) => description === undefined && !isDescribed(item.guidance, String(value)))
    .map(({ value }) => value)
  if (missing.length === 0) return []
  return [
    {
      code: 'rubric/no-guidance',
      path: [...path, item.guidance ? 'guidance' : 'id'],
      received: excerptOf(item.id),
      details: { levels: missing.join(', ') },
    },
  ]
}

function isDescribed(guidance: Readonly<Record<string, Criterion>> | undefined, key: string): boolean {
  return guidance !== undefined && Object.hasOwn(guidance, key) && guidance[key]?.description !== undefined
}
