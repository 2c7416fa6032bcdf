import { decisiveLeaves } from '../../conditions/compiled-node.js'
import { isWithin } from '../../documents/time/civil-date.js'
import type { Veto } from '../../rubric/format/rubric.js'
import { stretchesOf } from '../../rubric/weights/weight-layers.js'
import type { CompiledRule } from '../rules/compile-rules.js'
import type { ExplainInput } from './explain-input.js'
import { explainedEffects } from './explained-effects.js'
import type { ExplainedRule, ExplainedScore, WeightsExplanation } from './explanation.js'
import { TreeExplainer } from './tree-explainer.js'

/** Makes the explanation of a run that was worked out. */
export function explainRun(input: ExplainInput): ExplainedScore {
  return {
    ...input.score,
    explanation: {
      weights: weightsExplanation(input),
      tree: new TreeExplainer(input).nodes(input.form.top),
      rules: [...input.rules.vetoes, ...input.rules.gates, ...input.rules.bonuses].map((rule) =>
        explainedRule(rule, input),
      ),
      effects: input.score.status === 'scored' ? explainedEffects(input) : [],
    },
  }
}

function weightsExplanation({ rubric, run, raw }: ExplainInput): WeightsExplanation {
  const { businessType, date } = run
  const period = raw.period as { readonly from: string } | undefined
  const day = date ?? period?.from
  const stretches = stretchesOf(rubric, businessType)
  const stretch = day === undefined ? stretches[0] : stretches.find((candidate) => isWithin(day, candidate))
  const profile =
    businessType !== undefined && rubric.weightProfiles && Object.hasOwn(rubric.weightProfiles, businessType)
      ? rubric.weightProfiles[businessType]
      : undefined
  return {
    ...(businessType !== undefined && { businessType }),
    ...(day !== undefined && { date: day }),
    layers: [
      { kind: 'base' },
      ...(profile
        ? [
            {
              kind: 'profile' as const,
              ...(businessType !== undefined && { id: businessType }),
              ...(profile.title !== undefined && { title: profile.title }),
            },
          ]
        : []),
      ...(stretch?.adjustments ?? []).map(({ id, title }) => ({
        kind: 'adjustment' as const,
        ...(id !== undefined && { id }),
        ...(title !== undefined && { title }),
      })),
    ],
  }
}

function explainedRule(rule: CompiledRule, { run, judgement, score, rules }: ExplainInput): ExplainedRule {
  const fired = [...judgement.vetoes, ...judgement.gates, ...judgement.bonuses].includes(rule)
  const isLookedAt = rule.kind === 'veto' || score.status === 'scored'
  const marks =
    rule.kind === 'veto'
      ? run.vetoMarks[rules.vetoes.indexOf(rule)]
      : rule.kind === 'bonus'
        ? Number(run.bonusMarks[rules.bonuses.indexOf(rule)])
        : undefined
  const { toleratedMarks } = rule.source as Veto
  const explained = rule.explainWhen?.(run)
  return {
    kind: rule.kind,
    id: rule.id,
    ...(rule.source.title !== undefined && { title: rule.source.title }),
    outcome: !isLookedAt
      ? 'not-looked-at'
      : fired
        ? 'fired'
        : judgement.undetermined.includes(rule)
          ? 'undetermined'
          : 'not-fired',
    ...(marks !== undefined && { marks }),
    ...(toleratedMarks !== undefined && { toleratedMarks }),
    ...(explained && { decidedBy: decisiveLeaves(explained) }),
  }
}
