/** What one rating replaces another of. */
export function recordKey(of: {
  readonly callId?: string
  readonly rubric?: string
  readonly evaluationId?: string
}): string {
  return JSON.stringify(of.callId === undefined ? [of.evaluationId] : [of.callId, of.rubric])
}
