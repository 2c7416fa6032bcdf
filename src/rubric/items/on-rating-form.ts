/** The keys of a veto's `onRating` that go with one kind of item. */
export interface OnRatingForm {
  /** The key that says which ratings fire it; undefined where the item alone says so. */
  readonly key: 'atMost' | 'belowPercent' | 'options' | undefined
  /** The options that may be named. */
  readonly options?: ReadonlySet<string>
}
