import { decisiveLeaves } from '../../conditions/compiled-node.js'
import { isWithin } from '../../documents/time/civil-date.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { stretchesOf } from '../../rubric/weights/weight-layers.js'
import type { CompiledRubric } from '../compiled-rubric.js'
import type { ScoredEvaluation } from '../result/scored-evaluation.js'
import type { CompiledRule } from '../rules/compiled-rule.js'
import { firedRules } from '../rules/judge-rules.js'
import type { Score } from '../score.js'
import { explainEffects } from './explain-effects.js'
import type { ExplainInput } from './explain-input.js'
import type { ExplainedRule, ExplainedScore, WeightsExplanation } from './explanation.js'
import { TreeExplainer } from './tree-explainer.js'

/** Adds the explanation to a score. */
export function explainScore(compiled: CompiledRubric, scored: ScoredEvaluation, score: Score): ExplainedScore {
  const exact = compiled.totals.exactTotal(scored.answers, scored.weights)
  const input: ExplainInput = { compiled, scored, score, exact }
  const { form, rules } = compiled
  return {
    ...score,
    explanation: {
      weights: weightsExplanation(compiled.rubric, scored),
      tree: new TreeExplainer(input).nodes(form.top),
      rules: [
        ...rules.vetoes.map((rule, index) => explainedRule(rule, scored.answers.vetoMarks[index], scored)),
        ...rules.gates.map((rule) => explainedRule(rule, undefined, scored)),
        ...rules.bonuses.map((rule, index) => explainedRule(rule, Number(scored.answers.bonusMarks[index]), scored)),
      ],
      effects: score.status === 'scored' ? explainEffects(input) : [],
    },
  }
}

function weightsExplanation(rubric: Rubric, { header, raw }: ScoredEvaluation): WeightsExplanation {
  const { businessType, date } = header
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

function explainedRule(rule: CompiledRule, marks: number | undefined, scored: ScoredEvaluation): ExplainedRule {
  const { judgement } = scored
  const isLookedAt = rule.kind === 'veto' || scored.score !== null
  const toleratedMarks = rule.kind === 'veto' ? rule.source.toleratedMarks : undefined
  const explained = rule.explainWhen?.(scored)
  return {
    kind: rule.kind,
    id: rule.id,
    ...(rule.source.title !== undefined && { title: rule.source.title }),
    outcome: !isLookedAt
      ? 'not-looked-at'
      : firedRules(judgement).includes(rule)
        ? 'fired'
        : judgement.undetermined.includes(rule)
          ? 'undetermined'
          : 'not-fired',
    ...(marks !== undefined && { marks }),
    ...(toleratedMarks !== undefined && { toleratedMarks }),
    ...(explained && { decidedBy: decisiveLeaves(explained) }),
  }
}
