import type { FieldDefinition, SamplingDesign } from '../design/sampling-design.js'
import type { SqlDialect, StoredInstant, StoredType } from './dialects/sql-dialect.js'
import type { SqlConditions, SqlFact } from './sql-conditions.js'

/** A column of the table as the frame query reads it: names of columns of its first part. */
export interface SqlField {
  readonly name: string
  readonly definition: FieldDefinition
  /** Selected expressions, each with its name. */
  readonly selected: readonly string[]
  /** The value as conditions and labels take it. */
  readonly value: string
  /** A condition over what is selected: the cell does not fit the type. */
  readonly misfits: string
  /** A condition over what is selected: a name holds what no name may; absent where the column holds none. */
  readonly badText?: string
  /** Wall time of the design's zone. */
  readonly wall?: string
  /** The column as conditions read it. */
  readonly fact: SqlFact
}

/** Largest whole number that doubles hold with all its neighbours. */
const SAFE = Number.MAX_SAFE_INTEGER
const LARGEST = '1.7976931348623157e308'

/** Zones by their full names alone: engines take `CET` or `+08:00` for something else than runtimes do. */
const FULL_ZONE_NAME = /^[A-Za-z]+\/[A-Za-z0-9_+/-]+$/

/** Writes how every column of the design is read from the table. */
export function sqlFields(
  design: SamplingDesign,
  dialect: SqlDialect,
  instants: StoredInstant,
  conditions: SqlConditions,
): readonly SqlField[] {
  const seen = new Set<string>()
  return Object.entries(design.fields).map(([name, definition], index) => {
    const path = ['fields', name]
    const folded = dialect.ignoresCaseOfNames ? name.toLowerCase() : name
    if (seen.has(folded) || /[\0\p{Cs}]/u.test(name)) conditions.refuse(path, JSON.stringify(name))
    seen.add(folded)
    if (definition.type === 'instant') {
      const zone = design.timeZone ?? 'UTC'
      if (instants !== 'timestamp' && zone !== 'UTC' && !FULL_ZONE_NAME.test(zone))
        conditions.refuse(['timeZone'], JSON.stringify(zone))
      if (instants === 'text' && !dialect.readsTextInstants) conditions.refuse([...path, 'type'], '"text"')
    }
    return new FieldWriter(name, definition, index + 1, design, dialect, instants).write()
  })
}

class FieldWriter {
  private readonly column: string
  private readonly selected: string[] = []

  constructor(
    private readonly name: string,
    private readonly definition: FieldDefinition,
    private readonly place: number,
    private readonly design: SamplingDesign,
    private readonly dialect: SqlDialect,
    private readonly instants: StoredInstant,
  ) {
    this.column = dialect.name(name)
  }

  write(): SqlField {
    const { dialect, column } = this
    switch (this.definition.type) {
      case 'string': {
        const text = dialect.byBytes(`CAST(${column} AS ${dialect.textType})`)
        const value = this.select('field', text)
        const isLabel = (this.design.strata ?? []).includes(this.name)
        return {
          ...this.field(value, 'text', this.misfit('string')),
          ...((isLabel || this.definition.role !== undefined) && { badText: dialect.holdsControl(value) }),
        }
      }
      case 'integer': {
        const number = dialect.castInteger(column)
        return this.field(this.select('field', number), 'number', this.misfit('integer', outside(number, SAFE)))
      }
      case 'number': {
        const number = dialect.castDouble(column)
        const largest = `CAST('${LARGEST}' AS ${dialect.doubleType})`
        return this.field(this.select('field', number), 'number', this.misfit('number', outside(number, largest)))
      }
      case 'boolean':
        return this.field(this.select('field', column), 'boolean', this.misfit('boolean'))
      case 'date': {
        const text = dialect.byBytes(dialect.dateText(column))
        const years = `${column} NOT BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'`
        const value = this.select('field', text)
        return this.field(value, 'text', this.misfit('date', years))
      }
      case 'instant':
        return this.instant()
    }
  }

  private instant(): SqlField {
    const { dialect, column, instants } = this
    const zone = this.design.timeZone ?? 'UTC'
    if (instants === 'text') {
      const text = this.select('field', dialect.byBytes(`CAST(${column} AS ${dialect.textType})`))
      const wall = this.select('wall', dialect.wallTimeOfText(`CAST(${column} AS ${dialect.textType})`, zone))
      const field = this.field(text, 'text', this.misfit('text'))
      return { ...field, wall, misfits: `(${field.misfits} OR (${text} IS NOT NULL AND ${wall} IS NULL))` }
    }
    const wall = this.select('wall', instants === 'timestamp' ? column : dialect.wallTime(column, zone))
    // Engines differ in the years that they hold, and in infinity.
    const years = `${column} NOT BETWEEN ${this.moment('0001-01-02')} AND ${this.moment('9998-12-30')}`
    return { ...this.field(wall, undefined, this.misfit(instants, years)), wall }
  }

  private moment(day: string): string {
    const { timestampType, timestamptzType } = this.dialect
    return `CAST('${day} 00:00:00' AS ${this.instants === 'timestamp' ? timestampType : timestamptzType})`
  }

  private field(value: string, type: SqlFact['type'], misfit: string): SqlField {
    const misfits = `misfit_${this.place}`
    this.selected.push(`(${this.column} IS NOT NULL AND (${misfit})) AS ${misfits}`)
    return {
      name: this.name,
      definition: this.definition,
      selected: this.selected,
      value,
      misfits,
      fact: { sql: value, type },
    }
  }

  private misfit(type: StoredType, unfit?: string): string {
    const other = this.dialect.hasOtherType(this.column, type)
    const parts = [other, unfit].filter((part) => part !== undefined)
    return parts.length === 0 ? 'FALSE' : parts.join(' OR ')
  }

  private select(what: string, sql: string): string {
    const alias = `${what}_${this.place}`
    this.selected.push(`${sql} AS ${alias}`)
    return alias
  }
}

function outside(number: string, largest: number | string): string {
  return `${number} NOT BETWEEN -${largest} AND ${largest}`
}
