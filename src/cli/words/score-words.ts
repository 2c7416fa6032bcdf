/** What `score` says. */
export interface ScoreWords {
  readonly someFailed: (failed: number, total: number) => string
  readonly nothing: (file: string) => string
  readonly progress: (count: number) => string
  readonly explainedFormats: string
  readonly header: readonly string[]
  readonly notScored: string
  readonly verdicts: Readonly<Record<'qualified' | 'unqualified', string>>
  readonly line: (line: number) => string
  readonly separator: string
  readonly figures: (figures: ScoreFigures) => string
}

/** Totals of a table of scores, as texts. */
export interface ScoreFigures {
  readonly scored: number
  readonly failed: number
  readonly notScored: number
  readonly mean: string | undefined
  readonly passRate: string | undefined
  readonly vetoRate: string | undefined
}
