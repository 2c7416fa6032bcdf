import type { GuideBlock, GuideDocument, Inline, Inlines } from './guide-document.js'

const STYLE = `
body { font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: #1b1b1b; background: #fff;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.75em 0 0.5em; break-after: avoid; }
h1 { margin-top: 0; }
h2 { border-bottom: 1px solid #c8c8c8; padding-bottom: 0.2em; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.75em 0; }
th, td { border: 1px solid #c8c8c8; padding: 0.35em 0.6em; text-align: left; vertical-align: top; }
th { background: #f2f2f2; }
td.figure, th.figure { text-align: right; white-space: nowrap; }
tr { break-inside: avoid; }
code { font: 0.9em ui-monospace, Consolas, monospace; background: #f2f2f2; padding: 0.1em 0.25em; border-radius: 3px; }
@media print { body { max-width: none; margin: 0; font-size: 11pt; } .scroll { overflow: visible; } }
`.trim()

/** Writes a guide as one HTML page without script or anything from elsewhere; its texts are escaped. */
export function guideHtml({ language, title, blocks }: GuideDocument): string {
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...blocks.map(blockText),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function blockText(block: GuideBlock): string {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(block.level, 6)
      return `<h${level}>${inlineText(block.text)}</h${level}>`
    }
    case 'paragraph':
      return `<p>${block.sentences.map(inlineText).join(' ')}</p>`
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${inlineText(item)}</li>`).join('\n')}\n</ul>`
    case 'table': {
      const { header, rows, figures } = block
      const figureFrom = header.length - figures
      const mark = (column: number): string => (column >= figureFrom ? ' class="figure"' : '')
      const head = header.map((cell, column) => `<th scope="col"${mark(column)}>${escaped(cell)}</th>`).join('')
      const body = rows.map(
        (row) => `<tr>${row.map((cell, column) => `<td${mark(column)}>${inlineText(cell)}</td>`).join('')}</tr>`,
      )
      // A table that is wider than the screen scrolls alone, also by keyboard.
      return [
        '<div class="scroll" tabindex="0">',
        '<table>',
        `<thead><tr>${head}</tr></thead>`,
        '<tbody>',
        ...body,
        '</tbody>',
        '</table>',
        '</div>',
      ].join('\n')
    }
  }
}

function inlineText(inlines: Inlines): string {
  return inlines.map(textOf).join('')
}

function textOf(inline: Inline): string {
  if (typeof inline === 'string') return escaped(inline)
  if (inline.kind === 'strong') return `<strong>${inlineText(inline.content)}</strong>`
  return inline.kind === 'code' ? `<code>${escaped(inline.text)}</code>` : '<br>'
}

/** Escapes what would be markup; a line feed begins a new line. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(/\s*[\r\n]+\s*/g, '<br>')
}
