import * as z from 'zod/mini'
import { once } from '../../../documents/once.js'
import { valuesNote } from '../../../documents/schema/schema-note.js'
import { choiceSchema } from '../choice/format-schema.js'
import { deductionSchema } from '../deduction/format-schema.js'
import type { Item, ItemKind, ItemOfKind } from '../item.js'
import { numericSchema } from '../numeric/format-schema.js'
import { recordSchema } from '../record/format-schema.js'
import { scaleSchema } from '../scale/format-schema.js'
import { textSchema } from '../text/format-schema.js'
import { yesNoSchema } from '../yes-no/format-schema.js'

const SCHEMAS = {
  scale: scaleSchema,
  'yes-no': yesNoSchema,
  choice: choiceSchema,
  numeric: numericSchema,
  deduction: deductionSchema,
  text: textSchema,
  record: recordSchema,
} satisfies { readonly [Kind in ItemKind]: () => z.ZodMiniType<ItemOfKind<Kind>> }

/** An item of any kind. */
export const itemSchema: () => z.ZodMiniType<Item> = once(() => {
  const [first, ...others] = Object.values(SCHEMAS).map((make) => make())
  if (!first) throw new RangeError('kinds')
  return z.discriminatedUnion('kind', [first, ...others], { error: () => valuesNote(Object.keys(SCHEMAS)) })
})
