import type { ReviewTopic } from './review-event.js'

/** An appeal and its outcome. */
export interface ReviewAppeal {
  readonly id: string
  /** RFC 3339. */
  readonly at: string
  readonly by: string
  readonly about: readonly ReviewTopic[]
  /** The second on the same matter: for an expert alone. */
  readonly isSecond: boolean
  readonly status: 'open' | 'answered' | 'settled'
  readonly decision?: 'upheld' | 'partly-upheld' | 'rejected'
  readonly decidedAt?: string
  readonly decidedBy?: string
}
