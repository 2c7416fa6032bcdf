import type { Condition } from '../../conditions/condition.js'
import type { Text } from '../../documents/text.js'

/**
 * Which calls are judged: the frame, its strata, how sure the result has to be, and what is listened to besides.
 * One JSON document of the format `callgrade/sampling-design@1`.
 */
export interface SamplingDesign {
  readonly $schema?: string
  readonly format: 'callgrade/sampling-design@1'
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly note?: Text
  /** IANA zone of the time slots and of times written without an offset; UTC where absent. */
  readonly timeZone?: string
  /** Every column that the design names, by its name in the data. */
  readonly fields: Readonly<Record<string, FieldDefinition>>
  /** Which rows are calls that may be drawn; every row where absent. */
  readonly eligible?: Condition
  /** What calls are grouped by before drawing; one group of all where absent or empty. */
  readonly strata?: readonly StratumDimension[]
  readonly precision?: Precision
  /** Fewest measured calls. @defaultValue 0 */
  readonly minimumTotal?: number
  /** Fewest measured calls of every stratum that has as many. @defaultValue 1 */
  readonly minimumPerStratum?: number
  /** Most measured calls that there is time for. */
  readonly maximumTotal?: number
  /** Takes every call of a frame that has fewer than `minimumTotal`, where it would be an error else. */
  readonly ifTooFew?: 'take-all'
  /** @defaultValue proportional */
  readonly allocation?: AllocationRule
  /** Groups of strata of which at least a share is measured. */
  readonly coverage?: readonly CoverageRule[]
  /** Calls listened to for a reason besides the measure, such as risk. */
  readonly targeted?: readonly TargetedRule[]
  /** Calls of each agent that are listened to at least, for coaching; the first entry that fits an agent counts. */
  readonly perAgent?: readonly PerAgentRule[]
  readonly selection?: { readonly method: 'keyed'; readonly note?: Text }
}

/** A column of the data. */
export interface FieldDefinition {
  readonly type: FieldType
  /** What the column is to the draw: the call's id, its agent, the agent's team, when the call was. */
  readonly role?: FieldRole
  readonly title?: Text
  readonly note?: Text
}

/** `date` is YYYY-MM-DD, `instant` RFC 3339 or, without an offset, wall time in the design's zone. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'instant'

/** What a column is to the draw. */
export type FieldRole = 'id' | 'agent' | 'team' | 'time'

/** A column as it is, or the time of day of one in slots. */
export type StratumDimension = string | SlotDimension

/** Time of day in named slots. */
export interface SlotDimension {
  readonly id: string
  /** A column of type `instant`. */
  readonly field: string
  /** From (inclusive) and to (exclusive), `HH:MM`; a slot whose end is before its start goes over midnight. */
  readonly slots: Readonly<Record<string, readonly [string, string]>>
  /** Label of the times that no slot covers. */
  readonly otherwise?: string
  readonly title?: Text
  readonly note?: Text
}

/** How sure the share that is to be found has to be. */
export interface Precision {
  /** Formula of the first size. @defaultValue cochran */
  readonly method?: 'cochran' | 'wilson' | 'exact'
  /** @defaultValue 95 */
  readonly confidencePercent?: number
  /** Half the width of the interval, in percentage points. */
  readonly marginPercent: number
  /** The share that is expected; 50 asks for the most calls. @defaultValue 50 */
  readonly expectedPercent?: number
  /**
   * `design`: as many calls as the margin takes in this very design; `simple-random`: as many as it would take
   * without strata, with the margin that they attain told.
   * @defaultValue design
   */
  readonly basis?: 'design' | 'simple-random'
  readonly note?: Text
}

/** How the calls are shared out over the strata. */
export interface AllocationRule {
  /**
   * `proportional` to size; `neyman` to size and spread; `equal` everywhere; `cost` to size, spread and what a call
   * of the stratum costs.
   */
  readonly method: 'proportional' | 'neyman' | 'equal' | 'cost'
  /** Standard deviation of the score by stratum key; every stratum is named. */
  readonly deviations?: Readonly<Record<string, number>>
  /** Cost of judging a call by stratum key; every stratum is named. */
  readonly costs?: Readonly<Record<string, number>>
  readonly note?: Text
}

/** Measures a group of strata by at least a share. */
export interface CoverageRule {
  readonly id: string
  readonly title?: Text
  /** Sees the ids of the strata alone. */
  readonly where: Condition
  readonly atLeastPercent: number
  /** Of each stratum's calls, or of the whole sample. @defaultValue stratum */
  readonly of?: 'stratum' | 'sample'
  readonly note?: Text
}

/** Further calls listened to besides the measure. */
export interface TargetedRule {
  readonly id: string
  readonly title?: Text
  readonly where: Condition
  /** Most calls taken. */
  readonly limit: number
  readonly note?: Text
}

/** Calls of an agent that are listened to at least. */
export interface PerAgentRule {
  readonly minimum: number
  /** Holds for an agent of whom any call fits it; always where absent. */
  readonly where?: Condition
  readonly note?: Text
}
