/** Levels of one condition as written. */
export const MAXIMUM_CONDITION_DEPTH = 32
/** Nodes of one condition as written. */
export const MAXIMUM_NODES = 5_000
/** Nodes with named conditions put in. */
export const MAXIMUM_EXPANDED_NODES = 10_000
/** Levels with named conditions put in; keeps evaluation far from the end of the stack. */
export const MAXIMUM_EXPANDED_DEPTH = 640
/** Values of one list. */
export const MAXIMUM_LIST_VALUES = 10_000
