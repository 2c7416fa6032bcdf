import type { Interval } from '../../statistics/index.js'

/** Reason why a figure has no value. */
export type UndefinedReason =
  /** All ratings are the same, so that chance alone explains every agreement. */
  | 'no-variation'
  /** There is one rater only. */
  | 'one-rater'
  /** One call does not show a spread. */
  | 'one-call'
  /** No call was rated by two, or two raters share none. */
  | 'nothing-in-common'
  /** Groups of raters with no call in common cannot be compared. */
  | 'disconnected'
  /** The number of raters is not the one that the figure is made for. */
  | 'not-two-raters'
  /** The figure needs every rater on every call, and fewer than two calls have that. */
  | 'incomplete'
  /** Calls differ less than chance alone would make them; there is no such figure then. */
  | 'below-chance'
  /** The figure takes a rater for the same person on every call. */
  | 'raters-not-fixed'

/** Limits, and the method by which they were made. */
export interface FigureInterval extends Interval {
  readonly confidence: number
  /** `t`: Student's t about the standard error; `F`: by the F distribution; `bootstrap`: percentiles over calls. */
  readonly method: 't' | 'F' | 'bootstrap' | 'exact'
}

/** A figure, or the named reason why there is none; never NaN. */
export type Figure =
  | {
      readonly kind: 'value'
      readonly value: number
      readonly standardError?: number
      readonly interval?: FigureInterval
    }
  | { readonly kind: 'undefined'; readonly reason: UndefinedReason }

/** Returns a figure without a value. */
export function undefinedFigure(reason: UndefinedReason): Figure {
  return { kind: 'undefined', reason }
}

/** Returns the value; undefined where there is none. */
export function figureValue(figure: Figure): number | undefined {
  return figure.kind === 'value' ? figure.value : undefined
}
