import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { parseSamplingDesign } from '../../src/sampling/design/parse-sampling-design.js'
import { drawSample } from '../../src/sampling/draw/draw-sample.js'
import { estimateValues } from '../../src/sampling/estimation/estimate-values.js'
import { estimateMean } from '../../src/sampling/estimation/means/estimate-mean.js'
import { estimateRate } from '../../src/sampling/estimation/rates/estimate-rate.js'
import { countFrame } from '../../src/sampling/frame/count-frame.js'
import { frameReader } from '../../src/sampling/frame/reading/frame-reader.js'
import type { FrameRow } from '../../src/sampling/frame/reading/frame-row.js'
import { hexOf } from '../../src/sampling/keys/hex-of.js'
import { selectionKey } from '../../src/sampling/keys/selection-key.js'
import type { Manifest } from '../../src/sampling/manifest/manifest.js'
import { planSample } from '../../src/sampling/size/plan-sample.js'

export interface DrawInput {
  readonly csv?: string
  readonly csvFile?: string
  readonly design: Readonly<Record<string, unknown>>
  readonly seed: string
}

const files = new Map<string, readonly FrameRow[]>()

export function rowsOf({ csv, csvFile }: DrawInput): readonly FrameRow[] {
  if (csv !== undefined) return parse(csv, { columns: true })
  if (csvFile === undefined) throw new Error('neither csv nor csvFile')
  let rows = files.get(csvFile)
  if (!rows) {
    rows = parse(readFileSync(join(import.meta.dirname, '../../examples/data', csvFile), 'utf8'), { columns: true })
    files.set(csvFile, rows as readonly FrameRow[])
  }
  return rows as readonly FrameRow[]
}

/** Calls of one purpose by what `by` says of them, by rising key. */
function grouped(manifest: Manifest, purpose: string, by: (call: Manifest['drawn'][number]) => string) {
  const groups = new Map<string, string[]>()
  const keyOf = ({ callId }: Manifest['drawn'][number]): string => hexOf(selectionKey(manifest.seed, callId))
  const inOrder =
    purpose === 'measure' ? manifest.drawn : [...manifest.drawn].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  for (const call of inOrder) {
    if (call.purpose !== purpose) continue
    const group = groups.get(by(call))
    if (group) group.push(call.callId)
    else groups.set(by(call), [call.callId])
  }
  return groups
}

function planAndDraw(input: DrawInput): Record<string, unknown> {
  const rows = rowsOf(input)
  const counts = countFrame(rows, input.design, { cells: 'text' })
  const plan = planSample(counts)
  const manifest = drawSample(rows, plan, { seed: input.seed, cells: 'text' })
  const design = parseSamplingDesign(input.design)
  const idColumn = Object.entries(design.fields).find(([, { role }]) => role === 'id')?.[0] ?? ''
  const agentColumn = Object.entries(design.fields).find(([, { role }]) => role === 'agent')?.[0] ?? ''
  const agents = new Map(rows.map((row) => [row[idColumn] as string, row[agentColumn] as string]))
  return {
    rows: manifest.rows,
    N: plan.N,
    frameDigest: manifest.frameDigest,
    strata: manifest.strata,
    cochran: plan.formulaSize,
    base: plan.base,
    sumOfLower: plan.sumOfLower,
    n: plan.n,
    margin: design.precision ? plan.margin : null,
    sampleDigest: manifest.sampleDigest,
    drawn: [...grouped(manifest, 'measure', ({ stratum }) => stratum)],
    targeted: Object.fromEntries(grouped(manifest, 'targeted', ({ rule = '' }) => rule)),
    coaching: [...grouped(manifest, 'coaching', ({ callId }) => agents.get(callId) ?? '')].sort(([a], [b]) =>
      a < b ? -1 : 1,
    ),
    withoutAgent: manifest.withoutAgent,
    withoutAgentDrawn: manifest.drawn.filter(({ callId, purpose }) => purpose === 'measure' && !agents.get(callId))
      .length,
    agentsBelowMinimum: manifest.agentsWithTooFew.map(({ agent }) => agent),
    targetedMatching: counts.targeted.reduce((sum, { fitting }) => sum + fitting, 0),
  }
}

/** The variables of the month by the oracle's names, with the kind of their estimate. */
const variables = {
  answeredWithin20: { kind: 'rate', of: (row: FrameRow) => Number(row.queue_seconds) <= 20 },
  talkSeconds: { kind: 'mean', of: (row: FrameRow) => Number(row.talk_seconds) },
} as const

function estimateMonth(input: DrawInput & { readonly variable: keyof typeof variables }): Record<string, unknown> {
  const rows = rowsOf(input)
  const counts = countFrame(rows, input.design, { cells: 'text' })
  const manifest = drawSample(rows, planSample(counts), { seed: input.seed, cells: 'text' })
  const { kind, of } = variables[input.variable]
  const byId = new Map(rows.map((row) => [String(row.call_id), row]))
  const measured = manifest.drawn.filter(({ purpose }) => purpose === 'measure')
  const values = measured.map(({ callId }) => ({ callId, value: Number(of(byId.get(callId) ?? {})) }))
  const { total } = estimateValues(manifest, values, { kind })
  if (total.status !== 'estimated') throw new Error(total.reason)
  const strata = manifest.strata.map(({ key, N }) => ({
    key,
    size: N,
    values: values.filter((_, index) => measured[index]?.stratum === key).map(({ value }) => value),
  }))
  const mean = estimateMean(strata)
  const uncapped = kind === 'rate' ? estimateRate(strata, { method: 'beta' }) : undefined
  const reader = frameReader(parseSamplingDesign(input.design), 'text')
  const frame = rows.filter((row) => reader.read(row).kind === 'call')
  return {
    estimate: total.estimate,
    se: total.standardError,
    dfDesign: measured.length - strata.length,
    dfSatterthwaite: mean.status === 'estimated' ? mean.degreesOfFreedom : undefined,
    true: frame.reduce((sum, row) => sum + Number(of(row)), 0) / frame.length,
    ...(uncapped?.status === 'estimated' && {
      kornGraubardUncapped: [uncapped.interval.lower, uncapped.interval.upper],
    }),
    interval: [total.interval.lower, total.interval.upper],
    plannedSize: total.plannedEffectiveSize,
    heavyTailed: total.notes.includes('heavy-tailed'),
  }
}

/** By the name that the oracles give them. */
export const drawMethods: Readonly<Record<string, (input: never) => unknown>> = { planAndDraw, estimateMonth }
