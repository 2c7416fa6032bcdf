// A sheet to draw on that becomes SVG text: the same text for the same strokes, without anything installed.
import type { Language } from '../src/issues/index.js'

/** A text in both languages. */
export type Words = Readonly<Record<Language, string>>

/** Dark on white throughout, so that the pictures can be read in grey and by people who see no colours. */
export const INK = '#1a1a1a'
export const SOFT_INK = '#4d4d4d'
export const GRID = '#d9d9d9'
export const MANY = '#b5c3d1'
export const FEW = '#17497a'

export interface TextStyle {
  readonly size?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly bold?: boolean
  readonly colour?: string
}

/** One picture; coordinates in pixels from the upper left corner. */
export class Sheet {
  private readonly parts: string[] = []

  constructor(
    private readonly width: number,
    private readonly height: number,
    private readonly title: string,
    private readonly description: string,
    private readonly language: Language,
  ) {}

  rect(x: number, y: number, width: number, height: number, fill: string): void {
    this.parts.push(
      `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`,
    )
  }

  line(from: readonly [number, number], to: readonly [number, number], colour = INK, width = 1, dashes = ''): void {
    this.parts.push(
      `<line x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}" stroke="${colour}" stroke-width="${width}"${dashes && ` stroke-dasharray="${dashes}"`}/>`,
    )
  }

  curve(points: readonly (readonly [number, number])[], colour: string, width: number, dashes = ''): void {
    const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
    this.parts.push(
      `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes && ` stroke-dasharray="${dashes}"`}/>`,
    )
  }

  dot(x: number, y: number, radius: number, fill: string): void {
    this.parts.push(
      `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${fill}" stroke="${INK}" stroke-width="1"/>`,
    )
  }

  diamond(x: number, y: number, reach: number, fill: string): void {
    const d = `M${round(x)} ${round(y - reach)}L${round(x + reach)} ${round(y)}L${round(x)} ${round(y + reach)}L${round(x - reach)} ${round(y)}Z`
    this.parts.push(`<path d="${d}" fill="${fill}" stroke="#ffffff" stroke-width="1"/>`)
  }

  text(x: number, y: number, words: string, style: TextStyle = {}): void {
    const { size = 13, anchor = 'start', bold = false, colour = INK } = style
    const weight = bold ? ' font-weight="bold"' : ''
    const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
    this.parts.push(
      `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${colour}"${place}${weight}>${escaped(words)}</text>`,
    )
  }

  toSvg(): string {
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${this.width} ${this.height}" width="${this.width}" height="${this.height}" role="img" aria-labelledby="title desc" xml:lang="${this.language}" font-family="sans-serif">`,
      `<title id="title">${escaped(this.title)}</title>`,
      `<desc id="desc">${escaped(this.description)}</desc>`,
      `<rect width="${this.width}" height="${this.height}" fill="#ffffff"/>`,
      ...this.parts,
      '</svg>',
      '',
    ].join('\n')
  }
}

function round(value: number): string {
  return String(Number(value.toFixed(1)))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
