import type { RatingScale } from '../../../rubric/items/comparison.js'
import type { Target } from './rating-tables.js'

/** A value on the scale of its target, or `na`. */
export type Cell<Value> = Value | 'na'

/** The calls and raters of tables, in the order of first occurrence. */
export class TableAxes {
  readonly calls = new Set<string>()
  readonly raters = new Set<string>()
}

/** Values by call, rater and target; grids with the same axes have tables of the same size. */
export class RatingGrid<Value> {
  private readonly cells = new Map<string, Cell<Value>>()

  constructor(private readonly axes: TableAxes) {}

  /** Enters a value; returns false where there is one already. */
  put(callId: string, raterId: string, target: string, value: Cell<Value>): boolean {
    this.axes.calls.add(callId)
    this.axes.raters.add(raterId)
    const key = keyOf(callId, raterId, target)
    if (this.cells.has(key)) return false
    this.cells.set(key, value)
    return true
  }

  /** Returns the tables of one target. */
  target(
    { kind, id, scale }: { readonly kind: Target['kind']; readonly id: string; readonly scale: RatingScale },
    key: string,
    numberOf: (value: Value) => number | null,
  ): Target {
    return {
      kind,
      id,
      scale,
      table: this.table(key, (cell) => (cell === 'na' ? null : numberOf(cell))),
      notApplicable: this.table(key, (cell) => (cell === 'na' ? 1 : 0)),
    }
  }

  /** Cells of one target by call and rater; null where nothing was entered. */
  table<Result>(target: string, read: (cell: Cell<Value>) => Result): readonly (readonly (Result | null)[])[] {
    const { calls, raters } = this.axes
    return [...calls].map((callId) =>
      [...raters].map((raterId) => {
        const cell = this.cells.get(keyOf(callId, raterId, target))
        return cell === undefined ? null : read(cell)
      }),
    )
  }
}

function keyOf(callId: string, raterId: string, target: string): string {
  return JSON.stringify([callId, raterId, target])
}
