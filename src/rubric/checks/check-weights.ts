import { idsOf } from '../../documents/ids-of.js'
import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import { compare, HUNDRED, multiply, type Rational, rationalOf, sum, toNumber } from '../exact/rational.js'
import { type Form, type FormNode, scoredSiblings, siblingGroups } from '../format/form.js'
import type { Rubric, WeightRule } from '../format/rubric.js'
import {
  formShares,
  type Stretch,
  shareOfNodes,
  stretchesOf,
  WeightLayers,
  weightOf,
} from '../weights/weight-layers.js'
import type { RubricFaults } from './rubric-faults.js'

/** Weights of all business types and stretches together that a rubric may need; keeps reading it fast. */
const MAXIMUM_WEIGHTS = 1_000_000

/** Checks the form's structure, its weights in every case, and the rules about them. */
export function checkWeights(rubric: Rubric, form: Form, faults: RubricFaults, complete: boolean): void {
  checkStructure(rubric, form, faults)
  const before = faults.drafts.length
  checkBaseWeights(form, faults)
  checkProfiles(rubric, form, faults)
  checkAdjustments(rubric, form, faults)
  checkWeightRuleForms(rubric, form, faults)
  // The further checks calculate with all weights together, which makes sense only where each is sound.
  if (complete && faults.drafts.length === before && form.items.some(({ isScored }) => isScored))
    checkEveryCase(rubric, form, faults)
}

function checkStructure(rubric: Rubric, form: Form, faults: RubricFaults): void {
  const seen = new Map<string, object>()
  for (const section of form.sections) faults.requireDistinct([section.source], seen)
  for (const item of form.items) faults.requireDistinct([item.source], seen)
  for (const section of form.sections) {
    if (section.children.length === 0 && !faults.leftOut.has('items') && !faults.leftOut.has('sections'))
      faults.add('rubric/empty-section', section.source, [], { received: excerptOf(section.id) })
    else if (!section.isScored && section.source.weight !== undefined)
      faults.add('rubric/unweighted-node', section.source, ['weight'], { received: excerptOf(section.id) })
  }
  if (!form.items.some(({ isScored }) => isScored) && form.items.length > 0)
    faults.add('rubric/nothing-scored', rubric, ['sections'])
}

function checkBaseWeights(form: Form, faults: RubricFaults): void {
  for (const { parent, nodes } of siblingGroups(form)) {
    const without = nodes.filter((node) => weightOf(node) === undefined)
    const first = without[0]
    if (first && without.length < nodes.length) {
      if (!faults.leftOut.has('weight'))
        faults.add('rubric/weights-mixed', first.source, ['weight'], {
          expected: 'number',
          received: excerptOf(first.id),
          details: { siblings: listed(nodes.filter((node) => weightOf(node) !== undefined)) },
        })
    } else if (!first && nodes.every((node) => weightOf(node) === 0)) {
      faults.add('rubric/weights-zero', nodes[0]?.source ?? {}, ['weight'], {
        expected: '> 0',
        details: { siblings: listed(nodes), parent: parent?.id ?? '' },
      })
    }
  }
}

/** Returns the scored nodes that get a weight by name, and reports names that are none. */
function requireWeightedNodes(
  names: Readonly<Record<string, number>>,
  owner: object,
  key: string,
  form: Form,
  faults: RubricFaults,
): readonly FormNode[] {
  const nodes: FormNode[] = []
  for (const name of Object.keys(names)) {
    if (!faults.requireName('node', name, form.ids, owner, [key, name], 'key')) continue
    const node = form.byId.get(name)
    if (!node) continue
    if (node.isScored) nodes.push(node)
    else faults.add('rubric/unweighted-node', owner, [key, name], { at: 'key', received: excerptOf(name) })
  }
  return nodes
}

function byParent(nodes: readonly FormNode[]): ReadonlyMap<FormNode | undefined, readonly FormNode[]> {
  const groups = new Map<FormNode | undefined, FormNode[]>()
  for (const node of nodes) {
    const group = groups.get(node.parent)
    if (group) group.push(node)
    else groups.set(node.parent, [node])
  }
  return groups
}

/** Names for a message, as many as anybody reads. */
function listed(nodes: readonly FormNode[]): string {
  const names = nodes.slice(0, 20).map(({ id }) => id)
  return nodes.length > names.length ? `${names.join(', ')}, …` : names.join(', ')
}

function siblingsUnder(parent: FormNode | undefined, form: Form): readonly FormNode[] {
  return scoredSiblings(parent?.kind === 'section' ? parent.children : form.top)
}

function checkProfiles(rubric: Rubric, form: Form, faults: RubricFaults): void {
  const types = idsOf(rubric.businessTypes)
  for (const [type, profile] of Object.entries(rubric.weightProfiles ?? {})) {
    faults.requireName('businessType', type, types, rubric.weightProfiles ?? {}, [type], 'key')
    const weighted = byParent(requireWeightedNodes(profile.weights ?? {}, profile, 'weights', form, faults))
    for (const [parent, named] of weighted) {
      const siblings = siblingsUnder(parent, form)
      const isNamed = new Set(named)
      const missing = siblings.filter((node) => !isNamed.has(node) && !faults.leftOut.has(node.id))
      if (missing.length > 0)
        faults.add('rubric/profile-incomplete', profile, ['weights'], {
          expected: alternatives(siblings.map(({ id }) => id)),
          details: { missing: listed(missing), businessType: type },
        })
      else if (named.every((node) => profile.weights?.[node.id] === 0))
        faults.add('rubric/weights-zero', profile, ['weights', named[0]?.id ?? ''], {
          expected: '> 0',
          details: { siblings: listed(named), parent: parent?.id ?? '' },
        })
    }
    const shared = checkSharePercents(profile, form, faults)
    for (const [parent, named] of shared) {
      if (weighted.has(parent))
        faults.add('rubric/profile-both', profile, ['sharePercents', named[0]?.id ?? ''], {
          at: 'key',
          details: { parent: parent?.id ?? '', businessType: type },
        })
    }
  }
}

function checkAdjustments(rubric: Rubric, form: Form, faults: RubricFaults): void {
  const types = idsOf(rubric.businessTypes)
  for (const adjustment of rubric.weightAdjustments ?? []) {
    adjustment.businessTypes?.forEach((type, index) =>
      faults.requireName('businessType', type, types, adjustment, ['businessTypes', index]),
    )
    checkSharePercents(adjustment, form, faults)
  }
}

/** Checks a layer of shares as far as possible without the weights below it. */
function checkSharePercents(
  layer: { readonly sharePercents?: Readonly<Record<string, number>> },
  form: Form,
  faults: RubricFaults,
): ReadonlyMap<FormNode | undefined, readonly FormNode[]> {
  const percents = layer.sharePercents ?? {}
  const groups = byParent(requireWeightedNodes(percents, layer, 'sharePercents', form, faults))
  for (const [parent, named] of groups) {
    const total = sum(named.map((node) => rationalOf(percents[node.id] ?? 0)))
    const facts = {
      received: String(toNumber(total)),
      details: { parent: parent?.id ?? '', siblings: listed(named) },
    }
    const last = named.at(-1)?.id ?? ''
    if (compare(total, HUNDRED) > 0)
      faults.add('rubric/shares-over-100', layer, ['sharePercents', last], { expected: '<= 100', ...facts })
    else if (named.length === siblingsUnder(parent, form).length && compare(total, HUNDRED) < 0)
      faults.add('rubric/shares-not-100', layer, ['sharePercents', last], { expected: '100', ...facts })
  }
  return groups
}

function checkWeightRuleForms(rubric: Rubric, form: Form, faults: RubricFaults): void {
  const types = idsOf(rubric.businessTypes)
  const tags = idsOf(rubric.tags)
  const nodes = form.ids
  for (const rule of rubric.weightRules ?? []) {
    if ((rule.nodes === undefined) === (rule.tag === undefined))
      faults.add('rubric/weight-rule-form', rule, [], { expected: '"nodes" | "tag"' })
    const { minimumSharePercent: minimum, maximumSharePercent: maximum } = rule
    if (minimum === undefined && maximum === undefined)
      faults.add('rubric/weight-rule-form', rule, [], { expected: '"minimumSharePercent" | "maximumSharePercent"' })
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
      faults.add('rubric/range-bounds', rule, ['maximumSharePercent'], {
        expected: `>= ${minimum}`,
        received: excerptOf(maximum),
      })
    rule.nodes?.forEach((node, index) => {
      if (faults.requireName('node', node, nodes, rule, ['nodes', index]) && form.byId.get(node)?.isScored === false)
        faults.add('rubric/unweighted-node', rule, ['nodes', index], { received: excerptOf(node) })
    })
    if (rule.tag !== undefined) faults.requireName('tag', rule.tag, tags, rule, ['tag'])
    rule.businessTypes?.forEach((type, index) =>
      faults.requireName('businessType', type, types, rule, ['businessTypes', index]),
    )
  }
}

function checkEveryCase(rubric: Rubric, form: Form, faults: RubricFaults): void {
  const types: readonly (string | undefined)[] = rubric.businessTypes?.length
    ? rubric.businessTypes.map(({ id }) => id)
    : [undefined]
  const cases = types.map((type) => ({ type, stretches: stretchesOf(rubric, type) }))
  const rules = rubric.weightRules ?? []
  const passes = cases.flatMap(({ stretches }) =>
    stretches.map(({ adjustments }) => adjustments.length + rules.length + 1),
  )
  const count = passes.reduce((total, number) => total + number, 0) * form.byId.size
  if (count > MAXIMUM_WEIGHTS) {
    faults.add('rubric/too-complex', rubric, ['weightAdjustments'], {
      expected: `<= ${MAXIMUM_WEIGHTS}`,
      received: String(count),
      details: { maximum: MAXIMUM_WEIGHTS },
    })
    return
  }
  const reported = new Set<string>()
  let current: { readonly type: string | undefined; readonly stretch: Stretch } = {
    type: undefined,
    stretch: { adjustments: [] },
  }
  const layers = new WeightLayers(form, rubric, ({ sharePercents, nodes }) => {
    const path = faults.path(sharePercents, nodes.at(-1)?.id ?? '')
    const key = JSON.stringify([path, current.type])
    if (reported.has(key)) return
    reported.add(key)
    faults.drafts.push({
      code: 'rubric/shares-rest',
      path,
      expected: '100',
      received: String(toNumber(sum(nodes.map((node) => rationalOf(sharePercents[node.id] ?? 0))))),
      details: caseDetails(current.type, current.stretch),
    })
  })
  const ruleNodes = rules.map((rule) => ({ rule, nodes: nodesOfRule(rule, form) }))
  for (const { type, stretches } of cases) {
    for (const stretch of stretches) {
      current = { type, stretch }
      const shares = layers.shares(type, stretch.adjustments)
      const whole = formShares(form, shares)
      for (const { rule, nodes } of ruleNodes) {
        if (rule.businessTypes && (type === undefined || !rule.businessTypes.includes(type))) continue
        checkShare(rule, multiply(shareOfNodes(whole, nodes), HUNDRED), caseDetails(type, stretch), faults)
      }
    }
  }
}

function nodesOfRule(rule: WeightRule, form: Form): ReadonlySet<FormNode> {
  if (rule.nodes) return new Set(rule.nodes.map((id) => form.byId.get(id)).filter((node) => node !== undefined))
  return new Set(form.items.filter(({ source }) => rule.tag !== undefined && source.tags?.includes(rule.tag)))
}

function checkShare(rule: WeightRule, percent: Rational, details: Record<string, string>, faults: RubricFaults): void {
  const { minimumSharePercent: minimum, maximumSharePercent: maximum } = rule
  const received = String(Number(toNumber(percent).toFixed(4)))
  if (minimum !== undefined && compare(percent, rationalOf(minimum)) < 0)
    faults.add('rubric/weight-rule-broken', rule, ['minimumSharePercent'], {
      expected: `>= ${minimum}`,
      received,
      details,
    })
  if (maximum !== undefined && compare(percent, rationalOf(maximum)) > 0)
    faults.add('rubric/weight-rule-broken', rule, ['maximumSharePercent'], {
      expected: `<= ${maximum}`,
      received,
      details,
    })
}

function caseDetails(
  businessType: string | undefined,
  stretch: { from?: string; through?: string },
): Record<string, string> {
  return {
    ...(businessType !== undefined && { businessType }),
    ...(stretch.from !== undefined && { from: stretch.from }),
    ...(stretch.through !== undefined && { through: stretch.through }),
  }
}
