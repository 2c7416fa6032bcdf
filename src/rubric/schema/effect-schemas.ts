import * as z from 'zod/mini'
import { once } from '../../documents/once.js'
import { described } from '../../documents/schema/described.js'
import { valuesNote } from '../../documents/schema/schema-note.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import type { Effect, FailEffect } from '../format/rubric.js'

const effectSchemas = once(() => {
  const kind = <const Kind extends string>(name: Kind, english: string, chinese: string) =>
    described(z.literal(name), english, chinese)
  const section = () => described(z.string(), 'The section.', '章节 id。')
  return [
    strictObject({ kind: kind('zero-section', 'The section counts as 0.', '该章节记 0 分。'), section: section() }),
    strictObject({
      kind: kind('cap-section', 'The section counts as at most this.', '该章节得分封顶。'),
      section: section(),
      maximum: described(
        z.number().check(z.minimum(0), z.maximum(100)),
        'Most that the section may score, 0 to 100.',
        '章节得分上限，0 到 100。',
      ),
    }),
    strictObject({
      kind: kind('deduct', 'Points off the total.', '总分扣分。'),
      points: described(z.number().check(z.minimum(0)), 'Points off.', '扣多少分。'),
    }),
    strictObject({
      kind: kind('cap', 'The total counts as at most this.', '总分封顶。'),
      maximum: described(z.number().check(z.minimum(0)), 'Most that the total may be.', '总分上限。'),
    }),
    strictObject({ kind: kind('zero', 'The total is 0.', '总分记 0。') }),
  ] as const
})

const EFFECT_KINDS = ['zero-section', 'cap-section', 'deduct', 'cap', 'zero']

/** An effect of vetoes. */
export const effectSchema: () => z.ZodMiniType<Effect> = once(() =>
  z.discriminatedUnion('kind', effectSchemas(), { error: () => valuesNote(EFFECT_KINDS) }),
)

/** An effect of gates, which may also fail the verdict alone. */
export const gateEffectSchema: () => z.ZodMiniType<Effect | FailEffect> = once(() =>
  z.discriminatedUnion(
    'kind',
    [
      ...effectSchemas(),
      strictObject({
        kind: described(z.literal('fail'), 'The verdict is unqualified; the score stays.', '结论为不合格，分数不变。'),
      }),
    ],
    {
      error: () => valuesNote([...EFFECT_KINDS, 'fail']),
    },
  ),
)
