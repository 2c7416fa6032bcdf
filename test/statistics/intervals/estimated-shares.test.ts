import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { proportionInterval } from '../../../src/statistics/index.js'
import { expectClose } from '../../oracles/expect-close.js'

interface OracleCase {
  readonly id: string
  readonly fn: string
  readonly input: unknown
  readonly expected: unknown
  readonly tolerance: number
}

const folder = process.env.CALLGRADE_ORACLES ?? join(import.meta.dirname, '../../oracles')
const casesOf = (file: string): OracleCase[] => JSON.parse(readFileSync(join(folder, file), 'utf8')).cases

describe('limits of estimated shares', () => {
  interface Stratified {
    readonly method: string
    readonly level: number
    readonly strata: Readonly<Record<string, { readonly y: readonly number[] }>>
  }
  interface Expected {
    readonly p: number
    readonly se: number
    readonly df: number
    readonly lower: number
    readonly upper: number
  }
  const cases = casesOf('sampling.json').filter(({ fn, input }) => {
    return fn === 'stratifiedProportion' && ['beta', 'logit', 'xlogit'].includes((input as Stratified).method)
  })
  it.each(cases.map((one) => [one.id, one] as const))('%s equal those of R survey', (_, one) => {
    const { method, level, strata } = one.input as Stratified
    const { p, se, df, lower, upper } = one.expected as Expected
    const limits =
      method === 'beta'
        ? proportionInterval({
            method: 'korn-graubard',
            proportion: p,
            standardError: se,
            sampleSize: Object.values(strata).reduce((sum, { y }) => sum + y.length, 0),
            designDegreesOfFreedom: df,
            confidence: level,
          })
        : proportionInterval({
            method: 'logit',
            proportion: p,
            standardError: se,
            degreesOfFreedom: df,
            confidence: level,
          })
    expectClose(limits, { lower, upper }, one.tolerance)
  })
})
