import type { Issue } from '../../issues/index.js'
import {
  frameCounter,
  type Manifest,
  type PlanOptions,
  planSample,
  type SamplePlan,
  type SamplingDesign,
  safeParseManifest,
} from '../../sampling/index.js'
import type { CommandContext } from '../command-context.js'
import { issueLine } from '../faults/issue-line.js'
import { orRowFaults } from '../faults/or-row-faults.js'
import { reportRowFaults } from '../faults/report-row-faults.js'
import { WrongUse } from '../faults/wrong-use.js'
import { budgetOf } from '../options/budget-of.js'
import type { SIZE_OPTIONS } from '../options/size-options.js'
import type { GivenOptions } from '../usage/option-definition.js'
import { cellFormOf } from './cell-form-of.js'
import { nodeSha256 } from './node-sha256.js'
import { readCalls } from './read-calls.js'
import { readDocument } from './read-document.js'

/** A plan with the data that it was made from. */
export interface PlannedCalls {
  readonly plan: SamplePlan
  /** The sample that this one grows from. */
  readonly grown: Manifest | undefined
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[]
}

/**
 * First pass: counts the calls and plans. Reports faults and returns undefined if there were any.
 * @param seed - of the draw, where one follows
 */
export async function planCalls(
  files: readonly string[],
  design: SamplingDesign,
  options: GivenOptions<typeof SIZE_OPTIONS>,
  seed: string | undefined,
  context: CommandContext,
): Promise<PlannedCalls | undefined> {
  const { words, report } = context
  const budget = budgetOf(options, words)
  const grown = options.grow === undefined ? undefined : await readDocument(options.grow, safeParseManifest, context)
  if (options.grow !== undefined && !grown) return undefined
  if (grown && seed !== undefined && seed !== grown.seed)
    throw new WrongUse(words.sampling.otherSeed(options.grow ?? '', grown.seed))
  const counter = frameCounter(design, {
    cells: cellFormOf(files, words),
    badRows: options['bad-rows'],
    assumeUnique: options['assume-unique'],
    hash: nodeSha256,
  })
  const read = await readCalls(files, design, context, counter.add)
  if (read.issues.length > 0) {
    reportRowFaults(read.issues, read.lines, context)
    return undefined
  }
  const { total } = options
  const planning: PlanOptions = {
    ...(total !== undefined && { total }),
    ...(budget && { budget }),
    ...(grown && { grow: grown }),
  }
  const plan = orRowFaults(() => planSample(counter.finish(), planning), read.lines, context)
  if (!plan) return undefined
  // Among other calls those drawn before need not have the smallest keys, so that they would be lost unseen.
  if (grown && grown.frameDigest !== plan.frame.frameDigest) {
    const issue: Issue = {
      code: 'sampling/frame-digest',
      severity: 'error',
      path: ['frameDigest'],
      expected: grown.frameDigest,
      received: plan.frame.frameDigest,
    }
    report(issueLine(options.grow ?? '', issue, context))
    return undefined
  }
  return { plan, inputs: read.inputs, grown }
}
