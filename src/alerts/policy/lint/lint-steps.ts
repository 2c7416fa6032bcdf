import { excerptOf } from '../../../issues/excerpt-of.js'
import type { IssueDraft } from '../../../issues/issue-draft.js'
import type { AlertPolicy, AlertRule, AlertStep, StepWindow } from '../alert-policy.js'

/** Reports steps that can never hold, and steps that a graver one always precedes. */
export function lintSteps(policy: AlertPolicy): readonly IssueDraft[] {
  const ranks = new Map(policy.levels.map(({ id }, rank) => [id, rank]))
  const rankOf = ({ level }: AlertStep): number => ranks.get(level) ?? policy.levels.length
  return policy.rules.flatMap((rule, ruleIndex) =>
    rule.steps.flatMap((step, stepIndex): readonly IssueDraft[] => {
      const path = ['rules', ruleIndex, 'steps', stepIndex]
      const demand = impossibleDemand(step, rule)
      if (demand) {
        const received = `"${demand.key}": ${JSON.stringify({ atLeast: demand.atLeast })}`
        return [
          { code: 'alerts/step-impossible', path: [...path, demand.key], received, details: { label: demand.label } },
        ]
      }
      const shadow = rule.steps.find(
        (graver) => rankOf(graver) < rankOf(step) && !impossibleDemand(graver, rule) && shadows(graver, step, policy),
      )
      return shadow
        ? [
            {
              code: 'alerts/shadowed-step',
              path: [...path, 'level'],
              received: excerptOf(step.level),
              details: { level: shadow.level },
            },
          ]
        : []
    }),
  )
}

interface Demand {
  readonly key: 'agents' | 'calls'
  readonly label: 'agent' | 'call'
  readonly atLeast: number
}

/** Finds a demand for several agents in the group of one agent, or for several calls in that of one call. */
function impossibleDemand({ agents, calls }: AlertStep, { groupBy }: AlertRule): Demand | undefined {
  if (agents && agents.atLeast > 1 && groupBy.includes('agent'))
    return { key: 'agents', label: 'agent', atLeast: agents.atLeast }
  if (calls && calls.atLeast > 1 && groupBy.includes('call'))
    return { key: 'calls', label: 'call', atLeast: calls.atLeast }
  return undefined
}

/** Returns whether the graver step holds whenever the other one does. */
function shadows(graver: AlertStep, step: AlertStep, policy: AlertPolicy): boolean {
  if (graver.rate && !isRateImplied(graver, step, policy)) return false
  const [count, agents, calls] = [least(step.count), least(step.agents), least(step.calls)]
  // Each agent and each call has at least one finding, and the tested finding is always among them.
  const countAtLeast = Math.max(count, agents, calls, 1)
  const isAnyFinding = !graver.rate && least(graver.count) <= 1 && !graver.agents && !graver.calls
  return (
    isAnyFinding ||
    (isWithin(step.window, graver.window) &&
      least(graver.count) <= countAtLeast &&
      least(graver.agents) <= agents &&
      least(graver.calls) <= calls)
  )
}

/**
 * Returns whether the rate of the graver step implies that of the other: a rate holds at a higher probability where its
 * level may have more false alerts.
 */
function isRateImplied(graver: AlertStep, step: AlertStep, { falseAlerts = {} }: AlertPolicy): boolean {
  if (!graver.rate || !step.rate || !isWithin(step.window, graver.window) || !isWithin(graver.window, step.window))
    return false
  return (
    settingsOf(graver.rate) === settingsOf(step.rate) &&
    (falseAlerts[graver.level] ?? 0) >= (falseAlerts[step.level] ?? 0)
  )
}

function settingsOf({ above, adjustFor = [] }: NonNullable<AlertStep['rate']>): string {
  const reference = 'percent' in above ? above.percent : { days: above.history.days }
  return JSON.stringify([reference, [...adjustFor].sort()])
}

/** Returns the least that is demanded; 0 where the step does not say. */
function least(demand: { readonly atLeast: number } | undefined): number {
  return demand?.atLeast ?? 0
}

/**
 * Returns whether everything in the inner window is in the outer one, as far as windows of the same unit can be
 * compared.
 */
function isWithin(inner: StepWindow | undefined, outer: StepWindow | undefined): boolean {
  if (!outer) return true
  if (!inner) return false
  if ('days' in inner) return 'days' in outer && inner.days <= outer.days
  return 'hours' in outer && inner.hours <= outer.hours
}
