import type { Condition } from '../../conditions/condition.js'
import type { Text } from '../../issues/text.js'

/**
 * A sampling design: the frame, its strata, the precision of the result, and further calls that are listened to.
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
  /** Rows that are calls and may be drawn; every row where absent. */
  readonly eligible?: Condition
  /** Dimensions that divide the calls into strata; one stratum of all where absent or empty. */
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
  /** Groups of strata, each with the least share that is measured. */
  readonly coverage?: readonly CoverageRule[]
  /** Calls listened to for another reason than the measure, such as risk. */
  readonly targeted?: readonly TargetedRule[]
  /** Calls of each agent that are listened to at least, for coaching; the first entry that fits an agent counts. */
  readonly perAgent?: readonly PerAgentRule[]
  readonly selection?: { readonly method: 'keyed'; readonly note?: Text }
}

/** A column of the data. */
export interface FieldDefinition {
  readonly type: FieldType
  /** Role of the column: the call's id, its agent, the agent's team, the time of the call. */
  readonly role?: FieldRole
  readonly title?: Text
  readonly note?: Text
}

/** Type of a column; `date` is YYYY-MM-DD, `instant` RFC 3339 or, without an offset, wall time in the design's zone. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'instant'

/** Role of a column in the draw. */
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

/** Precision that an estimated share must have. */
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
   * without strata, and the plan shows the margin that they attain.
   * @defaultValue design
   */
  readonly basis?: 'design' | 'simple-random'
  readonly note?: Text
}

/** Method that shares the calls out over the strata. */
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

/** Rule that at least a share of a group of strata is measured. */
export interface CoverageRule {
  readonly id: string
  readonly title?: Text
  /** Sees the ids of the strata alone. */
  readonly where: Condition
  readonly atLeastPercent: number
  /** Whole that the share refers to: the calls of each stratum, or the sample. @defaultValue stratum */
  readonly of?: 'stratum' | 'sample'
  readonly note?: Text
}

/** Further calls that are listened to but not measured. */
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
