// What the pictures show: the real month, planned, drawn and estimated as the guide does it, and its true figures.
import { createHash } from 'node:crypto'
import { type MonthRow, monthDesign, monthRows } from '../examples/support/month.js'
import {
  countFrame,
  drawSample,
  type Estimate,
  estimateValues,
  type Manifest,
  planSample,
  type SamplePlan,
  type Sha256,
} from '../src/sampling/index.js'

export const SEED = '1999-08'

/** A figure of a group beside the truth. */
export interface KnownFigure {
  readonly label: string
  readonly n: number
  readonly figure: Estimate
  readonly truth: number
}

export interface Month {
  readonly plan: SamplePlan
  /** The plan with another number of measured calls. */
  readonly planOf: (total: number) => SamplePlan
  readonly total: KnownFigure
  readonly businessTypes: readonly KnownFigure[]
  readonly agents: readonly KnownFigure[]
  /** The share of the whole month as another seed's sample estimates it. */
  readonly totalBy: (seed: string) => Estimate
}

const hash: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest()
const reading = { cells: 'text', hash } as const

/** Whether a call was answered within 20 seconds. */
function isQuick({ queue_seconds }: MonthRow): boolean {
  return Number(queue_seconds) <= 20
}

export function readMonth(): Month {
  const rows = monthRows().filter(({ outcome }) => outcome === 'agent')
  const byId = new Map(rows.map((row) => [row.call_id, row]))
  const counts = countFrame(rows, monthDesign(), reading)
  const plan = planSample(counts)
  const manifestBy = (seed: string): Manifest => drawSample(rows, plan, { seed, ...reading })
  const reportOn = (manifest: Manifest) =>
    estimateValues(
      manifest,
      manifest.drawn.flatMap(({ callId, purpose }) => {
        const row = byId.get(callId)
        if (purpose !== 'measure' || !row) return []
        const { agent_id, business_type } = row
        return [{ callId, value: isQuick(row), ...(agent_id && { agentId: agent_id }), business_type }]
      }),
      { kind: 'rate', domains: { businessType: ({ business_type }) => business_type } },
    )
  const report = reportOn(manifestBy(SEED))
  const truthOf = (holds: (row: MonthRow) => boolean): number => {
    const group = rows.filter(holds)
    return group.filter(isQuick).length / group.length
  }
  return {
    plan,
    planOf: (total) => planSample(counts, { total }),
    total: { label: '', n: report.n, figure: report.total, truth: truthOf(() => true) },
    businessTypes: (report.domains.businessType ?? []).map(({ label, n, figures }) => ({
      label,
      n,
      figure: figures,
      truth: truthOf(({ business_type }) => business_type === label),
    })),
    agents: report.agents.map(({ label, n, figures }) => ({
      label,
      n,
      figure: figures,
      truth: truthOf(({ agent_id }) => agent_id === label),
    })),
    totalBy: (seed) => reportOn(manifestBy(seed)).total,
  }
}
