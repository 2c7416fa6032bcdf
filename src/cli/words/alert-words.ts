import type { AlertStateName, DutyStatus, UnplacedFinding, UntestableGroup } from '../../alerts/index.js'

/** What `alerts`, `due` and `track` say. */
export interface AlertWords {
  readonly absentState: (file: string) => string
  readonly notHours: (value: string) => string
  readonly notEpisode: (value: string) => string
  readonly noInput: string
  readonly noEvents: string
  readonly partEvent: string
  readonly faultyState: (file: string) => string
  readonly earlierThanState: (asOf: string, state: string) => string
  readonly refused: (count: number) => string
  readonly nothingChanged: string
  readonly applied: (count: number) => string
  readonly title: (instant: string) => string
  readonly counts: (open: number, overdue: number, ended: number) => string
  readonly none: string
  readonly nothingOwed: string
  readonly alertHeader: readonly string[]
  readonly dueHeader: readonly string[]
  readonly closureHeader: readonly string[]
  readonly closureTitle: string
  readonly states: Readonly<Record<AlertStateName, string>>
  readonly statuses: Readonly<Record<DutyStatus, string>>
  readonly separator: string
  readonly colon: string
  /** Kinds of events that every policy knows. */
  readonly events: ReadonlyMap<string, string>
  /** Kinds of findings that every policy knows. */
  readonly findingKinds: ReadonlyMap<string, string>
  /** Labels of groups that every policy knows. */
  readonly labels: ReadonlyMap<string, string>
  readonly evidence: (count: number) => string
  readonly rate: (count: number, rated: number, p: string) => string
  readonly noDeadline: string
  readonly overdueBy: (hours: string) => string
  readonly unplaced: (count: number) => string
  readonly unplacedReasons: Readonly<Record<UnplacedFinding['reason'], (missing: string) => string>>
  readonly notTestable: (count: number) => string
  readonly untestableReasons: Readonly<Record<UntestableGroup['reason'], string>>
  readonly more: (count: number) => string
  readonly streak: (months: number, actions: string) => string
  readonly missed: (actions: string) => string
  readonly timeToClose: (mean: string, median: string) => string
  readonly met: string
  readonly notMet: string
  readonly running: string
  readonly all: string
  readonly withoutDeadline: (count: number) => string
}
