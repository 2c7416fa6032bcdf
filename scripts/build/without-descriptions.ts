import ts from 'typescript'

/**
 * Returns the source of a schema without the texts that editors show beside each field: `described(schema, 'English',
 * '中文')` becomes `schema`, and such a pair given to another function becomes two empty texts. Every other character
 * keeps its place, so that source maps stay right.
 */
export function withoutDescriptions(source: string, path: string): string {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const characters = [...source.split('')]
  const blank = (from: number, to: number): void => {
    for (let at = from; at < to; at++) if (characters[at] !== '\n') characters[at] = ' '
  }
  const empty = (literal: ts.Node): void => {
    blank(literal.getStart(file), literal.end)
    characters[literal.getStart(file)] = "'"
    characters[literal.getStart(file) + 1] = "'"
  }
  const visit = (node: ts.Node): void => {
    const [schema] = ts.isCallExpression(node) ? node.arguments : []
    if (schema && ts.isCallExpression(node) && node.expression.getText(file) === 'described') {
      blank(node.expression.getStart(file), node.expression.end)
      blank(schema.end, node.end - 1)
      visit(schema)
      return
    }
    for (const [english, chinese] of textPairs(node)) {
      empty(english)
      empty(chinese)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return characters.join('')
}

/** Neighbouring texts, in a call or a list, of which the second is Chinese. */
function textPairs(node: ts.Node): readonly (readonly [ts.Node, ts.Node])[] {
  const parts = ts.isCallExpression(node) ? node.arguments : ts.isArrayLiteralExpression(node) ? node.elements : []
  return parts.flatMap((part, index) => {
    const before = parts[index - 1]
    const isPair =
      before !== undefined &&
      ts.isStringLiteralLike(before) &&
      ts.isStringLiteralLike(part) &&
      /\p{Script=Han}/u.test(part.text)
    return isPair ? [[before, part] as const] : []
  })
}
