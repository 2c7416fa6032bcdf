import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Rubric } from '../../src/rubric/format/rubric.js'
import { compileRubric } from '../../src/scoring/compile-rubric.js'
import type { Evaluation } from '../../src/scoring/evaluation/evaluation.js'
import type { ExplainedNode } from '../../src/scoring/explanation/explanation.js'
import type { Scorer } from '../../src/scoring/scorer.js'

interface GoldenCase {
  readonly title: string
  readonly working: readonly string[]
  readonly evaluation: Evaluation
  readonly expected?: Readonly<Record<string, unknown>>
  readonly explained?: Readonly<Record<string, unknown>>
  readonly refused?: readonly { readonly code: string; readonly path: readonly (string | number)[] }[]
}

interface GoldenFile {
  readonly title?: string
  /** The rubric itself, or the file that holds it. */
  readonly rubric: Rubric | string
  readonly cases: readonly GoldenCase[]
}

const root = new URL('../../', import.meta.url)

function filesIn(folder: string): readonly { readonly name: string; readonly file: GoldenFile }[] {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, file: JSON.parse(readFileSync(new URL(folder + name, root), 'utf8')) as GoldenFile }))
}

function scorerOf({ rubric }: GoldenFile): Scorer {
  return compileRubric(typeof rubric === 'string' ? readFileSync(new URL(rubric, root), 'utf8') : rubric)
}

function leavesOf(nodes: readonly ExplainedNode[]): readonly ExplainedNode[] {
  return nodes.flatMap((node) => (node.children ? leavesOf(node.children) : [node]))
}

for (const { name, file } of [...filesIn('test/cases/rubrics/'), ...filesIn('test/cases/scoring/')]) {
  describe(file.title ?? name, () => {
    const scorer = scorerOf(file)
    for (const each of file.cases)
      test(each.title, () => {
        const { evaluation, expected, explained, refused, working } = each
        const result = scorer.safeScore(evaluation)
        if (refused) {
          expect(result.issues?.map(({ code, path }) => ({ code, path }))).toEqual(refused)
          return
        }
        expect(result.issues, working.join('\n')).toBeUndefined()
        const fields = Object.keys(expected ?? {})
        const found = Object.fromEntries(Object.entries(result.data ?? {}).filter(([field]) => fields.includes(field)))
        // What a case says is null may also be absent: `selfRated` is there only where any is.
        const nothing = Object.fromEntries(fields.map((field) => [field, null]))
        expect({ ...nothing, ...found }, working.join('\n')).toEqual(expected)
        expect(scorer.score(JSON.stringify(evaluation))).toEqual(result.data)
        for (const [item, faults] of Object.entries(explained ?? {})) {
          const leaf = leavesOf(scorer.explain(evaluation).explanation.tree).find(({ id }) => id === item)
          expect(leaf?.why).toMatchObject({ reason: 'rated', faults })
        }
      })

    test('every case fixes something and says how it was worked out', () => {
      for (const { working, expected, refused } of file.cases) {
        expect(working.length).toBeGreaterThan(0)
        expect(Object.keys(expected ?? refused ?? {}).length).toBeGreaterThan(0)
      }
    })
  })
}
