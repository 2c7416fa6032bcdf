import { parseInstant } from '../../documents/time/instant.js'
import {
  type Budget,
  REPLACEMENT_REASONS,
  type ReplacementReason,
  type ReplacementRequest,
  type SingleCallPolicy,
} from '../../sampling/index.js'
import { WrongUse } from '../console.js'
import type { SamplingWords } from '../words/sampling.js'

/** Options of the sampling commands as given. */
export interface WrittenOptions {
  readonly design?: string | undefined
  readonly seed?: string | undefined
  readonly 'seed-fixed-at'?: string | undefined
  readonly manifest?: string | undefined
  readonly format?: string | undefined
  readonly 'bad-rows'?: string | undefined
  readonly 'assume-unique'?: boolean | undefined
  readonly total?: string | undefined
  readonly raters?: string | undefined
  readonly 'calls-per-day'?: string | undefined
  readonly days?: string | undefined
  readonly grow?: string | undefined
  readonly replace?: string[] | undefined
  readonly force?: boolean | undefined
  readonly missing?: string | undefined
  readonly 'single-call'?: string | undefined
  readonly 'confidence-percent'?: string | undefined
  readonly maximum?: string | undefined
}

/** Options of the sampling commands. */
export interface SamplingOptions {
  readonly design: string | undefined
  readonly seed: string | undefined
  readonly seedFixedAt: string | undefined
  readonly manifest: string | undefined
  readonly format: string | undefined
  readonly badRows: 'refuse' | 'leave-out'
  readonly assumeUnique: boolean
  readonly total: number | undefined
  readonly budget: Budget | undefined
  readonly grow: string | undefined
  readonly replacements: readonly ReplacementRequest[]
  readonly isForced: boolean
  readonly missing: 'error' | 'as-if-random'
  readonly singleCall: SingleCallPolicy | undefined
  readonly confidence: number
  /** Ceiling of the scores. */
  readonly maximum: number | undefined
}

const FORMATS: Readonly<Record<string, readonly string[]>> = {
  plan: ['table', 'json'],
  sample: ['csv', 'jsonl'],
  verify: ['text', 'json'],
  estimate: ['table', 'json'],
}

/** @throws WrongUse with what is wrong */
export function samplingOptions(command: string, written: WrittenOptions, words: SamplingWords): SamplingOptions {
  const whole = (name: 'total' | 'maximum' | 'raters' | 'calls-per-day' | 'days'): number | undefined => {
    const text = written[name]
    if (text === undefined) return undefined
    if (!/^[1-9]\d{0,14}$/.test(text)) throw new WrongUse(words.notWhole(`--${name}`, text))
    return Number(text)
  }
  const oneOf = <const Known extends string>(
    name: keyof WrittenOptions,
    known: readonly Known[],
  ): Known | undefined => {
    const text = written[name]
    if (text === undefined) return undefined
    const found = known.find((one) => one === text)
    if (found === undefined) throw new WrongUse(words.notOneOf(`--${name}`, String(text), known.join(', ')))
    return found
  }
  const [raters, callsPerDay, days] = [whole('raters'), whole('calls-per-day'), whole('days')]
  const parts = [raters, callsPerDay, days].filter((part) => part !== undefined).length
  if (parts !== 0 && parts !== 3) throw new WrongUse(words.partBudget)
  const seedFixedAt = written['seed-fixed-at']
  if (seedFixedAt !== undefined && Number.isNaN(parseInstant(seedFixedAt)))
    throw new WrongUse(words.notInstant(seedFixedAt))
  return {
    design: written.design,
    seed: written.seed,
    seedFixedAt,
    manifest: written.manifest,
    format: oneOf('format', FORMATS[command] ?? []),
    badRows: oneOf('bad-rows', ['refuse', 'leave-out']) ?? 'refuse',
    assumeUnique: written['assume-unique'] ?? false,
    total: whole('total'),
    budget:
      raters !== undefined && callsPerDay !== undefined && days !== undefined
        ? { raters, callsPerDay, days }
        : undefined,
    grow: written.grow,
    replacements: (written.replace ?? []).map((text) => replacementOf(text, words)),
    isForced: written.force ?? false,
    missing: oneOf('missing', ['error', 'as-if-random']) ?? 'error',
    singleCall: oneOf('single-call', ['certainty', 'remove', 'adjust', 'average']),
    maximum: whole('maximum'),
    confidence: confidenceOf(written['confidence-percent'], words),
  }
}

function confidenceOf(text: string | undefined, words: SamplingWords): number {
  if (text === undefined) return 0.95
  const percent = /^\d{1,2}(\.\d+)?$/.test(text) ? Number(text) : 0
  if (percent <= 0) throw new WrongUse(words.notPercent('--confidence-percent', text))
  return percent / 100
}

function replacementOf(text: string, words: SamplingWords): ReplacementRequest {
  const at = text.lastIndexOf('=')
  const reason = REPLACEMENT_REASONS.find((known): known is ReplacementReason => known === text.slice(at + 1))
  if (at <= 0 || reason === undefined) throw new WrongUse(words.notReplacement(text, REPLACEMENT_REASONS.join(', ')))
  return { callId: text.slice(0, at), reason }
}
