import { parseInstant } from '../../documents/time/instant.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import { issueOf } from '../../issues/issue-of.js'
import { partsDiffer } from '../frame/count-frame.js'
import type { BrokenRow, FrameRow } from '../frame/frame-reader.js'
import type { KeyedCall } from '../keys/keyed-call.js'
import type { Manifest } from '../manifest/manifest.js'
import type { SamplePlan } from '../size/sample-plan.js'
import type { DrawOptions, DrawPart } from './draw-part.js'
import { KeyCollector } from './key-collector.js'
import { manifestOf } from './manifest-of-draw.js'

/** Draws row by row, for data that come in pieces. */
export interface SampleDrawer {
  /**
   * Takes the next row.
   * @param line - where it stands in its file; counted from 1 where not given
   */
  readonly add: (row: FrameRow | BrokenRow, line?: number) => void
  /** @throws CallgradeError with the faults of all rows, unless they are left out */
  readonly part: () => DrawPart
}

/**
 * Draws the sample that was planned: the second of two passes over the data. In every stratum the calls with the
 * smallest SHA-256 of seed and id are taken, so that neither the order of the data nor its parts matter, and a larger
 * sample holds the smaller one. Source: permanent random numbers (Ohlsson 1995).
 * @param rows - the same that were counted
 * @throws CallgradeError `sampling/seed`, `sampling/frame-changed`, and the faults of rows
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 2 }
 * const calls = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
 * drawSample(calls, planSample(countFrame(calls, design)), { seed: '2026-08' }).drawn.map(({ callId }) => callId)
 * //=> ['c', 'a']
 */
export function drawSample(rows: Iterable<FrameRow>, plan: SamplePlan, options: DrawOptions): Manifest {
  const drawer = sampleDrawer(plan, options)
  for (const row of rows) drawer.add(row)
  return finishDraw([drawer.part()], options)
}

/** Like `drawSample`, for rows that are handed over one by one, or in parts that are put together afterwards. */
export function sampleDrawer(plan: SamplePlan, options: DrawOptions): SampleDrawer {
  const collector = new KeyCollector({ ...options, design: plan.design, n: plan.n, strata: plan.strata })
  return {
    add: collector.add,
    part: () => {
      const { strata, ...rest } = collector.found()
      const planned = new Set(plan.strata.map(({ key }) => key))
      const stranger = strata.find(({ key }) => !planned.has(key))
      if (stranger) throw frameChanged(stranger.key, 0, stranger.N)
      return { plan, strata, ...rest }
    },
  }
}

export function frameChanged(stratum: string, expected: number, received: number): CallgradeError {
  return new CallgradeError([
    issueOf(
      {
        code: 'sampling/frame-changed',
        path: [],
        expected: String(expected),
        received: String(received),
        details: { stratum },
      },
      undefined,
    ),
  ])
}

/**
 * Puts the parts of a draw together: the same manifest for any split of the data and any order of the parts.
 * @param parts - of all the data, made with the same plan and seed
 * @throws CallgradeError `sampling/parts-differ`, `sampling/frame-changed`, `document/instant`
 * @example
 * const design = { format: 'callgrade/sampling-design@1', id: 'd', version: '1', title: 'D', fields: { id: { type: 'string', role: 'id' } }, minimumTotal: 1 }
 * const [first, second] = [[{ id: 'a' }], [{ id: 'b' }]]
 * const plan = planSample(mergeFrameCounts(countFrame(first, design), countFrame(second, design)))
 * const parts = [first, second].map((rows) => {
 *   const drawer = sampleDrawer(plan, { seed: '2026-08' })
 *   for (const row of rows) drawer.add(row)
 *   return drawer.part()
 * })
 * finishDraw(parts).n //=> 1
 */
export function finishDraw(
  parts: readonly DrawPart[],
  options: Pick<DrawOptions, 'seedFixedAt' | 'inputs' | 'hash'> = {},
): Manifest {
  const { seedFixedAt } = options
  if (seedFixedAt !== undefined && Number.isNaN(parseInstant(seedFixedAt)))
    throw new CallgradeError([
      issueOf({ code: 'document/instant', path: ['seedFixedAt'], received: excerptOf(seedFixedAt) }, undefined),
    ])
  return manifestOf(mergedParts(parts), options)
}

/** The parts as if they had been one. */
export function mergedParts(parts: readonly DrawPart[]): DrawPart {
  const [first, ...others] = parts
  if (!first) throw partsDiffer('parts')
  const written = planText(first.plan)
  for (const part of others) {
    if (planText(part.plan) !== written) throw partsDiffer('plan')
    for (const what of ['seed', 'cells', 'badRows'] as const) if (part[what] !== first[what]) throw partsDiffer(what)
  }
  const agents = new Map<string, KeyedCall[]>()
  for (const part of parts)
    for (const [agent, calls] of Object.entries(part.agents)) {
      const known = agents.get(agent)
      if (known) known.push(...calls)
      else agents.set(agent, [...calls])
    }
  const merged: DrawPart = {
    ...first,
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    leftOut: parts.reduce((sum, { leftOut }) => sum + leftOut, 0),
    strata: first.strata.map(({ key }, index) => ({
      key,
      N: parts.reduce((sum, { strata }) => sum + (strata[index]?.N ?? 0), 0),
      calls: inKeyOrder(parts.flatMap(({ strata }) => strata[index]?.calls ?? [])),
    })),
    targeted: first.targeted.map((_, index) => inKeyOrder(parts.flatMap(({ targeted }) => targeted[index] ?? []))),
    agents: Object.fromEntries([...agents].map(([agent, calls]) => [agent, inKeyOrder(calls)])),
  }
  for (const [index, { key, N }] of first.plan.strata.entries()) {
    const found = merged.strata[index]?.N ?? 0
    if (found !== N) throw frameChanged(key, N, found)
  }
  return merged
}

function planText({ design, frame, strata }: SamplePlan): string {
  return JSON.stringify([design, frame.frameDigest, strata])
}

function inKeyOrder(calls: readonly KeyedCall[]): readonly KeyedCall[] {
  return [...calls].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}
