/** Rounded totals of one evaluation, before vetoes, gates and bonuses. */
export interface Totals {
  /** 0 to 100; undefined where nothing of weight applied. */
  readonly rawScore: number | undefined
  /** 0 to 100, by section index; undefined where nothing of weight applied below the section. */
  readonly sectionScores: readonly (number | undefined)[]
}

/** The totals before anything is added up. */
export const NO_TOTALS: Totals = Object.freeze({ rawScore: undefined, sectionScores: Object.freeze([]) })
