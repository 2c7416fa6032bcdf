import { wallTimeText } from '../../documents/time/instant-text.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import { compareStrata } from '../design/stratum-key.js'
import type { Sha256 } from '../keys/sha256.js'
import { agentCounts } from './agent-counts.js'
import { CallFingerprints } from './call-fingerprints.js'
import { callText } from './call-text.js'
import type { FrameCounts } from './frame-counts.js'
import { FrameDigest } from './frame-digest.js'
import type { FrameCall } from './reading/frame-call.js'
import type { FrameReader } from './reading/frame-reader.js'
import { refuseRepeatedCalls } from './refuse-repeated-calls.js'

/** Counts the calls of a frame by stratum, agent and targeted rule, and adds up their digest. */
export class CallTally {
  private readonly strata = new Map<string, { labels: readonly string[]; N: number }>()
  private readonly digest = new FrameDigest()
  private readonly fingerprints: CallFingerprints | undefined
  private readonly agents = new Map<string, { calls: number; rule: number }>()
  private readonly targeted: { fitting: number; unknown: number }[]
  private readonly hasAgents: boolean
  private N = 0
  private withoutAgent = 0
  private lastCall = Number.NEGATIVE_INFINITY

  /** @param assumeUnique - takes ids to be unique without looking */
  constructor(
    private readonly design: SamplingDesign,
    private readonly reader: Pick<FrameReader, 'targeted' | 'perAgent'>,
    private readonly hash: Sha256,
    assumeUnique: boolean,
  ) {
    this.fingerprints = assumeUnique ? undefined : new CallFingerprints()
    this.targeted = (design.targeted ?? []).map(() => ({ fitting: 0, unknown: 0 }))
    this.hasAgents = Object.values(design.fields).some(({ role }) => role === 'agent')
  }

  add({ id, labels, stratum, agent, cells, wallTime }: FrameCall, line: number): void {
    this.N++
    const count = this.strata.get(stratum)
    if (count) count.N++
    else this.strata.set(stratum, { labels, N: 1 })
    this.digest.add(this.hash(callText(id, stratum)))
    this.fingerprints?.add(this.hash(id), line)
    if (wallTime !== undefined && wallTime > this.lastCall) this.lastCall = wallTime
    for (let rule = 0; rule < this.targeted.length; rule++) {
      const truth = this.reader.targeted[rule]?.(cells)
      const tally = this.targeted[rule]
      if (tally && truth !== false) tally[truth === undefined ? 'unknown' : 'fitting']++
    }
    if (agent === undefined) {
      if (this.hasAgents) this.withoutAgent++
    } else if (this.reader.perAgent.length > 0) this.countAgent(agent, cells)
  }

  private countAgent(agent: string, cells: FrameCall['cells']): void {
    let tally = this.agents.get(agent)
    if (!tally) {
      tally = { calls: 0, rule: this.reader.perAgent.length }
      this.agents.set(agent, tally)
    }
    tally.calls++
    const rule = this.reader.perAgent.findIndex((test) => test(cells) === true)
    if (rule >= 0 && rule < tally.rule) tally.rule = rule
  }

  /**
   * Returns the counts of all calls so far.
   * @param rows - read in the pass over the data, and how many of them were left out as faulty
   * @throws CallgradeError `sampling/duplicate-call`
   */
  counts({ rows, leftOut }: Pick<FrameCounts, 'rows' | 'leftOut'>): FrameCounts {
    if (this.fingerprints) refuseRepeatedCalls(this.fingerprints)
    return {
      design: this.design,
      rows,
      N: this.N,
      leftOut,
      strata: [...this.strata].map(([key, { labels, N }]) => ({ key, labels, N })).sort(compareStrata),
      frameDigest: this.digest.toHex(),
      agents: agentCounts(this.agents, this.reader.perAgent.length),
      withoutAgent: this.withoutAgent,
      targeted: (this.design.targeted ?? []).map(({ id }, index) => ({
        rule: id,
        fitting: this.targeted[index]?.fitting ?? 0,
        unknown: this.targeted[index]?.unknown ?? 0,
      })),
      ...(this.lastCall > Number.NEGATIVE_INFINITY && {
        lastCallAt: wallTimeText(this.lastCall),
      }),
      ...(this.fingerprints && { fingerprints: this.fingerprints.toWords() }),
      assumeUnique: this.fingerprints === undefined,
    }
  }
}
