import type { EstimationMethod, EstimationNote, NotEstimableReason, ReplacementReason } from '../../sampling/index.js'

/** What `plan`, `sample`, `verify` and `estimate` say. */
export interface SamplingWords {
  readonly badSeed: string
  readonly mixedForms: string
  readonly readTwice: string
  readonly partBudget: string
  readonly notReplacement: (value: string, reasons: string) => string
  readonly changedFile: string
  readonly otherManifest: (file: string) => string
  readonly otherSeed: (file: string, seed: string) => string
  readonly frame: (N: number, rows: number, strata: number) => string
  readonly leftOut: (count: number) => string
  readonly sizes: (plan: { formula?: number; minimum: number; lower: number; n: number }) => string
  readonly given: (n: number) => string
  readonly takeAll: (n: number, minimum: number) => string
  readonly attained: (margin: string, confidence: string) => string
  readonly notAttained: (wanted: string) => string
  readonly strataHeader: readonly string[]
  readonly domainsHeader: readonly string[]
  readonly thin: string
  readonly whole: string
  readonly coverage: string
  readonly thinStrata: (thin: number, tiny: string) => string
  readonly work: string
  readonly measure: (n: number) => string
  readonly targeted: (rule: string, atMost: number, unknown: number) => string
  readonly coaching: (atMost: number) => string
  readonly withoutAgent: (count: number) => string
  readonly tooFew: (agent: string, calls: number, minimum: number) => string
  readonly drawn: (measure: number, targeted: number, coaching: number) => string
  readonly replaced: (count: number, reasons: string) => string
  readonly assumption: string
  readonly sound: (calls: number, N: number) => string
  readonly notSound: (errors: number) => string
  readonly noSeed: string
  readonly separator: string
  readonly methods: Readonly<Record<EstimationMethod, string>>
  readonly estimateHeader: readonly string[]
  readonly measures: Readonly<Record<'score' | 'rawScore' | 'passRate' | 'vetoRate', string>>
  readonly veto: (id: string) => string
  readonly family: (id: string) => string
  readonly scored: (n: number, population: number, confidence: string) => string
  readonly missing: (count: number) => string
  readonly apart: (purpose: 'targeted' | 'coaching', drawn: number, scored: number) => string
  readonly total: string
  readonly stratum: string
  readonly agent: string
  readonly notes: Readonly<Record<EstimationNote, string>>
  readonly reasons: Readonly<Record<NotEstimableReason, string>>
  readonly replacementReasons: Readonly<Record<ReplacementReason, string>>
  readonly atMost: (limit: string) => string
}
