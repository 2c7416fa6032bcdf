/** A row that could not be made out, such as a line of CSV with too few cells; it is faulty like any other. */
export class BrokenRow {
  constructor(
    /** What a row should be. */
    readonly expected: string,
    /** What it is, shortened. */
    readonly received: string,
  ) {}
}
