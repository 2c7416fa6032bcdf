import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/**
 * Checks every link of Markdown files: the file is there, and has a heading for the anchor.
 * @param folder - the unpacked package
 * @param pages - Markdown files, relative to the folder
 * @returns a line for each link that leads nowhere
 */
export function brokenLinks(folder: string, pages: readonly string[]): readonly string[] {
  const anchors = new Map<string, ReadonlySet<string>>()
  const anchorsIn = (page: string): ReadonlySet<string> => {
    const known = anchors.get(page) ?? anchorsOf(readFileSync(join(folder, page), 'utf8'))
    anchors.set(page, known)
    return known
  }
  return pages.flatMap((page) =>
    linksOf(readFileSync(join(folder, page), 'utf8')).flatMap((link) => {
      if (/^[a-z]+:/.test(link)) return []
      const [path = '', anchor] = decodeURIComponent(link).split('#')
      const target = path === '' ? page : posix.normalize(posix.join(dirname(page), path))
      const fault = faultOf(folder, target, anchor, anchorsIn)
      return fault === undefined ? [] : [`${page}: ${link}: ${fault}`]
    }),
  )
}

function faultOf(
  folder: string,
  target: string,
  anchor: string | undefined,
  anchorsIn: (page: string) => ReadonlySet<string>,
): string | undefined {
  if (target.startsWith('..')) return 'outside the package'
  if (!existsSync(join(folder, target))) return 'no such file'
  if (anchor === undefined) return undefined
  if (statSync(join(folder, target)).isDirectory() || !target.endsWith('.md')) return 'an anchor of no page'
  return anchorsIn(target).has(anchor) ? undefined : 'no such heading'
}

const withoutCode = (markdown: string): string =>
  markdown
    .replaceAll(/^( *)(```+|~~~+)[\s\S]*?^\1\2`*~* *$/gm, '')
    .replaceAll(/`[^`\n]+`/g, (code) => code.replaceAll(/[[\]()<>]/g, ''))

function linksOf(markdown: string): readonly string[] {
  const text = withoutCode(markdown)
  const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)]
  const references = [...text.matchAll(/^ *\[[^\]]+\]: *(\S+)/gm)]
  const html = [...text.matchAll(/<(?:a|img)\b[^>]*\b(?:href|src)="([^"]+)"/g)]
  return [...inline, ...references, ...html].map(([, link = '']) => link)
}

/** The anchors that GitHub and npm give to headings. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>()
  const withoutBlocks = markdown.replaceAll(/^( *)(```+|~~~+)[\s\S]*?^\1\2`*~* *$/gm, '')
  for (const [, heading = ''] of withoutBlocks.matchAll(/^#{1,6} +(.+?) *#* *$/gm)) {
    const text = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '')
    const slug = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-')
    let anchor = slug
    for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`
    anchors.add(anchor)
  }
  for (const [, id = ''] of markdown.matchAll(/<a\b[^>]*\b(?:id|name)="([^"]+)"/g)) anchors.add(id)
  return anchors
}
