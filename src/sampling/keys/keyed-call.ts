/** A call with the key that it is chosen by. */
export interface KeyedCall {
  /** SHA-256 of seed and id, 64 hexadecimal digits. */
  readonly key: string
  readonly callId: string
  readonly stratum: string
  readonly agent?: string
}
