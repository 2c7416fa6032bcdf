// Breaks the code that scores on purpose, one place at a time, and sees whether a test fails: `npm run mutate`.
// npm run mutate -- 80 2026      so many mutants, drawn with a seed; without a number all
// npm run mutate -- 80 2026 src/rubric/exact/round-rational.ts      of certain files
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import seedrandom from 'seedrandom'
import ts from 'typescript'

const root = join(import.meta.dirname, '..')
const FILES = [
  'src/scoring/rules/critical-errors-of.ts',
  'src/scoring/rules/apply-effects.ts',
  'src/scoring/totals/exact-total.ts',
  'src/rubric/exact/fraction.ts',
  'src/scoring/totals/double-total.ts',
  'src/rubric/exact/round-rational.ts',
  'src/scoring/rules/compile-rules.ts',
  'src/scoring/totals/weight-plan.ts',
  'src/rubric/exact/rational.ts',
  'src/rubric/weights/weight-layers.ts',
  'src/conditions/compiled-node.ts',
  'src/conditions/parse-fact-path.ts',
  'src/scoring/totals/live-shares.ts',
  'src/rubric/items/choice/earn.ts',
  'src/rubric/items/deduction/earn.ts',
  'src/rubric/items/deduction/fault-losses.ts',
  'src/rubric/items/numeric/earn.ts',
  'src/rubric/items/scale/earn.ts',
  'src/rubric/items/yes-no/earn.ts',
]
const TESTS = [
  'test/scoring',
  'test/conditions',
  'test/rubric',
  'test/properties/score-laws.test.ts',
  'test/properties/score-quick-equals-exact.test.ts',
  'test/properties/score-explained.test.ts',
  'test/properties/lint-bounds.test.ts',
  'test/properties/score-equals-reference',
]
const TIME_LIMIT = 240_000

interface Mutant {
  readonly file: string
  readonly line: number
  readonly from: string
  readonly to: string
  readonly text: string
}

const OPERATORS = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '+'],
  [ts.SyntaxKind.SlashToken, '*'],
  [ts.SyntaxKind.PlusEqualsToken, '-='],
])

/** Every single break of a file: an operator turned, a literal moved, a condition held or dropped. */
function mutantsOf(file: string): readonly Mutant[] {
  const text = readFileSync(join(root, file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const mutants: Mutant[] = []
  const put = (node: ts.Node, to: string): void => {
    const [start, end] = [node.getStart(source), node.getEnd()]
    mutants.push({
      file,
      line: source.getLineAndCharacterOfPosition(start).line + 1,
      from: text.slice(start, end),
      to,
      text: text.slice(0, start) + to + text.slice(end),
    })
  }
  const visit = (node: ts.Node): void => {
    // Types say nothing at run time.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return
    if (ts.isBinaryExpression(node)) {
      const turned = OPERATORS.get(node.operatorToken.kind)
      if (turned !== undefined) put(node.operatorToken, turned)
    } else if (node.kind === ts.SyntaxKind.TrueKeyword) put(node, 'false')
    else if (node.kind === ts.SyntaxKind.FalseKeyword) put(node, 'true')
    else if (ts.isNumericLiteral(node)) put(node, String(Number(node.text) + 1))
    else if (ts.isBigIntLiteral(node)) put(node, `${BigInt(node.text.slice(0, -1)) + 1n}n`)
    else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      put(node, node.operand.getText(source))
    if (ts.isIfStatement(node)) {
      put(node.expression, 'true')
      put(node.expression, 'false')
    }
    if (ts.isConditionalExpression(node)) {
      put(node.condition, 'true')
      put(node.condition, 'false')
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return mutants
}

const [count, seed = '1', ...chosen] = process.argv.slice(2)
const random = seedrandom(seed)
const all = (chosen.length > 0 ? chosen : FILES).flatMap(mutantsOf)
const drawn = all
  .map((mutant) => ({ mutant, key: random() }))
  .sort((a, b) => a.key - b.key)
  .slice(0, count === undefined ? all.length : Number(count))
  .map(({ mutant }) => mutant)

const folder = mkdtempSync(join(tmpdir(), 'callgrade-mutants-'))
for (const part of [
  'src',
  'test',
  'docs',
  'rubrics',
  'examples',
  'package.json',
  'vitest.config.ts',
  'tsconfig.json',
  'tsup.config.ts',
])
  cpSync(join(root, part), join(folder, part), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))

/** Whether all tests pass on the copy; one that runs too long is as good as failed. */
function passes(): boolean {
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--bail=1', '--typecheck.enabled=false', '--reporter=dot', ...TESTS],
    { cwd: folder, timeout: TIME_LIMIT, killSignal: 'SIGKILL', stdio: 'ignore' },
  )
  return status === 0
}

if (!passes()) throw new Error('The tests fail without any mutant.')
console.log(`${drawn.length} of ${all.length} mutants, seed ${seed}`)
const survivors: Mutant[] = []
for (const [index, mutant] of drawn.entries()) {
  writeFileSync(join(folder, mutant.file), mutant.text)
  if (passes()) {
    survivors.push(mutant)
    console.log(`${index + 1}: survived ${mutant.file}:${mutant.line}  ${mutant.from} -> ${mutant.to}`)
  }
  cpSync(join(root, mutant.file), join(folder, mutant.file))
}
rmSync(folder, { recursive: true })
const killed = drawn.length - survivors.length
console.log(`${killed} of ${drawn.length} killed: ${((100 * killed) / drawn.length).toFixed(1)} %`)
