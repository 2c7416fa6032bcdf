import type { SamplePlan } from '../size/sample-plan.js'
import type { CollectedKeys } from './collected-keys.js'

/** The calls of one part of the data that may be in the sample; parts add up, in any order. */
export interface DrawPart extends CollectedKeys {
  readonly plan: SamplePlan
}
