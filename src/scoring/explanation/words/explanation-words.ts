import type { ExplainedEffect, ExplainedRule, ExplainedScore } from '../explanation.js'

/** A score in words, ready to be printed. */
export interface ResultTexts {
  readonly score: number | null
  readonly verdict: ExplainedScore['verdict']
  readonly band: string | undefined
  readonly actions: readonly string[]
}

/** The words of an explanation in one language. */
export interface ExplanationWords {
  readonly head: (evaluation: string, rubric: string, version: string) => string
  readonly weights: (layers: string) => string
  readonly base: string
  readonly layer: (kind: 'profile' | 'adjustment', title: string) => string
  readonly points: (points: number, share: string, lost: number) => string
  readonly noWeight: string
  readonly recorded: string
  readonly separator: string
  readonly listSeparator: string
  readonly rated: Readonly<Record<'rater' | 'rule' | 'fact', (rating: string) => string>>
  readonly fault: (title: string, count: number, lost: string, excess: string) => string
  readonly comment: (comment: string) => string
  readonly notApplicable: Readonly<Record<'rated' | 'section' | 'condition' | 'nothing-below', string>>
  readonly unknown: string
  /** Names of the facts that every evaluation has. */
  readonly conditionFacts: Readonly<Record<'rawScore' | 'businessType', string>>
  readonly rawScore: (score: number | null) => string
  readonly kinds: Readonly<Record<ExplainedRule['kind'], string>>
  readonly outcomes: Readonly<Record<ExplainedRule['outcome'], string>>
  readonly marks: (marks: number, tolerated: number) => string
  readonly effects: Readonly<Record<ExplainedEffect['kind'], string>>
  readonly result: (result: ResultTexts) => string
  /** Headings of an explanation with chapters and tables. */
  readonly headings: {
    readonly part: string
    readonly points: string
    readonly share: string
    readonly lost: string
    readonly reason: string
    readonly rules: string
    readonly effects: string
    readonly effect: string
    readonly rule: string
    readonly before: string
    readonly after: string
  }
}
