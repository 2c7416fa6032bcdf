import { instantOf } from '../../documents/time/instant.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import type { Alert, AlertEvent, RefusedEvent } from '../alert.js'
import { applyEvent } from '../follow-up/apply-event.js'
import { noSuchAlert } from '../follow-up/event-faults.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import type { RuleGroup, RuleGroups } from './rule-groups.js'

/** All alerts by fingerprint, and what people did about them. */
export class AlertRegister {
  /** Events that were impossible. */
  readonly refused: RefusedEvent[] = []
  private readonly byFingerprint = new Map<string, Alert[]>()
  private readonly groupOf = new Map<string, { readonly groups: RuleGroups; readonly group: RuleGroup }>()
  /** Events of alerts that this run did not raise; an earlier run may have. */
  private readonly strayEvents: AlertEvent[] = []

  constructor(private readonly policy: AlertPolicy) {}

  /** Adds an alert to its group and to the register. */
  add(groups: RuleGroups, group: RuleGroup, alert: Alert): void {
    // The group and the register share one list, so that events change the alerts that the group sees.
    group.alerts.push(alert)
    this.byFingerprint.set(group.fingerprint, group.alerts)
    this.groupOf.set(group.fingerprint, { groups, group })
  }

  /** Applies an event to its alert, or keeps it until the alerts of an earlier run are known. */
  apply(event: AlertEvent): void {
    if (!this.tryApply(event)) this.strayEvents.push(event)
  }

  /** Keeps the alerts of an earlier run that this one did not raise; their events apply all the same. */
  keep(alerts: readonly Alert[]): void {
    for (const alert of alerts) {
      const known = this.byFingerprint.get(alert.fingerprint) ?? []
      if (known.some(({ episode }) => episode === alert.episode)) continue
      this.byFingerprint.set(alert.fingerprint, [...known, alert])
    }
    for (const event of this.strayEvents)
      if (!this.tryApply(event))
        this.refused.push({ event: event.id, issue: noSuchAlert(event, [...this.byFingerprint.keys()]) })
  }

  /** Returns all alerts, in order of when they were raised. */
  alerts(): readonly Alert[] {
    return [...this.byFingerprint.values()]
      .flat()
      .map((alert) => ({ alert, at: instantOf(alert.raisedAt) }))
      .sort(
        (a, b) => a.at - b.at || byText(a.alert.fingerprint, b.alert.fingerprint) || a.alert.episode - b.alert.episode,
      )
      .map(({ alert }) => alert)
  }

  /**
   * Applies an event to its alert.
   * @returns false where there is no such alert
   */
  private tryApply(event: AlertEvent): boolean {
    const alerts = this.byFingerprint.get(event.fingerprint)
    const index = alerts?.findIndex(({ episode }) => episode === event.episode) ?? -1
    const alert = alerts?.[index]
    if (!alerts || !alert) return false
    try {
      const changed = applyEvent(alert, event, this.policy)
      alerts[index] = changed
      if (changed.endedAt !== undefined && alert.endedAt === undefined) {
        const known = this.groupOf.get(alert.fingerprint)
        known?.groups.endEpisode(known.group, changed)
      }
    } catch (error) {
      if (!(error instanceof CallgradeError)) throw error
      this.refused.push({ event: event.id, issue: error.issues[0] })
    }
    return true
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
