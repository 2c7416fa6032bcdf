/** A row of a result by the names of its columns, as a driver gives it. */
export type SqlRow = Readonly<Record<string, unknown>>
