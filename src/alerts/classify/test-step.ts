import { dateOfDay } from '../../documents/time/day-number.js'
import { utcText } from '../../documents/time/instant-text.js'
import { assertNever } from '../../issues/assert-never.js'
import type { Evidence, EvidenceWindow } from '../alert.js'
import type { AlertStep } from '../policy/alert-policy.js'
import { chanceOf, leastChanceOf } from '../rates/rate-chance.js'
import type { RateGroup } from '../rates/rate-counts.js'
import { type Days, type RateData, rateDataOf } from '../rates/rate-data.js'
import { obstacleOf } from '../rates/rate-obstacle.js'
import type { PlacedFinding, Stretch } from './group-findings.js'
import type { RateThresholds } from './rate-thresholds.js'
import type { RuleGroup, RuleGroups } from './rule-groups.js'
import { stratumOf } from './stratum-of.js'
import { HOUR } from './window-ends.js'

/**
 * Tests one step of a group with the window that ends with one of its findings.
 * @returns the evidence where everything that the step names holds
 */
export function testStep(
  groups: RuleGroups,
  group: RuleGroup,
  step: AlertStep,
  end: PlacedFinding,
  thresholds: RateThresholds,
): Evidence | undefined {
  const { findings } = group
  const window = windowOf(step, end)
  const stretch =
    window.days !== undefined
      ? findings.ofDays(window.days.from, window.days.through)
      : window.after !== undefined
        ? findings.between(window.after, end.at)
        : { from: 0, to: findings.all.length }
  const count = stretch.to - stretch.from
  if (count === 0 || (step.count && count < step.count.atLeast)) return undefined
  if (step.agents && !findings.hasDifferent('agentId', step.agents.atLeast, stretch)) return undefined
  if (step.calls && !findings.hasDifferent('callId', step.calls.atLeast, stretch)) return undefined
  const evidence = (): Evidence => ({
    findings: idsOf(findings.all, stretch),
    count,
    ...shownOf(window, end),
  })
  if (!step.rate) return evidence()
  if (!window.days) return undefined
  const rate = testRate(groups, group, step, window.days, stretch, thresholds)
  return rate && { ...evidence(), ...rate }
}

function testRate(
  groups: RuleGroups,
  group: RuleGroup,
  step: AlertStep,
  days: Days,
  stretch: Stretch,
  thresholds: RateThresholds,
): Pick<Evidence, 'count' | 'rated' | 'p' | 'threshold'> | undefined {
  const reference = step.rate?.above
  const counted = groups.rates.find((rate) => rate.step === step)?.counts.groups.get(group.key)
  if (!reference || !counted) return undefined
  const all = rateDataOf(counted, reference, days)
  if (obstacleOf(all, reference)) return undefined
  const data =
    group.notBefore === Number.NEGATIVE_INFINITY ? all : withoutRemedied(all, groups, group, step, stretch, counted)
  if (data.found === 0) return undefined
  const p = chanceOf(data, reference)
  // A group's share is at most the whole; this spares most groups the costly sharing over all of them.
  if (p > thresholds.falseAlertsOf(step.level)) return undefined
  const shares = thresholds.sharesOf(step.level, days.through)
  if (p > shares.threshold || leastChanceOf(all, reference) > shares.limit) return undefined
  return { count: data.found, rated: data.rated, p, threshold: shares.threshold }
}

/** Leaves the wrong ratings before the remedy out of the count. All ratings stay in, which makes an alert harder. */
function withoutRemedied(
  data: RateData,
  groups: RuleGroups,
  group: RuleGroup,
  step: AlertStep,
  stretch: Stretch,
  counted: RateGroup,
): RateData {
  const wrong = new Map<string, Set<string>>()
  for (const { finding } of group.findings.all.slice(stretch.from, stretch.to)) {
    if (finding.purpose !== 'measure') continue
    const stratum = stratumOf(finding, step)
    const ratings = wrong.get(stratum) ?? new Set()
    wrong.set(stratum, ratings.add(groups.ratingOf(finding)))
  }
  const order = [...counted.cells.keys()]
  let found = 0
  const strata = order.flatMap((stratum) => {
    const cell = data.strata.find((other) => other.stratum === stratum)
    if (!cell) return []
    const own = wrong.get(stratum)?.size ?? 0
    found += own
    return [{ ...cell, found: own }]
  })
  return { ...data, found, strata }
}

interface TestedWindow {
  readonly days?: Days
  /** In milliseconds, not included. */
  readonly after?: number
}

function windowOf({ window }: AlertStep, end: PlacedFinding): TestedWindow {
  if (window === undefined) return {}
  if ('days' in window) return { days: { from: end.day - window.days + 1, through: end.day } }
  if ('hours' in window) return { after: end.at - window.hours * HOUR }
  return assertNever(window)
}

/** Returns the window as evidence shows it. */
function shownOf({ days, after }: TestedWindow, end: PlacedFinding): { readonly window?: EvidenceWindow } {
  if (days) return { window: { from: dateOfDay(days.from), through: dateOfDay(days.through) } }
  if (after !== undefined) return { window: { after: utcText(after), through: end.finding.occurredAt } }
  return {}
}

function idsOf(findings: readonly PlacedFinding[], { from, to }: Stretch): readonly string[] {
  return findings.slice(from, to).map(({ finding }) => finding.id)
}
