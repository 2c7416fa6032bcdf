import type { ChoiceItem } from './choice/format.js'
import type { DeductionItem } from './deduction/format.js'
import type { NumericItem } from './numeric/format.js'
import type { RecordItem } from './record/format.js'
import type { ScaleItem } from './scale/format.js'
import type { TextItem } from './text/format.js'
import type { YesNoItem } from './yes-no/format.js'

/** A question of the form. */
export type Item = ScoredItem | RecordedItem

/** An item whose rating earns a part of its points. */
export type ScoredItem = ScaleItem | YesNoItem | ChoiceItem | NumericItem | DeductionItem

/** An item whose rating is kept and never scored; it has no weight. */
export type RecordedItem = TextItem | RecordItem

/** The kind of an item; `scale` where it names none. */
export type ItemKind<Of extends Item = Item> = NonNullable<Of['kind']>

/** The items of one kind. */
export type ItemOfKind<Kind extends ItemKind, Of extends Item = Item> = Extract<Of, { readonly kind?: Kind }>
