/**
 * Maximum depth of nested arrays and objects; a section takes two. Keeps every recursion far from the end of the
 * stack.
 */
export const MAXIMUM_DEPTH = 200
