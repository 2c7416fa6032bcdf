import type { Purpose } from '../../scoring/evaluation/evaluation.js'
import type { Score } from '../../scoring/score.js'
import type { Finding } from '../finding.js'

/** Returns whom and which call a score is about. */
export function whoOf(score: Score): Pick<Finding, 'callId' | 'agentId' | 'teamId' | 'businessType'> {
  const { callId, agentId, teamId, businessType } = score
  return {
    ...(callId !== undefined && { callId }),
    ...(agentId !== undefined && { agentId }),
    ...(teamId !== undefined && { teamId }),
    ...(businessType !== undefined && { businessType }),
  }
}

/** Returns why the call was chosen; `measure` where the score does not say. */
export function purposeOf(score: Score): Purpose {
  return score.purpose ?? 'measure'
}
