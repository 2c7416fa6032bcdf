import type { RecordedItem } from '../rubric/items/item.js'

/** Ids in a list of a rubric, such as `vetoes`; plain strings where the type of the rubric does not know them. */
export type IdsIn<R, Key extends string> = IdOf<ElementOf<Member<R, Key>>>

/** Ids of the sections of a rubric, at any depth. */
export type SectionId<R> = IdOf<SectionOf<R>>

/** Ids of the scored items of a rubric. */
export type ScoredItemId<R> =
  string extends SectionId<R>
    ? string
    : IdOf<Exclude<ElementOf<Member<SectionOf<R>, 'items'>>, { readonly kind: RecordedKind }>>

/** Ids of the bands of a rubric. */
export type BandId<R> = IdsIn<Member<R, 'result'>, 'bands'>

/** Kinds of items that are recorded and not scored. */
type RecordedKind = RecordedItem['kind']

type SectionOf<R> = WithNested<ElementOf<Member<R, 'sections'>>>

/** Sections and those inside them, unless their ids are plain strings, where there is nothing to find. */
type WithNested<S> = S extends { readonly id: infer Id }
  ? string extends Id
    ? S
    : S | WithNested<ElementOf<Member<S, 'sections'>>>
  : never

type IdOf<Part> = Part extends { readonly id: infer Id extends string } ? Id : never

type ElementOf<List> = List extends readonly (infer Element)[] ? Element : never

/** The value of a key; never where there is no such key. */
type Member<T, Key extends string> = T extends unknown ? (Key extends keyof T ? NonNullable<T[Key]> : never) : never
