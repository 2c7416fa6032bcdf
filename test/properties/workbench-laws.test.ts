import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  diffRubrics,
  evaluationGuide,
  evaluationSchema,
  lintRubric,
  parseRubric,
  type Rubric,
} from '../../src/rubric/index.js'
import { randomCase } from '../scoring/random-pairs.js'
import { runs } from '../support/runs.js'

/** A failure names the number of the case to run again. */
const caseNumber = fc.nat({ max: 1_000_000 })

describe('of every sound rubric', () => {
  it('there are warnings with a place, a sheet, a schema, and no difference from itself', () => {
    let sound = 0
    fc.assert(
      fc.property(caseNumber, (number) => {
        const rubric = randomCase(`law-${number}`).rubric as unknown as Rubric
        const text = JSON.stringify(rubric)
        sound++
        for (const { severity, position, code } of lintRubric(text, { today: '2026-11-27' }))
          expect([code, severity, position !== undefined]).toEqual([code, 'warning', true])
        for (const language of ['en', 'zh-CN'] as const) {
          // A row of a table has as many cells as its heading, whatever texts hold.
          const lines = evaluationGuide(text, { language }).split('\n')
          let width = 0
          for (const [index, line] of lines.entries()) {
            const cells = line.startsWith('|') ? line.replaceAll('\\|', '').split('|').length : 0
            if (cells > 0 && width > 0) expect([index, cells]).toEqual([index, width])
            width = cells
          }
          expect(evaluationSchema(text, { language }).type).toBe('object')
        }
        expect(diffRubrics(parseRubric(text), text)).toMatchObject({ changes: [], comparability: 'identical' })
      }),
      { numRuns: runs('CALLGRADE_LAW_RUBRICS', 30) },
    )
    expect(sound).toBeGreaterThan(0)
  })
})
