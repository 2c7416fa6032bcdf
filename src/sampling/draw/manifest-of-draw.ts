import { sha256 } from '../keys/sha256.js'
import type { Manifest } from '../manifest/manifest.js'
import { sampleDigest } from '../manifest/sample-digest.js'
import type { DrawOptions } from './draw-options.js'
import type { DrawPart } from './draw-part.js'
import { drawnCalls } from './drawn-calls.js'

/** Returns the manifest of a draw. */
export function manifestOfDraw(
  draw: DrawPart,
  { seedFixedAt, inputs, hash = sha256 }: Pick<DrawOptions, 'seedFixedAt' | 'inputs' | 'hash'>,
): Manifest {
  const { plan } = draw
  const { design, frame } = plan
  const { drawn, targeted } = drawnCalls(draw)
  return {
    format: 'callgrade/manifest@1',
    id: design.id,
    version: design.version,
    title: design.title,
    design,
    seed: draw.seed,
    ...(seedFixedAt !== undefined && { seedFixedAt }),
    ...(inputs && { inputs }),
    cells: draw.cells,
    assumeUnique: frame.assumeUnique,
    badRows: draw.badRows,
    rows: draw.rows,
    leftOut: draw.leftOut,
    N: plan.N,
    frameDigest: frame.frameDigest,
    ...(frame.lastCallAt !== undefined && { lastCallAt: frame.lastCallAt }),
    n: plan.n,
    margin: plan.margin,
    ...(plan.givenTotal !== undefined && { givenTotal: plan.givenTotal }),
    ...(plan.minima && { minima: plan.minima }),
    strata: plan.strata.map(({ key, N, lower, n, weight }) => ({ key, N, lower, n, weight })),
    drawn,
    replacements: [],
    sampleDigest: sampleDigest(drawn, hash),
    targeted,
    withoutAgent: frame.withoutAgent,
    agentsWithTooFew: plan.agentsWithTooFew,
  }
}
