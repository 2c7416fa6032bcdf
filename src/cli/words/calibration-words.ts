import type { ReviewState, TargetAgreement, UndefinedReason } from '../../calibration/index.js'
import type { RubricChange } from '../../rubric/index.js'

/** What `calibrate`, `certify`, `review` and `diff` say. */
export interface CalibrationWords {
  readonly header: readonly string[]
  readonly kinds: Readonly<Record<TargetAgreement['kind'], string>>
  readonly reasons: Readonly<Record<UndefinedReason, string>>
  readonly usable: Readonly<Record<TargetAgreement['usable'], string>>
  readonly session: (calls: number, raters: number) => string
  readonly severityHeader: readonly string[]
  readonly severity: string
  readonly deviations: string
  readonly discuss: string
  readonly notPeople: string
  readonly remark: string
  readonly failed: (count: number) => string
  readonly referenceHeader: readonly string[]
  readonly against: (reference: string) => string
  readonly outcomes: Readonly<Record<'certified' | 'not-certified' | 'not-enough-calls' | 'too-uniform', string>>
  readonly certified: (
    rater: string,
    outcome: string,
    facts: { calls: number; within: string; bias: string; vetoes: string; needed: string | undefined },
  ) => string
  readonly needed: (calls: number) => string
  readonly reviewHeader: readonly string[]
  readonly statuses: Readonly<Record<ReviewState['status'], string>>
  readonly decisions: Readonly<Record<NonNullable<ReviewState['appeals'][number]['decision']>, string>>
  readonly appeals: Readonly<Record<ReviewState['appeals'][number]['status'], string>>
  readonly late: string
  readonly refused: (event: string) => string
  readonly diffHead: (before: string, after: string) => string
  readonly comparability: Readonly<Record<'identical' | 'comparable' | 'rescore' | 'not-comparable', string>>
  readonly diffKinds: Readonly<Record<'added' | 'removed' | 'changed', string>>
  readonly parts: Readonly<Record<RubricChange['part'], string>>
  /** Share of the whole form, which follows from the weights. */
  readonly share: string
  readonly derived: (count: number) => string
  /** Keys of a rubric in words; a key without words is shown as the file has it. */
  readonly keys: ReadonlyMap<string, string>
  readonly effects: Readonly<Record<'none' | 'judgement' | 'figures' | 'ratings', string>>
  readonly impactHeader: readonly string[]
  readonly notCarried: (count: number) => string
  readonly colon: string
  readonly separator: string
  readonly move: (before: string, after: string, count: number) => string
  readonly movers: (count: number) => string
}
