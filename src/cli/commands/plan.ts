import type { SamplePlan } from '../../sampling/index.js'
import { safeParseSamplingDesign } from '../../sampling/index.js'
import { EXIT } from '../exit-code.js'
import { planCalls } from '../input/plan-calls.js'
import { readDocument } from '../input/read-document.js'
import { CALLS_ARGUMENT } from '../options/calls-argument.js'
import { DESIGN_OPTION, NO_DESIGN } from '../options/design-option.js'
import { formatOption } from '../options/format-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { SIZE_OPTIONS } from '../options/size-options.js'
import { planText } from '../output/sampling/plan-text.js'
import { defineCommand } from '../usage/command.js'

export const planCommand = defineCommand({
  arguments: [CALLS_ARGUMENT],
  options: {
    design: { ...DESIGN_OPTION, missing: NO_DESIGN },
    ...SIZE_OPTIONS,
    format: formatOption(['table', 'json']),
    out: OUT_OPTION,
  },
  examples: [
    {
      line: 'callgrade plan --design design.json calls-2026-08.csv',
      text: {
        en: 'Prints how many calls of each stratum are reviewed, and the margin that they attain.',
        'zh-CN': '输出各层要测评的通数，以及能达到的误差。',
      },
    },
  ],
  async run({ arguments: [files], options }, context) {
    const design = await readDocument(options.design, safeParseSamplingDesign, context)
    const planned = design && (await planCalls(files, design, options, undefined, context))
    if (!planned) return EXIT.faults
    const { plan } = planned
    const text = options.format === 'json' ? JSON.stringify(planJson(plan), null, 2) : planText(plan, context)
    await context.write(`${text}\n`)
    return EXIT.fine
  },
})

/** The plan for programs. */
function planJson({ design, frame, ...plan }: SamplePlan): object {
  const { rows, leftOut, frameDigest, withoutAgent, assumeUnique } = frame
  return {
    design: { id: design.id, version: design.version },
    rows,
    leftOut,
    frameDigest,
    withoutAgent,
    assumeUnique,
    ...plan,
  }
}
