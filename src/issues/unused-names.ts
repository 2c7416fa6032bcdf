import { excerptOf } from './excerpt-of.js'
import type { PathSegment } from './issue.js'

/** A declared name that nothing uses, with its place in the document. */
export interface UnusedName {
  readonly path: readonly PathSegment[]
  readonly at: 'key' | 'value'
  readonly received: string
}

/** Declarations of a document: a list of entries with ids, or entries by name. */
export type Declarations<Entry> = readonly (Entry & { readonly id: string })[] | Readonly<Record<string, Entry>>

/**
 * Finds declared names that nothing uses, in the order of the document.
 * @param key - name of the declarations in the document
 * @param isKept - whether an unused entry is kept on purpose
 */
export function unusedNames<Entry>(
  key: string,
  declared: Declarations<Entry> | undefined,
  used: Iterable<string>,
  isKept: (entry: Entry) => boolean = () => false,
): readonly UnusedName[] {
  const names = new Set(used)
  const isUnused = (name: string, entry: Entry): boolean => !names.has(name) && !isKept(entry)
  if (isList(declared))
    return declared.flatMap((entry, index) =>
      isUnused(entry.id, entry) ? [{ path: [key, index, 'id'], at: 'value', received: excerptOf(entry.id) }] : [],
    )
  return Object.entries(declared ?? {}).flatMap(([name, entry]) =>
    isUnused(name, entry) ? [{ path: [key, name], at: 'key', received: excerptOf(name) }] : [],
  )
}

function isList<Entry>(
  declared: Declarations<Entry> | undefined,
): declared is readonly (Entry & { readonly id: string })[] {
  return Array.isArray(declared)
}
