import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import ts from 'typescript'

const MARK = '/* @__PURE__ */ '

/**
 * Marks the calls that run when a module of `src` is loaded as pure, so that a bundler drops what an application does
 * not use. The modules of `src` have no effects, but a bundler cannot know that of a call, and the build puts many
 * modules into one chunk: one unmarked schema would keep all of zod.
 */
export function markPure(filter: RegExp): Plugin {
  return {
    name: 'mark-pure',
    setup({ onLoad }) {
      onLoad({ filter }, async ({ path }) => ({
        contents: markCalls(await readFile(path, 'utf8'), path),
        loader: path.endsWith('.ts') ? 'ts' : 'js',
      }))
    },
  }
}

/** Returns the source with the mark before every call that runs at load, those inside other calls included. */
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
