/** Options of `agreement`. */
export interface AgreementOptions {
  /**
   * Whether a rater is the same person on every call. `interchangeable` leaves out the figures that need that.
   * @defaultValue fixed
   */
  readonly raters?: 'fixed' | 'interchangeable'
  /** Confidence of the intervals: two-sided, a fraction. @defaultValue 0.95 */
  readonly confidence?: number
  /** Seed of the resampling; the same seed gives the same limits. @defaultValue agreement */
  readonly seed?: string
  /** Resamples for each interval of alpha. @defaultValue 1000 */
  readonly resamples?: number
  /** Maximum number of calls to discuss. @defaultValue 20 */
  readonly discussions?: number
}
