import ts from 'typescript'

const MARK = '/* @__PURE__ */ '

/**
 * Returns the source with a mark before every call that runs at load, those in the arguments of others included. The
 * modules of `src` have no effects, but a bundler cannot know that of a call, and the build puts many modules into one
 * chunk: without the mark, one schema would keep all of zod in an app that reads no document.
 */
export function markCalls(source: string, path: string): string {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const starts = new Set<number>()
  const visit = (node: ts.Node): void => {
    if (isDeferred(node)) return
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) starts.add(node.getStart(file))
    ts.forEachChild(node, visit)
  }
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement) || ts.isClassDeclaration(statement)) visit(statement)
  }
  return [...starts]
    .sort((a, b) => b - a)
    .reduce((text, start) => `${text.slice(0, start)}${MARK}${text.slice(start)}`, source)
}

/** Whether the node's children run only later: bodies of functions, and fields of instances. */
function isDeferred(node: ts.Node): boolean {
  if (ts.isPropertyDeclaration(node))
    return !ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)
  return ts.isFunctionLike(node)
}
