import type { SamplingDesign } from '../../../src/sampling/design/sampling-design.js'
import type { FrameCounts } from '../../../src/sampling/frame/frame-counts.js'
import type { Manifest } from '../../../src/sampling/manifest/manifest.js'
import { planSample } from '../../../src/sampling/size/plan-sample.js'
import { frameCountsFromSql } from '../../../src/sampling/sql/frame-counts-from-sql.js'
import { manifestFromSql } from '../../../src/sampling/sql/manifest-from-sql.js'
import { type SamplingSqlOptions, samplingSql } from '../../../src/sampling/sql/sampling-sql.js'
import type { SqlRow } from '../../../src/sampling/sql/sql-row.js'
import type { Engine } from './engines.js'

/** All steps of a draw in the warehouse, as a user takes them. */
export async function sampleInWarehouse(
  engine: Engine,
  design: SamplingDesign | Readonly<Record<string, unknown>>,
  options: Omit<SamplingSqlOptions, 'dialect'>,
): Promise<{
  readonly counts: FrameCounts
  readonly manifest: Manifest
  readonly drawn: readonly SqlRow[]
  readonly countRows: readonly SqlRow[]
}> {
  const sql = samplingSql(design, { ...options, dialect: engine.name })
  const countRows = await engine.run(sql.counts)
  const counts = frameCountsFromSql(design, { checks: await engine.run(sql.checks), counts: countRows })
  const plan = planSample(counts)
  const drawn = await engine.run(sql.draw(plan))
  return { counts, manifest: manifestFromSql(plan, drawn, { seed: options.seed }), drawn, countRows }
}
