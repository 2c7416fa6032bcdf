import { groupBy } from '../../documents/group-by.js'
import { sum } from '../../statistics/sum.js'
import { partsDiffer } from '../frame/parts-differ.js'
import type { KeyedCall } from '../keys/keyed-call.js'
import type { SamplePlan } from '../size/sample-plan.js'
import type { DrawPart } from './draw-part.js'
import { frameChanged } from './frame-changed.js'

/**
 * Joins the parts of a draw into the one that all the data would have given.
 * @throws CallgradeError `sampling/parts-differ` for parts of different plans or seeds, `sampling/frame-changed` where
 * the parts do not add up to the planned frame
 */
export function mergeDrawParts(parts: readonly DrawPart[]): DrawPart {
  const [first, ...others] = parts
  if (!first) throw partsDiffer('parts')
  const written = planText(first.plan)
  for (const part of others) {
    if (planText(part.plan) !== written) throw partsDiffer('plan')
    for (const what of ['seed', 'cells', 'badRows'] as const) if (part[what] !== first[what]) throw partsDiffer(what)
  }
  const agents = groupBy(
    parts.flatMap((part) => Object.entries(part.agents)),
    ([agent]) => agent,
  )
  const merged: DrawPart = {
    ...first,
    rows: sum(parts, ({ rows }) => rows),
    leftOut: sum(parts, ({ leftOut }) => leftOut),
    strata: first.strata.map(({ key }, index) => ({
      key,
      N: sum(parts, ({ strata }) => strata[index]?.N ?? 0),
      calls: inKeyOrder(parts.flatMap(({ strata }) => strata[index]?.calls ?? [])),
    })),
    targeted: first.targeted.map((_, index) => inKeyOrder(parts.flatMap(({ targeted }) => targeted[index] ?? []))),
    agents: Object.fromEntries(
      [...agents].map(([agent, entries]) => [agent, inKeyOrder(entries.flatMap(([, calls]) => calls))]),
    ),
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
