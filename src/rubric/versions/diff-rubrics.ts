import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { type Text, textIn } from '../../documents/text.js'
import type { Language } from '../../issues/issue.js'
import { compare, HUNDRED, multiply, toNumber, ZERO } from '../exact/rational.js'
import { type Form, type FormNode, formOf } from '../format/form.js'
import { parseRubric } from '../format/parse-rubric.js'
import type { Rubric } from '../format/rubric.js'
import { formShares, stretchesOf, WeightLayers } from '../weights/weight-layers.js'

/** What kind of part changed. */
export type ChangedPart =
  | 'section'
  | 'item'
  | 'level'
  | 'option'
  | 'fault'
  | 'range'
  | 'guidance'
  | 'weight'
  | 'veto'
  | 'gate'
  | 'bonus'
  | 'fact'
  | 'condition'
  | 'band'
  | 'result'
  | 'business-type'
  | 'title'

/**
 * What a change does to old results: `none` to their figures, though raters may judge otherwise from now on
 * (`judgement`); `figures`: the same ratings score otherwise; `ratings`: old ratings lack something or mean something else.
 */
export type ChangeEffect = 'none' | 'judgement' | 'figures' | 'ratings'

/** One difference between two versions. */
export interface RubricChange {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly part: ChangedPart
  /** Of the section, item, veto, band, ...; of a level or option `item/level`. */
  readonly id: string
  readonly title?: Text
  /** Which key changed. */
  readonly key?: string
  readonly businessType?: string
  readonly before?: string
  readonly after?: string
  readonly effect: ChangeEffect
}

/** Two versions side by side. */
export interface RubricDiff {
  readonly before: { readonly id: string; readonly version: string }
  readonly after: { readonly id: string; readonly version: string }
  readonly changes: readonly RubricChange[]
  /**
   * `identical`; `comparable`: old and new results can stand in one report; `rescore`: after old evaluations are scored
   * by the new version; `not-comparable`: what was rated itself changed.
   */
  readonly comparability: 'identical' | 'comparable' | 'rescore' | 'not-comparable'
}

/**
 * What changed from one version of a rubric to another, in the words of its author: items, levels, criteria, weights by
 * business type as shares of the whole form, vetoes, gates, bonuses, bands; and whether results stay comparable.
 * @param before - the older version
 * @param after - the newer one
 * @throws CallgradeError as `parseRubric`
 * @example
 * diffRubrics(old, changed).changes[0] //=> { kind: 'changed', part: 'weight', id: 'answer', before: '40 %', after: '50 %', effect: 'figures' }
 */
export function diffRubrics(before: DocumentInput<Rubric>, after: DocumentInput<Rubric>): RubricDiff {
  const [old, current] = [parseRubric(before), parseRubric(after)]
  const changes = [
    ...nodeChanges(formOf(old), formOf(current), old, current),
    ...weightChanges(old, current),
    ...ruleChanges(old, current),
    ...resultChanges(old, current),
  ]
  const effects = new Set(changes.map(({ effect }) => effect))
  return {
    before: { id: old.id, version: old.version },
    after: { id: current.id, version: current.version },
    changes,
    comparability: effects.has('ratings')
      ? 'not-comparable'
      : effects.has('figures')
        ? 'rescore'
        : changes.length > 0
          ? 'comparable'
          : 'identical',
  }
}

type Source = Readonly<Record<string, unknown>> & { readonly id: string; readonly title?: Text }

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Whatever the order of keys; notes say nothing. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'note')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, ordered(member)]),
  )
}

function changed(
  part: ChangedPart,
  { id, title }: { readonly id: string; readonly title?: Text },
  key: string,
  before: unknown,
  after: unknown,
  effect: ChangeEffect,
): readonly RubricChange[] {
  if (same(before, after)) return []
  return [
    {
      kind: 'changed',
      part,
      id,
      ...(title !== undefined && { title }),
      key,
      ...(before !== undefined && { before: text(before) }),
      ...(after !== undefined && { after: text(after) }),
      effect,
    },
  ]
}

/** Parts that came and went, and what became of those that stayed. */
function paired<T extends { readonly id: string; readonly title?: Text }>(
  part: ChangedPart,
  before: readonly T[],
  after: readonly T[],
  effects: { readonly added: (one: T) => ChangeEffect; readonly removed: (one: T) => ChangeEffect },
  stayed: (was: T, is: T) => readonly RubricChange[],
  prefix = '',
): readonly RubricChange[] {
  const old = new Map(before.map((one) => [one.id, one]))
  const current = new Set(after.map(({ id }) => id))
  const named = ({ id, title }: T): { readonly part: ChangedPart; readonly id: string; readonly title?: Text } => ({
    part,
    id: prefix + id,
    ...(title !== undefined && { title }),
  })
  return [
    ...before
      .filter(({ id }) => !current.has(id))
      .map((one): RubricChange => ({ kind: 'removed', ...named(one), effect: effects.removed(one) })),
    ...after.flatMap((one): readonly RubricChange[] => {
      const was = old.get(one.id)
      return was ? stayed(was, one) : [{ kind: 'added', ...named(one), effect: effects.added(one) }]
    }),
  ]
}

const FIGURES = { added: (): ChangeEffect => 'figures', removed: (): ChangeEffect => 'figures' }

function nodeChanges(old: Form, current: Form, was: Rubric, is: Rubric): readonly RubricChange[] {
  const parentOf = (node: FormNode): string => node.parent?.id ?? ''
  const sections = paired(
    'section',
    old.sections.map(({ source }) => source),
    current.sections.map(({ source }) => source),
    // A section without new items moves weight alone.
    FIGURES,
    (a, b) => [
      ...changed('section', b, 'title', a.title, b.title, 'none'),
      ...changed('section', b, 'description', a.description, b.description, 'judgement'),
      ...changed('section', b, 'appliesWhen', a.appliesWhen, b.appliesWhen, 'figures'),
      ...changed(
        'section',
        b,
        'mayBeNotApplicable',
        a.mayBeNotApplicable ?? false,
        b.mayBeNotApplicable ?? false,
        'judgement',
      ),
    ],
  )
  const items = paired(
    'item',
    old.items.map(({ source }) => source),
    current.items.map(({ source }) => source),
    // Old evaluations never rated it; what is gone is left out.
    {
      added: ({ kind }) => (kind === 'text' ? 'none' : 'ratings'),
      removed: ({ kind }) => (kind === 'text' ? 'none' : 'figures'),
    },
    (a, b) => itemChanges(a as unknown as Source, b as unknown as Source, was, is),
  )
  const moved = current.items.flatMap((node): readonly RubricChange[] => {
    const before = old.byId.get(node.id)
    return before?.kind === 'item' && parentOf(before) !== parentOf(node)
      ? changed('item', node.source, 'section', parentOf(before), parentOf(node), 'figures')
      : []
  })
  return [...sections, ...items, ...moved]
}

function itemChanges(a: Source, b: Source, was: Rubric, is: Rubric): readonly RubricChange[] {
  const kindOf = ({ kind }: Source): string => String(kind ?? 'scale')
  if (kindOf(a) !== kindOf(b)) return changed('item', b, 'kind', kindOf(a), kindOf(b), 'ratings')
  const key = (name: string, effect: ChangeEffect): readonly RubricChange[] =>
    changed('item', b, name, a[name], b[name], effect)
  return [
    ...key('title', 'none'),
    ...key('description', 'judgement'),
    ...key('tags', 'none'),
    ...key('appliesWhen', 'figures'),
    ...key('mayBeNotApplicable', 'judgement'),
    ...key('criticalError', 'figures'),
    ...key('rateWhen', 'figures'),
    ...key('fullWhen', 'figures'),
    ...key('multiple', 'ratings'),
    ...key('maximumPoints', 'figures'),
    ...key('unit', 'ratings'),
    ...key('minimum', 'ratings'),
    ...key('maximum', 'ratings'),
    ...key('fact', 'ratings'),
    ...key('ranges', 'figures'),
    ...key('linear', 'figures'),
    ...key('base', 'figures'),
    ...changed('guidance', b, 'guidance', a.guidance, b.guidance, 'judgement').map(
      ({ before: _, after: __, ...rest }) => rest,
    ),
    ...scaleChanges(a, b, was, is),
    ...paired(
      'option',
      list(a.options),
      list(b.options),
      // Nobody could choose it before; who chose what is gone has no rating any more.
      { added: () => 'judgement', removed: () => 'ratings' },
      (x, y) => [
        ...changed('option', { ...y, id: `${b.id}/${y.id}` }, 'points', x.points, y.points, 'figures'),
        ...changed('option', { ...y, id: `${b.id}/${y.id}` }, 'title', x.title, y.title, 'judgement'),
      ],
      `${b.id}/`,
    ),
    ...paired(
      'fault',
      list(a.faults),
      list(b.faults),
      { added: () => 'judgement', removed: () => 'ratings' },
      (x, y) =>
        ['points', 'maximumCount', 'criticalError', 'title', 'guidance'].flatMap((name) =>
          changed(
            'fault',
            { ...y, id: `${b.id}/${y.id}` },
            name,
            x[name],
            y[name],
            name === 'title' || name === 'guidance' ? 'judgement' : 'figures',
          ),
        ),
      `${b.id}/`,
    ),
  ]
}

function list(value: unknown): readonly Source[] {
  return Array.isArray(value) ? (value as readonly Source[]) : []
}

/** Levels by their values, whatever the scale is called. */
function scaleChanges(a: Source, b: Source, was: Rubric, is: Rubric): readonly RubricChange[] {
  if (a.kind !== undefined && a.kind !== 'scale') return []
  const scaleOf = (item: Source, rubric: Rubric) => rubric.scales?.[String(item.scale ?? rubric.defaultScale ?? '')]
  const [old, current] = [scaleOf(a, was), scaleOf(b, is)]
  if (!old || !current) return []
  const levels = (scale: typeof old): readonly Source[] =>
    scale.levels.map((level) => ({ ...level, id: String(level.value) }) as unknown as Source)
  return [
    ...changed('item', b, 'scoring', old.scoring ?? 'ratio', current.scoring ?? 'ratio', 'figures'),
    ...paired(
      'level',
      levels(old),
      levels(current),
      // A level between two others changes what these mean.
      { added: () => 'ratings', removed: () => 'ratings' },
      (x, y) => [
        ...changed('level', { ...y, id: `${b.id}/${y.id}` }, 'points', x.points, y.points, 'figures'),
        ...changed('level', { ...y, id: `${b.id}/${y.id}` }, 'title', x.title, y.title, 'none'),
        ...changed('level', { ...y, id: `${b.id}/${y.id}` }, 'description', x.description, y.description, 'judgement'),
      ],
      `${b.id}/`,
    ),
  ]
}

/** Shares of the whole form, by business type, at the weights that hold without a season. */
function weightChanges(was: Rubric, is: Rubric): readonly RubricChange[] {
  const typesOf = ({ businessTypes = [] }: Rubric): readonly (string | undefined)[] =>
    businessTypes.length > 0 ? businessTypes.map(({ id }) => id) : [undefined]
  const both = typesOf(is).filter((type) => typesOf(was).includes(type))
  const [oldForm, form] = [formOf(was), formOf(is)]
  const [oldLayers, layers] = [new WeightLayers(oldForm, was), new WeightLayers(form, is)]
  const shares = both.flatMap((type): readonly RubricChange[] => {
    const before = new Map(
      [...formShares(oldForm, oldLayers.shares(type, []))].map(([node, share]) => [node.id, share]),
    )
    return [...formShares(form, layers.shares(type, []))].flatMap(([node, share]): readonly RubricChange[] => {
      const old = before.get(node.id)
      if (!old || compare(old, share) === 0) return []
      const { title } = node.source
      return [
        {
          kind: 'changed',
          part: 'weight',
          id: node.id,
          ...(title !== undefined && { title }),
          ...(type !== undefined && { businessType: type }),
          before: percent(toNumber(multiply(old ?? ZERO, HUNDRED))),
          after: percent(toNumber(multiply(share, HUNDRED))),
          effect: 'figures',
        },
      ]
    })
  })
  const seasons = (rubric: Rubric): unknown =>
    typesOf(rubric).map((type) =>
      stretchesOf(rubric, type).map(({ from, through, adjustments }) => [
        type,
        from,
        through,
        adjustments.map(({ sharePercents }) => sharePercents),
      ]),
    )
  return [
    ...paired(
      'business-type',
      was.businessTypes ?? [],
      is.businessTypes ?? [],
      { added: () => 'none', removed: () => 'ratings' },
      (a, b) => changed('business-type', b, 'title', a.title, b.title, 'none'),
    ),
    ...shares,
    ...(same(was.weightAdjustments ?? [], is.weightAdjustments ?? []) || same(seasons(was), seasons(is))
      ? []
      : changed(
          'weight',
          { id: 'weightAdjustments' },
          'weightAdjustments',
          was.weightAdjustments ?? [],
          is.weightAdjustments ?? [],
          'figures',
        )),
  ]
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))} %`
}

function ruleChanges(was: Rubric, is: Rubric): readonly RubricChange[] {
  const keys = (part: ChangedPart, a: object, b: object, names: readonly string[]): readonly RubricChange[] => {
    const [old, current] = [a as Source, b as Source]
    return [
      ...changed(part, current, 'title', old.title, current.title, 'none'),
      ...changed(part, current, 'guidance', old.guidance, current.guidance, 'judgement'),
      ...names.flatMap((name) => changed(part, current, name, old[name], current[name], 'figures')),
    ]
  }
  const isMarked = ({ when, onRating }: { readonly when?: unknown; readonly onRating?: unknown }): boolean =>
    when === undefined && onRating === undefined
  return [
    ...paired(
      'veto',
      was.vetoes ?? [],
      is.vetoes ?? [],
      // Nobody looked for it in old calls, unless it fires by what was rated.
      { added: (veto) => (isMarked(veto) ? 'ratings' : 'figures'), removed: () => 'figures' },
      (a, b) =>
        keys('veto', a, b, ['when', 'onRating', 'effects', 'verdict', 'toleratedMarks', 'family', 'whenUnknown']),
    ),
    ...paired('gate', was.gates ?? [], is.gates ?? [], FIGURES, (a, b) =>
      keys('gate', a, b, ['when', 'effects', 'whenUnknown']),
    ),
    ...paired(
      'bonus',
      was.bonuses ?? [],
      is.bonuses ?? [],
      { added: () => 'judgement', removed: () => 'figures' },
      (a, b) => keys('bonus', a, b, ['points', 'when', 'whenUnknown']),
    ),
    ...named('fact', was.facts, is.facts, 'ratings'),
    ...named('condition', was.conditions, is.conditions, 'figures'),
  ]
}

function named(
  part: ChangedPart,
  was: Readonly<Record<string, object>> = {},
  is: Readonly<Record<string, object>> = {},
  effect: ChangeEffect = 'figures',
): readonly RubricChange[] {
  const sources = (record: Readonly<Record<string, object>>): readonly Source[] =>
    Object.entries(record).map(([id, value]) => ({ id, value }))
  return paired(part, sources(was), sources(is), { added: () => 'none', removed: () => 'none' }, (a, b) =>
    changed(part, b, 'definition', withoutWords(a.value), withoutWords(b.value), effect),
  )
}

/** Notes and descriptions change nothing. */
function withoutWords(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { note: _, description: __, ...rest } = value as Readonly<Record<string, unknown>>
  return rest
}

function resultChanges(was: Rubric, is: Rubric): readonly RubricChange[] {
  const [a, b] = [was.result, is.result]
  const key = (name: string, before: unknown, after: unknown): readonly RubricChange[] =>
    changed('result', { id: 'result' }, name, before, after, 'figures')
  return [
    ...key('passMark', a.passMark, b.passMark),
    ...key('maximum', a.maximum ?? 100, b.maximum ?? 100),
    ...key('decimals', a.decimals ?? 2, b.decimals ?? 2),
    ...key('rounding', a.rounding ?? 'half-up', b.rounding ?? 'half-up'),
    ...key('notApplicablePolicy', a.notApplicablePolicy ?? 'siblings', b.notApplicablePolicy ?? 'siblings'),
    ...key('bonusLimit', was.bonusLimit, is.bonusLimit),
    ...changed('title', { id: is.id }, 'title', was.title, is.title, 'none'),
    ...paired('band', a.bands ?? [], b.bands ?? [], FIGURES, (x, y) => [
      ...changed('band', y, 'minimum', x.minimum, y.minimum, 'figures'),
      ...changed('band', y, 'title', x.title, y.title, 'none'),
      ...changed('band', y, 'actions', x.actions, y.actions, 'figures'),
    ]),
  ]
}

/** Titles of a change in a language. */
export function changeTitle({ id, title }: RubricChange, language: Language): string {
  return title === undefined ? id : textIn(title, language)
}
