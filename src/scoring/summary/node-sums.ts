import { MomentSums } from './moment-sums.js'
import type { NodeSummary } from './summary.js'

/** Sums of one section or item, while they grow. */
export class NodeSums {
  readonly moments = new MomentSums()
  notApplicable = 0
  lost: bigint | undefined

  add(value: number | null): void {
    if (value === null) this.notApplicable++
    else this.moments.add(value)
  }

  addLost(lost: bigint): void {
    this.lost = (this.lost ?? 0n) + lost
  }

  data(): NodeSummary {
    return {
      ...this.moments.data(),
      notApplicable: this.notApplicable,
      ...(this.lost !== undefined && { lost: String(this.lost) }),
    }
  }

  merge(other: NodeSummary): void {
    this.moments.merge(other)
    this.notApplicable += other.notApplicable
    if (other.lost !== undefined) this.addLost(BigInt(other.lost))
  }
}
