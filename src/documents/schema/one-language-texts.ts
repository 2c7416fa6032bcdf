import type { PathSegment } from '../../issues/issue.js'

/** A text that lacks one of the two languages. */
export interface OneLanguageText {
  readonly path: readonly PathSegment[]
  readonly text: unknown
  /** Empty where a text is in no language that it names. */
  readonly missing: 'en' | 'zh-CN' | ''
}

/**
 * The texts of a document that are in one language while others are in both; none where the whole document keeps to
 * one language.
 * @param textKeys - keys whose values are texts for people
 */
export function oneLanguageTexts(document: object, textKeys: ReadonlySet<string>): readonly OneLanguageText[] {
  const texts: { readonly path: readonly PathSegment[]; readonly text: unknown }[] = []
  collectTexts(document, [], textKeys, texts)
  const found = texts.flatMap(({ path, text }) => {
    const missing = missingLanguage(text)
    return missing === undefined ? [] : [{ path, text, missing }]
  })
  return found.length < texts.length ? found : []
}

function collectTexts(
  value: unknown,
  path: readonly PathSegment[],
  textKeys: ReadonlySet<string>,
  texts: { readonly path: readonly PathSegment[]; readonly text: unknown }[],
): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    // A fact or level may be called like a text; its value is then none.
    if (textKeys.has(key) && isText(member)) texts.push({ path: at, text: member })
    else collectTexts(member, at, textKeys, texts)
  }
}

function isText(value: unknown): boolean {
  return (
    typeof value === 'string' || (typeof value === 'object' && value !== null && ('en' in value || 'zh-CN' in value))
  )
}

function missingLanguage(text: unknown): OneLanguageText['missing'] | undefined {
  if (typeof text !== 'object' || text === null) return ''
  if (!('en' in text)) return 'en'
  return 'zh-CN' in text ? undefined : 'zh-CN'
}
