/** Maximum number of issues reported per document. */
export const MAXIMUM_ISSUES = 200
