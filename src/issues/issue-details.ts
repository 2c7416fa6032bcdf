/**
 * Facts of an issue that its message needs in addition to path, `expected` and `received`, by code. A code that is not
 * listed has none. Lists of ids are joined by ", ".
 */
export interface IssueDetails {
  readonly 'document/unbalanced': {
    /** Line of the opening bracket, where there is one. */
    readonly openedLine?: number
  }
  readonly 'document/duplicate-key': { readonly firstLine: number }
  readonly 'document/too-large': Maximum
  readonly 'document/too-deep': Maximum

  readonly 'rubric/unknown-name': {
    readonly kind:
      | 'scale'
      | 'fact'
      | 'section'
      | 'item'
      | 'node'
      | 'family'
      | 'tag'
      | 'action'
      | 'businessType'
      | 'option'
  }
  readonly 'rubric/scale-divisor': { readonly scale: string; readonly scoring: 'ratio' | 'span' | 'points' }
  readonly 'rubric/level-negative': { readonly scoring: string }
  readonly 'rubric/on-rating-form': {
    /** Kind of the item. */
    readonly kind: string
    readonly item: string
  }
  readonly 'rubric/weights-mixed': { readonly siblings: string }
  readonly 'rubric/weights-zero': Siblings
  readonly 'rubric/profile-incomplete': { readonly missing: string; readonly businessType: string }
  readonly 'rubric/profile-both': { readonly parent: string; readonly businessType: string }
  readonly 'rubric/shares-over-100': Siblings
  readonly 'rubric/shares-not-100': Siblings
  readonly 'rubric/shares-rest': WeightCase
  readonly 'rubric/weight-rule-broken': WeightCase
  readonly 'rubric/maximum': Maximum
  readonly 'rubric/too-complex': Maximum
  readonly 'rubric/band-out-of-reach': Reach
  readonly 'rubric/pass-mark-out-of-reach': Reach
  readonly 'rubric/pass-mark-always-reached': Reach
  readonly 'rubric/weightless': {
    /** Business types that the warning is about; absent for all. */
    readonly businessTypes?: string
    readonly from?: string
    readonly through?: string
  }
  readonly 'rubric/changes-nothing': { readonly kind: 'profile' | 'adjustment' }
  readonly 'rubric/range-gap': { readonly gap: string }
  readonly 'rubric/range-overlap': {
    /** The earlier range. */
    readonly other: string
  }
  readonly 'rubric/always-true': Domain
  readonly 'rubric/never-true': Domain
  readonly 'rubric/contradiction': { readonly fact: string }
  readonly 'rubric/unused': { readonly kind: 'scale' | 'fact' | 'condition' | 'tag' | 'family' | 'action' }
  readonly 'rubric/no-guidance': { readonly levels: string }
  readonly 'rubric/example-expired': { readonly today: string }

  readonly 'conditions/unknown-fact': {
    /**
     * Key of the document that declares names.
     * @defaultValue `facts`
     */
    readonly declaredIn?: string
  }
  readonly 'conditions/too-deep': Maximum
  readonly 'conditions/too-many': Maximum
  readonly 'conditions/operand': { readonly operator: string }
  readonly 'conditions/unknown-value': {
    /** Absent where the value does not come from a fact. */
    readonly fact?: string
  }
  readonly 'conditions/path': {
    /** Most steps of a path, where the path is at fault. */
    readonly maximum?: number
  }

  readonly 'evaluation/straddles-adjustment': {
    /** Last day before the weights change. */
    readonly boundary: string
  }
  readonly 'evaluation/unanswered': {
    readonly item: string
    /** The fact that a numeric item takes its number from. */
    readonly fact?: string
  }
  readonly 'evaluation/rating-type': {
    /** Absent for entries of "vetoes" and "bonuses". */
    readonly item?: string
  }
  readonly 'evaluation/off-scale': OfItem
  readonly 'evaluation/unknown-option': OfItem
  readonly 'evaluation/repeated-option': OfItem
  readonly 'evaluation/unknown-fault': OfItem
  readonly 'evaluation/out-of-range': OfItem
  readonly 'evaluation/no-range': OfItem
  readonly 'evaluation/fact-differs': { readonly item: string; readonly fact: string }
  readonly 'evaluation/not-applicable-refused': OfItem
  readonly 'evaluation/rated-not-applicable': {
    readonly item: string
    readonly reason: 'section' | 'condition' | 'rated'
    /** The section that is not applicable. */
    readonly section?: string
  }
  readonly 'evaluation/section-rating': { readonly section: string }
  readonly 'evaluation/fact-missing': {
    readonly fact: string
    /** Section or item that the fact decides about. */
    readonly node: string
    /** Key of the condition. */
    readonly key: string
  }
  readonly 'evaluation/undetermined': { readonly rule: string; readonly kind: 'veto' | 'gate' | 'bonus' }

  readonly 'sampling/infeasible-allocation': {
    readonly constraint: 'sizes' | 'minima' | 'group' | 'variance' | 'floors'
    readonly need: number
    readonly available: number
    /** Number of the group, from 1. */
    readonly group?: number
  }
  readonly 'sampling/crossing-groups': { readonly group: number; readonly other: number }
  readonly 'sampling/periodic': { readonly interval: number; readonly period: number; readonly phases: number }
  readonly 'sampling/role-twice': {
    /** The column that has the role already. */
    readonly first: string
  }
  readonly 'sampling/role-type': { readonly role: string }
  readonly 'sampling/stratum-type': { readonly field: string }
  readonly 'sampling/slot-overlap': { readonly other: string; readonly at: string }
  readonly 'sampling/slot-gap': { readonly at: string }
  readonly 'sampling/unused-allocation': { readonly method: string }
  readonly 'sampling/row-shape': Row
  readonly 'sampling/cell-type': Cell
  readonly 'sampling/missing-id': Cell
  readonly 'sampling/bad-text': Cell
  readonly 'sampling/missing-stratum': Cell
  readonly 'sampling/eligible-unknown': Cell
  readonly 'sampling/duplicate-call': { readonly line: number; readonly firstLine: number | string }
  readonly 'sampling/over-maximum': {
    readonly constraint: 'precision' | 'minimumTotal' | 'strata' | 'coverage'
    /** Calls that would do; absent where no number does. */
    readonly needed?: number
    /** Margin attained with the most calls allowed, in percentage points. */
    readonly attained?: string
  }
  readonly 'sampling/frame-changed': { readonly stratum: string }
  readonly 'sampling/parts-differ': { readonly what: string }
  readonly 'sampling/does-not-belong': { readonly purpose: string }
  readonly 'sampling/call-missing': { readonly purpose: string }
  readonly 'sampling/stratum-changed': { readonly now: string; readonly before: string }
  readonly 'sampling/entry-changed': { readonly what: string }
  readonly 'sampling/plan-differs': { readonly what: string }
  readonly 'sampling/input-file': { readonly name: string }
  readonly 'sampling/no-replacement': { readonly stratum: string }
  readonly 'sampling/single-call-stratum': { readonly size: number }
  readonly 'sampling/post-stratum': { readonly reason: 'empty' | 'uncounted' }
  readonly 'sampling/sql-unsupported': { readonly dialect: string }
  readonly 'sampling/sql-faults': {
    /** Code of the faults. */
    readonly fault: string
    readonly field: string
    /** Number of calls. */
    readonly calls: number
  }

  readonly 'calendar/zones-differ': { readonly first: string; readonly other: string }
  readonly 'calendar/overlap': Junction
  readonly 'calendar/gap': Junction

  readonly 'alerts/event-after-end': OfEvent & { readonly state: string; readonly at: string }
  readonly 'alerts/event-duties-open': OfEvent & { readonly missing: string }
  readonly 'alerts/event-duty-done': OfEvent & { readonly name: string; readonly at?: string }
  readonly 'alerts/event-duty-cancelled': OfEvent & { readonly name: string }
  readonly 'alerts/effect-column-type': { readonly field: string }
  readonly 'alerts/unknown-name': { readonly kind: 'role' | 'action' | 'kind' | 'level' | 'label' | 'event' }
  readonly 'alerts/label-type': { readonly fact: string }
  readonly 'alerts/same-event': {
    /** The duty that the event fulfils already. */
    readonly first: string
    readonly level: string
  }
  readonly 'alerts/reminder-too-early': { readonly term: string }
  readonly 'alerts/notice-twice': { readonly kind: 'remind' | 'escalate' }
  readonly 'alerts/no-false-alerts': { readonly level: string }
  readonly 'alerts/history-alone': { readonly reason: 'groupBy' | 'adjustFor' }
  readonly 'alerts/shadowed-step': { readonly level: string }
  readonly 'alerts/step-impossible': { readonly label: 'agent' | 'call' }
  readonly 'alerts/unused': { readonly kind: 'role' | 'action' | 'kind' | 'level' | 'fact' | 'falseAlerts' }
  readonly 'alerts/longer-term': { readonly level: string; readonly other: string; readonly term: string }

  readonly 'calibration/not-a-rating': { readonly item: string }
  readonly 'calibration/rated-twice': {
    readonly call: string
    readonly rater?: string
    /** Absent where the whole call is meant. */
    readonly item?: string
  }
  readonly 'calibration/tier': { readonly kind: string }
  readonly 'calibration/not-now': { readonly status: string }
  readonly 'calibration/own-score': { readonly kind: string }
  readonly 'calibration/appeal-unknown': {
    /** `item`, `fault`, `veto`, `bonus` or `gate`; another key where the kind itself is unknown. */
    readonly kind: string
  }
  readonly 'calibration/appeal-open': { readonly appeal: string }
  readonly 'calibration/appeal-settled': { readonly appeal: string }
  readonly 'calibration/changes-of-rejected': { readonly decision: string }
  readonly 'calibration/changes-missing': { readonly decision: string }
  readonly 'calibration/meaning-changed': { readonly item: string; readonly what: string }
  readonly 'calibration/veto-not-looked-for': { readonly veto: string }
}

// Types, not interfaces: only these are assignable to a record of texts and numbers.

export type Maximum = {
  readonly maximum: number
}

export type Siblings = {
  readonly siblings: string
  /** Section that they belong to; empty for the outermost sections. */
  readonly parent: string
}

/** Business type and days of a weight, as far as it depends on them. */
export type WeightCase = {
  readonly businessType?: string
  readonly from?: string
  readonly through?: string
}

/** Scores that ratings reach. */
export type Reach = {
  readonly lowest: string
  readonly highest: string
  /** Business types that the warning is about; absent for all. */
  readonly businessTypes?: string
}

/** Values that a fact can have. */
export type Domain = {
  readonly fact: string
  readonly values?: string
}

export type OfItem = {
  readonly item: string
}

/** Place of a row in its file. */
export type Row = {
  /** From 1; absent for a row that was passed alone. */
  readonly line?: number
}

export type Cell = Row & {
  /** Name of the column. */
  readonly field: string
}

/** Two calendars that do not join. */
export type Junction = {
  readonly first: string
  readonly other: string
  readonly through: string
  readonly from: string
}

export type OfEvent = {
  /** Id of the event. */
  readonly event?: string
}
