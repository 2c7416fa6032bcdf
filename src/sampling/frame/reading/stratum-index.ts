import { type StratumName, stratumKey } from '../../design/stratum-key.js'

/** A stratum seen in the data, with a small whole number of its own. */
interface IndexedStratum extends StratumName {
  readonly index: number
  readonly next: Map<string, IndexedStratum>
}

/** Tree of the strata seen so far, label by label, so that labels and key are made once per stratum, not per call. */
export class StratumIndex {
  private count = 0
  /** The stratum without labels. */
  readonly root = this.stratumOf([])

  /** Returns the stratum with one label more. */
  within(stratum: IndexedStratum, label: string): IndexedStratum {
    let next = stratum.next.get(label)
    if (!next) {
      next = this.stratumOf([...stratum.labels, label])
      stratum.next.set(label, next)
    }
    return next
  }

  private stratumOf(labels: readonly string[]): IndexedStratum {
    return { key: stratumKey(labels), labels, index: this.count++, next: new Map() }
  }
}
