/** A row that cannot be read, such as a line of CSV with too few cells; it is reported like any faulty row. */
export class BrokenRow {
  constructor(
    /** Form that a row should have. */
    readonly expected: string,
    /** Excerpt of the row. */
    readonly received: string,
  ) {}
}
