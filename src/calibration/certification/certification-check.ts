/** One requirement of certification, and whether it holds. `open`: neither shown nor refuted. */
export interface CertificationCheck<Value> {
  readonly outcome: 'holds' | 'fails' | 'open'
  readonly value: Value
}

/** Confidence of each one-sided limit. */
export const ONE_SIDED_CONFIDENCE = 0.95
