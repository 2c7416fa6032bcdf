/** Repairs of one text by offset, applied at the end: a text without faults is never copied. */
export class TextRepairs {
  private readonly repairs: { readonly offset: number; readonly length: number; readonly by: string }[] = []

  /** Replaces `length` characters by as many others. */
  add(offset: number, length: number, by: string): void {
    this.repairs.push({ offset, length, by })
  }

  /** Returns the text with every repair made. */
  applyTo(text: string): string {
    if (this.repairs.length === 0) return text
    // A trailing comma is noticed only at the bracket behind it, so the repairs are not in order.
    // One place can be repaired twice, as a full-width comma that is also a trailing one: the later repair holds.
    const byOffset = new Map(this.repairs.map((repair) => [repair.offset, repair]))
    const ordered = [...byOffset.values()].sort((a, b) => a.offset - b.offset)
    let result = ''
    let from = 0
    for (const { offset, length, by } of ordered) {
      result += text.slice(from, offset) + by
      from = offset + length
    }
    return result + text.slice(from)
  }
}
