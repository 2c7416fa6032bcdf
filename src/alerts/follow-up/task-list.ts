import type { Language } from '../../issues/issue.js'
import { textIn } from '../../issues/text.js'
import type { Alert, Duty } from '../alert.js'
import type { AlertPolicy } from '../policy/alert-policy.js'
import { type AsOf, alertAsOf } from './alert-as-of.js'

/** A task for a work-order system, in plain texts and numbers. */
export interface Task {
  /** The same in every run. */
  readonly id: string
  readonly title: string
  /** Titles of the roles, joined by commas. */
  readonly assignedTo: string
  readonly status: Duty['status']
  readonly startsAt: string
  /** Empty where no deadline is known yet. */
  readonly dueAt: string
  /** Empty where it is not done. */
  readonly doneAt: string
  readonly level: string
  readonly rule: string
  /** `label=value`, joined by commas. */
  readonly group: string
  readonly fingerprint: string
  readonly episode: number
  /** Ids of the findings, joined by commas. */
  readonly evidence: string
}

/**
 * Lists every duty of every alert for a work-order system, with done and cancelled ones, so that it can close its own.
 * @param options - `language` of the titles, English where absent
 * @throws CallgradeError `document/instant`; `calendar/...` where calendars do not join
 * @example
 * taskList(review.alerts, policy, { asOf: '2026-10-12T09:00:00+08:00', calendars: [cn2026], language: 'zh-CN' })[0]?.title //=> '提交根因分析报告'
 */
export function taskList(
  alerts: readonly Alert[],
  policy: AlertPolicy,
  options: AsOf & { readonly language?: Language },
): readonly Task[] {
  const { language = 'en' } = options
  const roles = new Map(
    (policy.roles ?? []).map(({ id, title }) => [id, title === undefined ? id : textIn(title, language)]),
  )
  const titles = new Map(
    policy.levels.flatMap((level) =>
      (level.duties ?? []).map(({ id, title }) => [
        JSON.stringify([level.id, id]),
        title === undefined ? id : textIn(title, language),
      ]),
    ),
  )
  return alerts
    .map((alert) => alertAsOf(alert, policy, options))
    .flatMap((alert) =>
      alert.duties.map((duty) => ({
        id: `${alert.fingerprint}/${alert.episode}/${duty.level}/${duty.id}`,
        title: titles.get(JSON.stringify([duty.level, duty.id])) ?? duty.id,
        assignedTo: duty.assignTo.map((role) => roles.get(role) ?? role).join(', '),
        status: duty.status,
        startsAt: duty.startsAt,
        dueAt: duty.dueAt ?? '',
        doneAt: duty.doneAt ?? '',
        level: duty.level,
        rule: alert.rule,
        group: Object.entries(alert.group)
          .map(([label, value]) => `${label}=${value}`)
          .join(', '),
        fingerprint: alert.fingerprint,
        episode: alert.episode,
        evidence: alert.evidence.findings.join(', '),
      })),
    )
}
