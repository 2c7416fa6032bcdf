import type { Evidence } from '../alert.js'
import type { Finding } from '../finding.js'
import type { AlertLevel } from '../policy/alert-policy.js'

/** A step that holds: the level it leads to, and why. */
export interface Crossing {
  readonly level: AlertLevel
  readonly evidence: Evidence
  /** The findings of the evidence. */
  readonly findings: readonly Finding[]
  /** `foundAt` of the finding that crossed the line. */
  readonly at: string
}
