/** Kind of a measure's values: 0 or 1, numbers, or scores from 0 on where vetoes make some 0. */
export type MeasureKind = 'rate' | 'mean' | 'zeroable-mean'
