/** Form in which the table keeps an instant. */
export type StoredInstant = 'timestamp' | 'timestamptz' | 'text'

/** Type that a column must have for the engine and the library to read the same values. */
export type StoredType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | StoredInstant

/** The parts of SQL that differ between engines; all other SQL is the same. */
export interface SqlDialect {
  /** Whether this library's tests run its SQL on the engine itself. */
  readonly status: 'run' | 'not run'
  /** Whether names that differ in case alone are one name. */
  readonly ignoresCaseOfNames: boolean
  /** Whether instants that are kept as text can be read. */
  readonly readsTextInstants: boolean
  /** Type names for casts. */
  readonly textType: string
  readonly integerType: string
  readonly doubleType: string
  readonly timestampType: string
  readonly timestamptzType: string
  readonly name: (name: string) => string
  readonly text: (value: string) => string
  /** Makes a text compare and sort by its bytes, independent of the collation of its column. */
  readonly byBytes: (text: string) => string
  /** Whether a column has a type other than the wanted one; undefined where the engine cannot be asked. */
  readonly hasOtherType: (column: string, type: StoredType) => string | undefined
  readonly holdsControl: (text: string) => string
  readonly castInteger: (column: string) => string
  readonly castDouble: (column: string) => string
  /** YYYY-MM-DD of a date. */
  readonly dateText: (column: string) => string
  /** YYYY-MM-DDTHH:MM:SS of a wall time. */
  readonly wallText: (wall: string) => string
  /** Wall time of a moment in a zone. */
  readonly wallTime: (moment: string, zone: string) => string
  /** Wall time of an instant kept as text, null where it is none. */
  readonly wallTimeOfText: (text: string, zone: string) => string
  /** SHA-256 of the UTF-8 of a text, 64 small hexadecimal digits. */
  readonly sha256: (text: string) => string
  /** Eight hexadecimal digits from a place on (counted from 1), as a number. */
  readonly word: (hexadecimal: string, from: number) => string
  /** A table of rows of literals, for use after FROM. */
  readonly values: (rows: readonly (readonly string[])[], columns: readonly string[], name: string) => string
}

/** Writes a table of rows in the form of the SQL standard. */
export function standardValues(rows: readonly (readonly string[])[], columns: readonly string[], name: string): string {
  return `(VALUES\n    ${rows.map((row) => `(${row.join(', ')})`).join(',\n    ')}\n  ) AS ${name} (${columns.join(', ')})`
}
