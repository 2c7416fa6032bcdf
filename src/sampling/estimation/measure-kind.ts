/** What the values of a measure are: 0 or 1, numbers, or scores from 0 on of which vetoes make some 0. */
export type MeasureKind = 'rate' | 'mean' | 'zeroable-mean'
