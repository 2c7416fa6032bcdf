import * as z from 'zod/mini'
import { once } from '../documents/once.js'
import { filledList } from '../documents/schema/collection-schemas.js'
import { described } from '../documents/schema/described.js'
import { named } from '../documents/schema/named.js'
import { optional } from '../documents/schema/optional.js'
import { strictObject } from '../documents/schema/strict-object.js'
import { textSchema } from '../documents/schema/text-schema.js'
import type { Condition, FactDefinition, Leaf } from './condition.js'
import { DECORATOR_NAMES, OPERATOR_NAMES } from './operators/engine-operators.js'

const PATH_DESCRIPTION = [
  'Reaches into a list, an object, or a group: $.a.b[0]["c"].',
  '取列表、对象或成组事实里的值：$.a.b[0]["c"]。',
] as const

/** Schema of a leaf and of the nodes that may take its place. */
const nodeSchema: () => z.ZodMiniType<Condition | Leaf> = once(() =>
  named(
    z.lazy(() => z.union([...kindSchemas(), leafSchema()])),
    'conditionPart',
  ),
)

/** Schema of a whole condition: its outermost object is never a bare leaf. */
export const conditionSchema: () => z.ZodMiniType<Condition> = once(() =>
  named(
    z.lazy(() => z.union(kindSchemas())),
    'condition',
  ),
)

const kindSchemas = once(
  () =>
    [
      strictObject({ all: described(filledList(nodeSchema()), 'True when every part is true.', '全部成立才成立。') }),
      strictObject({
        any: described(filledList(nodeSchema()), 'True when at least one part is true.', '任一成立即成立。'),
      }),
      strictObject({ not: described(nodeSchema(), 'True when the part is false.', '该条件不成立时成立。') }),
      strictObject({
        condition: described(
          z.string(),
          'The name of a condition declared under "conditions".',
          '引用 conditions 中声明的条件名。',
        ),
      }),
    ] as const,
)

const leafSchema = once(() =>
  strictObject({
    fact: described(
      z.string(),
      'The id of a declared fact, or businessType, ratings, sections, rawScore where they are known.',
      '已声明的事实 id；规则中还可用 businessType、ratings、sections、rawScore。',
    ),
    operator: described(
      z.string().check(z.regex(operatorPattern())),
      `How to compare: ${OPERATOR_NAMES.join(', ')}; before it any of ${DECORATOR_NAMES.map((name) => `${name}:`).join(' ')}`,
      '比较方式，可在前面加修饰，例如 not:in。',
    ),
    value: described(
      valueSchema(),
      'What to compare with: a value, a list, or {"fact": ...}.',
      '比较的值：单个值、列表，或 {"fact": ...} 引用另一事实。',
    ),
    path: optional(described(pathSchema(), ...PATH_DESCRIPTION)),
  }),
)

function operatorPattern(): RegExp {
  return new RegExp(`^((${DECORATOR_NAMES.join('|')}):){0,8}(${OPERATOR_NAMES.join('|')})$`)
}

function pathSchema(): z.ZodMiniString {
  return z.string().check(z.regex(/^\$/))
}

function valueSchema() {
  return z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(z.json()).check(z.minLength(1), z.maxLength(10_000)),
    strictObject({
      fact: described(z.string(), 'The fact to compare with.', '用来比较的事实。'),
      path: optional(described(pathSchema(), ...PATH_DESCRIPTION)),
    }),
  ])
}

/** Schema of one declared fact. */
export const factDefinitionSchema: () => z.ZodMiniType<FactDefinition> = once(() => {
  const description = optional(
    described(textSchema(), 'What the fact is and where it comes from.', '说明该事实是什么、从哪里来。'),
  )
  const shared = { description }
  return z.discriminatedUnion(
    'type',
    [
      strictObject({
        type: described(z.enum(['number', 'integer']), 'A number; integer: a whole number.', '数值；integer 为整数。'),
        minimum: optional(described(z.number(), 'The least value; below it is an error.', '最小值，低于即报错。')),
        maximum: optional(described(z.number(), 'The greatest value; above it is an error.', '最大值，高于即报错。')),
        ...shared,
      }),
      strictObject({
        type: described(z.literal('string'), 'A text.', '文本。'),
        values: optional(described(filledList(z.string()), 'All the texts that it may be.', '允许的全部取值。')),
        ...shared,
      }),
      strictObject({
        type: described(
          z.enum(['boolean', 'list', 'object']),
          'true or false; a list; an object that paths reach into.',
          '真假；列表；对象（可用 path 取值）。',
        ),
        ...shared,
      }),
    ],
    { error: () => FACT_TYPES },
  )
})

const FACT_TYPES = JSON.stringify({
  kind: 'values',
  values: ['number', 'integer', 'string', 'boolean', 'list', 'object'],
})
