import { reversedRange } from '../../../conditions/reversed-range.js'
import { idsOf } from '../../../documents/ids-of.js'
import { isTimeZone } from '../../../documents/time/civil-date.js'
import { excerptOf } from '../../../issues/excerpt-of.js'
import type { AlertPolicy } from '../alert-policy.js'
import { BUILT_IN_KINDS } from '../built-in-kinds.js'
import { RESERVED_FACTS } from '../rule-vocabulary.js'
import type { PolicyFaults } from './policy-faults.js'

/** Checks what a policy declares for its rules and levels to name, and what it takes from scores. */
export function checkDeclared(policy: AlertPolicy, faults: PolicyFaults): void {
  if (policy.timeZone !== undefined && !isTimeZone(policy.timeZone))
    faults.add('document/time-zone', policy, ['timeZone'], { received: excerptOf(policy.timeZone) })
  for (const parts of [policy.roles, policy.actions, policy.kinds]) faults.requireDistinct(parts)
  const builtIn: ReadonlySet<string> = new Set(BUILT_IN_KINDS)
  for (const kind of policy.kinds ?? [])
    if (builtIn.has(kind.id)) faults.add('alerts/built-in-kind', kind, ['id'], { received: excerptOf(kind.id) })
  checkFacts(policy, faults)
  checkFromScores(policy, faults)
  const levels = idsOf(policy.levels)
  for (const level of Object.keys(policy.falseAlerts ?? {}))
    faults.requireName('level', level, levels, policy.falseAlerts ?? {}, [level], 'key')
}

function checkFacts({ facts = {} }: AlertPolicy, faults: PolicyFaults): void {
  for (const [id, fact] of Object.entries(facts)) {
    if (RESERVED_FACTS.has(id)) faults.add('alerts/reserved-fact', facts, [id], { at: 'key', received: excerptOf(id) })
    if (fact.type === 'string') faults.requireDistinctNames(fact.values, fact, ['values'])
    const reversed = reversedRange(fact)
    if (reversed) faults.add('document/range', fact, ['maximum'], reversed)
  }
}

/** Reports kinds that are set twice: only one of the settings could hold. */
function checkFromScores({ fromScores = [] }: AlertPolicy, faults: PolicyFaults): void {
  const seen = new Set<string>()
  for (const source of fromScores) {
    if (seen.has(source.kind))
      faults.add('alerts/from-scores-twice', source, ['kind'], { received: excerptOf(source.kind) })
    seen.add(source.kind)
    if (source.kind === 'band') faults.requireDistinctNames(source.bands, source, ['bands'])
  }
}
