import type { Item, ItemKind, ItemOfKind } from './item.js'

/**
 * One aspect of items: a function for each kind. A kind without one does not compile, which is how a new kind finds
 * everything that it needs.
 */
export type ByKind<Result, Context extends readonly unknown[] = [], Of extends Item = Item> = {
  readonly [Kind in ItemKind<Of>]: (item: ItemOfKind<Kind, Of>, ...context: Context) => Result
}

/** Asks an aspect about one item. */
export function ofKind<Result, Context extends readonly unknown[], Of extends Item>(
  aspect: ByKind<Result, Context, Of>,
  item: Of,
  ...context: Context
): Result {
  const kind: ItemKind<Of> = item.kind ?? 'scale'
  // The look-up pairs each kind with its own items, which a type of functions of one kind each cannot say.
  const answer = aspect[kind] as (item: Of, ...context: Context) => Result
  return answer(item, ...context)
}
