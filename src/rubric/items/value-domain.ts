/** The values that something in a condition can have, where they are known. */
export type ValueDomain =
  | { readonly kind: 'values'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'number'; readonly range: NumberDomain }
  | { readonly kind: 'text' }

/** Numbers from one to the other, both included; open where undefined. */
export interface NumberDomain {
  readonly minimum?: number
  readonly maximum?: number
  readonly isWhole?: boolean
}
