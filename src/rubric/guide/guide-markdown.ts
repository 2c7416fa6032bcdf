import type { GuideBlock, GuideDocument, Inline, Inlines } from './guide-document.js'

/** Writes a guide as CommonMark with tables; its texts are escaped, so that none becomes markup. */
export function guideMarkdown({ blocks }: GuideDocument): string {
  return `${blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: GuideBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(block.level, 6))} ${inlineText(block.text)}`
    case 'paragraph':
      return block.sentences.map(inlineText).join('\n')
    case 'list':
      return block.items.map((item) => `- ${inlineText(item)}`).join('\n')
    case 'table': {
      const { header, rows, figures } = block
      const rule = header.map((_, column) => (column >= header.length - figures ? '---:' : '---'))
      const cells = [header.map(escaped), rule, ...rows.map((row) => row.map(inlineText))]
      return cells.map((row) => `| ${row.join(' | ')} |`).join('\n')
    }
  }
}

function inlineText(inlines: Inlines): string {
  return inlines.map(textOf).join('')
}

function textOf(inline: Inline): string {
  if (typeof inline === 'string') return escaped(inline)
  if (inline.kind === 'strong') return `**${inlineText(inline.content)}**`
  return inline.kind === 'code' ? `\`${inline.text}\`` : '<br>'
}

/** Escapes what would be markup, end a cell or end a line. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|#~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\s*[\r\n]+\s*/g, '<br>')
}
