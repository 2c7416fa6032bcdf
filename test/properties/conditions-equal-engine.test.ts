import { isDeepStrictEqual } from 'node:util'
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { expect, test } from 'vitest'
import { type Condition, compileCondition, resolveFactPath } from '../../src/conditions/index.js'
import { DECLARED, type RuleSet, RuleSetMaker } from '../conditions/random-rule-set.js'
import { runs } from '../support/runs.js'

/** Rule sets to compare; more by hand with CALLGRADE_RULE_SETS. */
const RULE_SETS = runs('CALLGRADE_RULE_SETS', 1_500)
/** Another word here gives other rule sets: `CALLGRADE_SEED=second`. */
const SEED = process.env.CALLGRADE_SEED ?? 'first'

const OPERATORS = [
  ...['equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain'],
  ...['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
]
const DECORATORS = ['someFact', 'everyFact', 'someValue', 'everyValue', 'swap', 'not']

test('with all facts present a compiled condition is true exactly where a rule of json-rules-engine fires', async () => {
  const answers = { true: 0, false: 0 }
  const used = new Set<string>()
  for (let index = 0; index < RULE_SETS; index++) {
    const seed = `${SEED}-${index}`
    const set = new RuleSetMaker(seed).make()
    const fired = await firedByEngine(set).catch((error: unknown) => `the engine rejected: ${String(error)}`)
    const compiled = compiledTruths(set)
    if (!isDeepStrictEqual(compiled, fired)) expect(compiled, `seed ${seed}: ${JSON.stringify(set)}`).toEqual(fired)
    for (const truth of compiled) answers[truth ? 'true' : 'false']++
    for (const [, operator] of JSON.stringify(set).matchAll(/"operator":"([^"]+)"/g))
      for (const part of operator?.split(':') ?? []) used.add(part)
  }
  const total = answers.true + answers.false
  expect(answers.true / total).toBeGreaterThan(0.2)
  expect(answers.false / total).toBeGreaterThan(0.2)
  if (RULE_SETS >= 100) expect(used).toEqual(new Set([...OPERATORS, ...DECORATORS]))
})

function compiledTruths({ facts, named, rules }: RuleSet): (boolean | undefined)[] {
  return rules.map((rule) => compileCondition(rule, { facts: DECLARED, conditions: named }).test(facts))
}

async function firedByEngine({ facts, named, rules }: RuleSet): Promise<boolean[]> {
  const engine = new Engine([], { pathResolver: resolveFactPath })
  for (const [name, condition] of Object.entries(named)) engine.setCondition(name, copyOf(condition))
  for (const [index, rule] of rules.entries())
    engine.addRule({ conditions: copyOf(rule), event: { type: `rule-${index}` } })
  const { events } = await engine.run(facts)
  const types = new Set(events.map(({ type }) => type))
  return rules.map((_, index) => types.has(`rule-${index}`))
}

/** The engine writes into what it is given. */
function copyOf(condition: Condition): TopLevelCondition {
  // The package's types know neither notes nor readonly lists; the engine itself takes both.
  return structuredClone(condition) as unknown as TopLevelCondition
}
