import { idsOf } from '../../documents/ids-of.js'
import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Form } from '../format/form.js'
import type { Effect, FailEffect, OnRating, Rubric } from '../format/rubric.js'
import { onRatingFormOf } from '../items/aspects/on-rating-form-of.js'
import { checkCriterion } from './check-criterion.js'
import type { RubricFaults } from './rubric-faults.js'

/** Checks vetoes, gates, bonuses, and the way from the total to the result. */
export function checkRules(rubric: Rubric, form: Form, faults: RubricFaults): void {
  const families = idsOf(rubric.families)
  const sections = new Set(form.sections.map(({ id }) => id))
  for (const rules of [rubric.vetoes, rubric.gates, rubric.bonuses]) faults.requireDistinct(rules ?? [])
  for (const veto of rubric.vetoes ?? []) {
    if (veto.family !== undefined) faults.requireName('family', veto.family, families, veto, ['family'])
    if (veto.onRating) checkOnRating(veto.onRating, form, faults)
    checkCriterion(veto.guidance, faults)
    checkEffects(veto.effects, sections, faults)
  }
  for (const gate of rubric.gates ?? []) checkEffects(gate.effects, sections, faults)
  for (const bonus of rubric.bonuses ?? []) checkCriterion(bonus.guidance, faults)
  checkResult(rubric, faults)
}

function checkEffects(
  effects: readonly (Effect | FailEffect)[] | undefined,
  sections: ReadonlySet<string>,
  faults: RubricFaults,
): void {
  for (const effect of effects ?? []) {
    if (effect.kind === 'zero-section' || effect.kind === 'cap-section')
      faults.requireName('section', effect.section, sections, effect, ['section'])
  }
}

const FORM_KEYS = ['atMost', 'belowPercent', 'options'] as const

function checkOnRating(onRating: OnRating, { items: nodes, byId }: Form, faults: RubricFaults): void {
  const items = new Set(nodes.map(({ id }) => id))
  if (!faults.requireName('item', onRating.item, items, onRating, ['item'])) return
  const node = byId.get(onRating.item)
  if (node?.kind !== 'item') return
  const form = onRatingFormOf(node.source)
  const given = FORM_KEYS.filter((key) => onRating[key] !== undefined)
  const isRight = form !== undefined && given.length === (form.key ? 1 : 0) && given[0] === form.key
  if (!isRight) {
    const kind = node.source.kind ?? 'scale'
    faults.add('rubric/on-rating-form', onRating, [], {
      expected: !form ? '"no-rating"' : form.key ? `"${form.key}"` : 'no further key',
      received: given.length > 0 ? alternatives(given) : '',
      details: { kind, item: node.id },
    })
    return
  }
  const { options } = form
  if (!options) return
  onRating.options?.forEach((option, index) =>
    faults.requireName('option', option, options, onRating, ['options', index]),
  )
}

function checkResult(rubric: Rubric, faults: RubricFaults): void {
  const { result } = rubric
  const maximum = result.maximum ?? 100
  if (maximum < result.passMark)
    faults.add('rubric/maximum', result, [result.maximum === undefined ? 'passMark' : 'maximum'], {
      expected: `passMark <= ${maximum}`,
      received: excerptOf(result.passMark),
      details: { maximum },
    })
  const bands = result.bands
  if (!bands) return
  faults.requireDistinct(bands)
  const actions = idsOf(rubric.actions)
  const minima = new Set<number>()
  for (const band of bands) {
    if (minima.has(band.minimum))
      faults.add('rubric/bands', band, ['minimum'], { expected: 'distinct', received: excerptOf(band.minimum) })
    minima.add(band.minimum)
    band.actions?.forEach((action, index) => faults.requireName('action', action, actions, band, ['actions', index]))
  }
  const lowest = bands.reduce((least, { minimum }) => Math.min(least, minimum), Number.POSITIVE_INFINITY)
  if (lowest !== 0 && !faults.leftOut.has('minimum'))
    faults.add('rubric/bands', result, ['bands'], { expected: '0', received: excerptOf(lowest) })
}
