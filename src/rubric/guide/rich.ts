import type { Inline, Inlines } from './guide-document.js'

/**
 * Text with emphasis from a template.
 * @example
 * rich`Rated ${code('na')} only where allowed.` //=> ['Rated ', { kind: 'code', text: 'na' }, ' only where allowed.']
 */
export function rich(texts: TemplateStringsArray, ...values: readonly (Inline | Inlines)[]): Inlines {
  return texts.flatMap((text, index): Inlines => {
    const value = values[index]
    return [...(text === '' ? [] : [text]), ...(value === undefined ? [] : isInline(value) ? [value] : value)]
  })
}

/** Emphasised text. */
export function strong(...content: Inlines): Inline {
  return { kind: 'strong', content }
}

/** An id or a value as data have it. */
export function code(text: string): Inline {
  return { kind: 'code', text }
}

/** Texts on lines of their own; empty ones are left out. */
export function linesOf(...lines: readonly (Inlines | string)[]): Inlines {
  const filled = lines.map((line) => (typeof line === 'string' ? [line] : line)).filter((line) => line.some(isFilled))
  return filled.flatMap((line, index) => (index === 0 ? line : [{ kind: 'break' } as const, ...line]))
}

function isInline(value: Inline | Inlines): value is Inline {
  return typeof value === 'string' || 'kind' in value
}

function isFilled(inline: Inline): boolean {
  return inline !== ''
}
