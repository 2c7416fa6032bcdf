/** Returns the key of the record that a later rating replaces: the call under a rubric, or the evaluation. */
export function recordKey(of: {
  readonly callId?: string
  readonly rubric?: string
  readonly evaluationId?: string
}): string {
  return JSON.stringify(of.callId === undefined ? [of.evaluationId] : [of.callId, of.rubric])
}
