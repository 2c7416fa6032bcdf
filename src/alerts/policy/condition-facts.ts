import type { FactDefinition, Facts } from '../../conditions/condition.js'
import type { Exposure, Finding } from '../finding.js'

/** Facts of every finding, in addition to the policy's own. */
export const FINDING_FACTS: Readonly<Record<string, FactDefinition>> = {
  kind: { type: 'string' },
  purpose: { type: 'string' },
  businessType: { type: 'string' },
  item: { type: 'string' },
  percent: { type: 'number' },
  agentId: { type: 'string' },
  teamId: { type: 'string' },
  tags: { type: 'list' },
}

/** Returns the facts of a finding or an exposure that the conditions of a policy see. */
export function conditionFacts(source: Finding | Exposure): Facts {
  const { purpose, businessType, item, agentId, teamId, tags, facts } = source
  const seen: Record<string, unknown> = { ...facts, purpose }
  if ('kind' in source) seen.kind = source.kind
  if ('percent' in source && source.percent !== undefined) seen.percent = source.percent
  if (businessType !== undefined) seen.businessType = businessType
  if (item !== undefined) seen.item = item
  if (agentId !== undefined) seen.agentId = agentId
  if (teamId !== undefined) seen.teamId = teamId
  if (tags !== undefined) seen.tags = tags
  return seen
}
