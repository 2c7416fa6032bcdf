import type { AlertEvent, AlertPolicy } from '../../alerts/index.js'
import { safeParseAlertPolicy } from '../../alerts/index.js'
import type { Calendar } from '../../calendar/index.js'
import { safeParseCalendar } from '../../calendar/index.js'
import { instantOf } from '../../documents/time/instant.js'
import { type CommandContext, WrongUse } from '../console.js'
import type { AlertWords } from '../words/alerts.js'
import { readSound } from './read-documents.js'

/** Options of the alert commands as given. */
export interface WrittenAlertOptions {
  readonly policy?: string | undefined
  readonly calendar?: string[] | undefined
  readonly 'as-of'?: string | undefined
  readonly findings?: string | undefined
  readonly exposures?: string | undefined
  readonly scores?: string | undefined
  readonly rubric?: string[] | undefined
  readonly events?: string | undefined
  readonly state?: string | undefined
  readonly by?: string[] | undefined
  readonly within?: string | undefined
  readonly format?: string | undefined
  readonly alert?: string | undefined
  readonly episode?: string | undefined
  readonly event?: string | undefined
  readonly at?: string | undefined
  readonly note?: string | undefined
  readonly 'assign-to'?: string[] | undefined
}

/** Options of the alert commands. */
export interface AlertOptions {
  readonly policy: string
  readonly calendars: readonly string[]
  readonly asOf: string | undefined
  readonly findings: string | undefined
  readonly exposures: string | undefined
  readonly scores: string | undefined
  readonly rubrics: readonly string[]
  readonly events: string | undefined
  readonly state: string | undefined
  readonly by: readonly string[]
  readonly withinHours: number | undefined
  readonly format: string
  /** The one event of `track`. */
  readonly event: AlertEvent | undefined
}

const FORMATS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  alerts: ['table', 'json', 'markdown'],
  due: ['table', 'json', 'csv'],
  track: ['table', 'json', 'markdown'],
}

/** @throws WrongUse with what is wrong */
export function alertOptions(command: string, written: WrittenAlertOptions, words: AlertWords): AlertOptions {
  if (written.policy === undefined) throw new WrongUse(words.noPolicy)
  const asOf = written['as-of']
  if (asOf === undefined && command !== 'track') throw new WrongUse(words.noAsOf)
  for (const [option, value] of [
    ['--as-of', asOf],
    ['--at', written.at],
  ] as const)
    if (value !== undefined && Number.isNaN(instantOf(value))) throw new WrongUse(words.notInstant(option, value))
  const formats = FORMATS[command] ?? ['table']
  const format = written.format ?? formats[0]
  if (!formats.includes(format)) throw new WrongUse(words.notOneOf('--format', format, formats.join(', ')))
  if (written.within !== undefined && !(Number(written.within) > 0)) throw new WrongUse(words.notHours(written.within))
  // `--by` names who did an event of `track`, and labels of closure elsewhere.
  const isTrack = command === 'track'
  return {
    policy: written.policy,
    calendars: written.calendar ?? [],
    asOf,
    findings: written.findings,
    exposures: written.exposures,
    scores: written.scores,
    rubrics: written.rubric ?? [],
    events: written.events,
    state: written.state,
    by: isTrack ? [] : (written.by ?? []),
    withinHours: written.within === undefined ? undefined : Number(written.within),
    format,
    event: isTrack ? eventOf(written, words) : undefined,
  }
}

function eventOf(written: WrittenAlertOptions, words: AlertWords): AlertEvent | undefined {
  const { alert, event: kind, at, by, note, episode = '1', 'assign-to': assignTo } = written
  if ([alert, kind, at, by].every((part) => part === undefined)) return undefined
  const [person] = by ?? []
  if (alert === undefined || kind === undefined || at === undefined || person === undefined)
    throw new WrongUse(words.partEvent)
  if (!/^[1-9]\d{0,8}$/.test(episode)) throw new WrongUse(words.notEpisode(episode))
  return {
    id: `${alert}/${episode}/${kind}/${at}`,
    fingerprint: alert,
    episode: Number(episode),
    kind,
    at,
    by: person,
    ...(note !== undefined && { note }),
    ...(assignTo && { assignTo }),
  }
}

/** A policy with its calendars, read; undefined where there were faults, which are told. */
export async function readPolicy(
  options: Pick<AlertOptions, 'policy' | 'calendars'>,
  context: CommandContext,
): Promise<{ readonly policy: AlertPolicy; readonly calendars: readonly Calendar[] } | undefined> {
  const policy = await readSound(options.policy, safeParseAlertPolicy, context)
  const calendars: Calendar[] = []
  for (const file of options.calendars) {
    const calendar = await readSound(file, safeParseCalendar, context)
    if (calendar) calendars.push(calendar)
  }
  return policy && calendars.length === options.calendars.length ? { policy, calendars } : undefined
}
