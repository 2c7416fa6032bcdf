import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import { type Text, textIn } from '../../documents/text.js'
import { assertNever } from '../../issues/assert-never.js'
import type { Language } from '../../issues/issue.js'
import { HUNDRED, multiply, type Rational, toNumber, ZERO } from '../exact/rational.js'
import type { Criterion } from '../format/criterion.js'
import { type Form, formOf, type ItemNode, type SectionNode } from '../format/form.js'
import type { Named } from '../format/named.js'
import { parseRubric } from '../format/parse-rubric.js'
import type { Effect, FailEffect, Rubric } from '../format/rubric.js'
import type { Item } from '../items/item.js'
import type { NumericRange } from '../items/numeric/format.js'
import { formShares, type Stretch, stretchesOf, WeightLayers } from '../weights/weight-layers.js'
import { conditionText } from './condition-text.js'
import { GUIDE_WORDS, type GuideWords } from './guide-words.js'

/**
 * The rater's sheet of a rubric as Markdown: what each item weighs by business type and season, what every level means
 * with good and bad examples, what may be n/a, critical errors, vetoes, gates, bonuses, and what the score leads to.
 * @param rubric - JSON text or value
 * @param language - of headings and texts; a text that exists in the other language alone stays as it is
 * @returns CommonMark with tables; texts of the rubric are escaped, so that none becomes markup
 * @throws CallgradeError as `parseRubric`
 * @example
 * evaluationGuide('{"format": "callgrade/rubric@1", "id": "mini", "version": "1", "title": "Mini", "sections": [{"id": "all", "items": [{"id": "solved", "kind": "yes-no"}]}], "result": {"passMark": 100}}', 'en').split('\n')[0]
 * //=> '# Mini'
 */
export function evaluationGuide(rubric: DocumentInput<Rubric>, language: Language): string {
  return new GuideWriter(parseRubric(rubric), language).guide()
}

class GuideWriter {
  private readonly form: Form
  private readonly words: GuideWords
  private readonly lines: string[] = []

  constructor(
    private readonly rubric: Rubric,
    private readonly language: Language,
  ) {
    this.form = formOf(rubric)
    this.words = GUIDE_WORDS[language]
  }

  guide(): string {
    const { rubric, words } = this
    const { effective, description, timeZone = 'UTC' } = rubric
    this.add(`# ${this.text(rubric.title)}`, '')
    this.add(words.head(escaped(rubric.id), escaped(rubric.version), escaped(timeZone)))
    if (effective) this.add(words.effective(effective.from, effective.through))
    if (description !== undefined) this.add('', this.text(description))
    this.add(
      '',
      `## ${words.howToRate}`,
      '',
      ...words.rules(rubric.vetoes?.some(({ when, onRating }) => !when && !onRating) ?? false),
    )
    this.weights()
    for (const section of this.form.top) this.section(section, 2)
    this.rules()
    this.results()
    return `${this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`
  }

  private add(...lines: readonly string[]): void {
    this.lines.push(...lines)
  }

  private text(text: Text): string {
    return escaped(textIn(text, this.language))
  }

  private titled({ id, title }: Named): string {
    return title === undefined ? escaped(id) : this.text(title)
  }

  private nameOf(list: readonly Named[] | undefined, id: string): string {
    return this.titled(list?.find((named) => named.id === id) ?? { id })
  }

  private table(header: readonly string[], rows: readonly (readonly string[])[], right = 0): void {
    const rule = header.map((_, column) => (column >= header.length - right ? '---:' : '---'))
    for (const cells of [header, rule, ...rows]) this.add(`| ${cells.join(' | ')} |`)
    this.add('')
  }

  /** What each part weighs, a column for every business type; a table for every stretch of time. */
  private weights(): void {
    const { rubric, words } = this
    const types = rubric.businessTypes?.length ? rubric.businessTypes.map(({ id }) => id) : [undefined]
    const layers = new WeightLayers(this.form, rubric)
    this.add('', `## ${words.weights}`, '', words.weightsRemark, '')
    for (const stretch of commonStretches(rubric, types)) {
      if (stretch.from !== undefined || stretch.through !== undefined)
        this.add(words.days(stretch.from, stretch.through), '')
      const columns = types.map((type) => {
        const inForce = stretchesOf(rubric, type).find((own) => covers(own, stretch))
        return formShares(this.form, layers.shares(type, inForce?.adjustments ?? []))
      })
      const header = [
        words.part,
        ...types.map((type) => (type === undefined ? words.share : this.nameOf(rubric.businessTypes, type))),
      ]
      const rows: (readonly string[])[] = []
      const visit = (nodes: readonly (SectionNode | ItemNode)[], depth: number): void => {
        for (const node of nodes) {
          if (!node.isScored) continue
          const title = `${'— '.repeat(depth)}${this.titled(node.source)}`
          const shares = columns.map((shares) => percentText(shares.get(node) ?? ZERO))
          const isSection = node.kind === 'section'
          rows.push([
            isSection ? `**${title}**` : title,
            ...shares.map((share) => (isSection ? `**${share}**` : share)),
          ])
          if (isSection) visit(node.children, depth + 1)
        }
      }
      visit(this.form.top, 0)
      this.table(header, rows, types.length)
    }
  }

  private section(section: SectionNode, level: number): void {
    const { source, children } = section
    this.add('', `${'#'.repeat(Math.min(level, 6))} ${this.titled(source)}`, '')
    if (source.description !== undefined) this.add(this.text(source.description), '')
    this.applicability(source)
    for (const child of children) {
      if (child.kind === 'section') this.section(child, level + 1)
      else this.item(child, level + 1)
    }
  }

  private applicability({ mayBeNotApplicable, appliesWhen }: SectionNode['source'] | Item): void {
    if (appliesWhen)
      this.add(this.words.appliesWhen(escaped(conditionText(appliesWhen, this.rubric, this.form, this.language))), '')
    if (mayBeNotApplicable) this.add(this.words.mayBeNa, '')
  }

  private item({ source }: ItemNode, level: number): void {
    const { words } = this
    this.add('', `${'#'.repeat(Math.min(level, 6))} ${this.titled(source)} \`${source.id}\``, '')
    if (source.description !== undefined) this.add(this.text(source.description), '')
    this.applicability(source)
    this.criteria(source)
    if (source.kind !== 'text' && source.criticalError) {
      const family = this.nameOf(this.rubric.families, source.criticalError.family)
      this.add(words.critical(family, this.criticalText(source)), '')
    }
    if ((source.kind === undefined || source.kind === 'scale') && source.rateWhen)
      for (const { level: rated, when } of source.rateWhen)
        this.add(words.rateWhen(String(rated), escaped(conditionText(when, this.rubric, this.form, this.language))), '')
  }

  private criticalText(item: Item): string {
    const { words } = this
    switch (item.kind) {
      case undefined:
      case 'scale':
        return words.atMost(String(item.criticalError?.atMost))
      case 'yes-no':
        return (item.fullWhen ?? 'yes') === 'yes' ? words.no : words.yes
      case 'choice':
        return (item.criticalError?.options ?? []).map((id) => this.nameOf(item.options, id)).join(words.comma)
      case 'numeric':
      case 'deduction':
        return words.belowPercent(String(item.criticalError?.belowPercent))
      default:
        return ''
    }
  }

  private criteria(item: Item): void {
    const { words } = this
    const header = [words.rating, words.points, words.meaning]
    switch (item.kind) {
      case undefined:
      case 'scale': {
        const scale = this.rubric.scales?.[item.scale ?? this.rubric.defaultScale ?? '']
        const levels = scale?.levels ?? []
        const values = levels.map(({ value, points = 0 }) => (scale?.scoring === 'points' ? points : value))
        const from = scale?.scoring === 'span' ? Math.min(...values) : 0
        const width = Math.max(...values) - from
        this.table(
          header,
          levels.map(({ value, title, description }, index) => [
            `**${value}**${title === undefined ? '' : ` ${this.text(title)}`}`,
            percentNumber((100 * ((values[index] ?? 0) - from)) / width),
            this.criterion(item.guidance?.[String(value)], description),
          ]),
        )
        return
      }
      case 'yes-no': {
        const full = item.fullWhen ?? 'yes'
        this.table(header, [
          [`**${words.yes}** \`true\``, full === 'yes' ? '100 %' : '0 %', this.criterion(item.guidance?.yes)],
          [`**${words.no}** \`false\``, full === 'no' ? '100 %' : '0 %', this.criterion(item.guidance?.no)],
        ])
        return
      }
      case 'choice': {
        const all = item.options.map(({ points }) => points)
        const best = item.multiple ? all.reduce((total, points) => total + points, 0) : Math.max(...all)
        const full = item.maximumPoints ?? best
        if (item.multiple) this.add(words.multiple, '')
        this.table(
          header,
          item.options.map((option) => [
            `**${this.titled(option)}** \`${option.id}\``,
            percentNumber(Math.min(100, (100 * option.points) / full)),
            this.criterion(item.guidance?.[option.id], option.description),
          ]),
        )
        return
      }
      case 'numeric':
        this.measured(item)
        return
      case 'deduction':
        this.add(words.deduction(String(item.base)), '')
        this.remark(item.guidance)
        this.table(
          [words.fault, words.lost, words.meaning],
          item.faults.map((fault) => [
            `**${this.titled(fault)}** \`${fault.id}\``,
            `−${fault.points}${fault.maximumCount === undefined ? '' : words.atMostTimes(String(fault.maximumCount))}`,
            [
              this.criterion(fault.guidance, fault.description),
              fault.criticalError
                ? words.criticalFault(this.nameOf(this.rubric.families, fault.criticalError.family))
                : '',
            ]
              .filter((part) => part !== '')
              .join('<br>'),
          ]),
        )
        return
      case 'text':
        this.add(words.remarkOnly, '')
        this.remark(item.guidance)
        return
      default:
        assertNever(item)
    }
  }

  private measured(item: Extract<Item, { kind: 'numeric' }>): void {
    const { words } = this
    const unit = item.unit === undefined ? '' : this.text(item.unit)
    const description = item.fact === undefined ? undefined : this.rubric.facts?.[item.fact]?.description
    if (item.fact !== undefined)
      this.add(words.fromFact(description === undefined ? escaped(item.fact) : this.text(description)), '')
    if (item.linear)
      this.add(words.linear(`${item.linear.zeroAt} ${unit}`.trim(), `${item.linear.fullAt} ${unit}`.trim()), '')
    if (item.ranges) {
      const full = item.maximumPoints ?? Math.max(...item.ranges.map(({ points }) => points))
      this.table(
        [`${words.measured}${unit === '' ? '' : ` (${unit})`}`, words.points],
        item.ranges.map((range) => [
          rangeText(range) || words.anything,
          percentNumber(Math.min(100, (100 * range.points) / full)),
        ]),
      )
    }
    this.remark(item.guidance)
  }

  private remark(criterion: Criterion | undefined): void {
    const text = this.criterion(criterion)
    if (text !== '') this.add(text, '')
  }

  /** In one line, fit for a cell. */
  private criterion(criterion: Criterion | undefined, general?: Text): string {
    const description = criterion?.description ?? general
    const { words } = this
    return [
      ...(description === undefined ? [] : [this.text(description)]),
      ...(criterion?.examples ?? []).map(({ verdict, text, recording, through }) => {
        const source = [
          recording === undefined ? '' : words.recording(escaped(recording)),
          through === undefined ? '' : words.through(through),
        ].filter((part) => part !== '')
        return `${words.example[verdict]} ${this.text(text)}${source.length === 0 ? '' : ` (${source.join(words.comma)})`}`
      }),
    ].join('<br>')
  }

  private rules(): void {
    const { rubric, words } = this
    const { vetoes = [], gates = [], bonuses = [] } = rubric
    if (vetoes.length > 0) {
      this.add('', `## ${words.vetoes}`, '')
      this.table(
        [words.veto, words.fires, words.effect, words.meaning],
        vetoes.map((veto) => [
          `**${this.titled(veto)}** \`${veto.id}\``,
          this.vetoFires(veto),
          [
            this.effectsText(veto.effects ?? [{ kind: 'zero' }]),
            veto.verdict === 'keep' ? words.keepsVerdict : words.unqualified,
          ].join('<br>'),
          this.criterion(veto.guidance, veto.description),
        ]),
      )
    }
    if (gates.length > 0) {
      this.add('', `## ${words.gates}`, '')
      this.table(
        [words.gate, words.fires, words.effect],
        gates.map((gate) => [
          `**${this.titled(gate)}**`,
          escaped(conditionText(gate.when, rubric, this.form, this.language)),
          this.effectsText(gate.effects),
        ]),
      )
    }
    if (bonuses.length > 0) {
      this.add('', `## ${words.bonuses}`, '')
      if (rubric.bonusLimit !== undefined) this.add(words.bonusLimit(String(rubric.bonusLimit)), '')
      this.table(
        [words.bonus, words.fires, words.points, words.meaning],
        bonuses.map((bonus) => [
          `**${this.titled(bonus)}** \`${bonus.id}\``,
          [
            words.marked,
            ...(bonus.when ? [escaped(conditionText(bonus.when, rubric, this.form, this.language))] : []),
          ].join('<br>'),
          `+${bonus.points}`,
          this.criterion(bonus.guidance, bonus.description),
        ]),
      )
    }
  }

  private vetoFires(veto: NonNullable<Rubric['vetoes']>[number]): string {
    const { words } = this
    const { when, onRating, toleratedMarks = 0 } = veto
    const parts = [
      toleratedMarks === 0 ? words.marked : words.markedOver(String(toleratedMarks)),
      ...(when ? [escaped(conditionText(when, this.rubric, this.form, this.language))] : []),
    ]
    if (onRating) {
      const item = this.form.byId.get(onRating.item)?.source
      const bound =
        onRating.atMost !== undefined
          ? words.atMost(String(onRating.atMost))
          : onRating.belowPercent !== undefined
            ? words.belowPercent(String(onRating.belowPercent))
            : (onRating.options?.map(escaped).join(words.comma) ?? words.faultyAnswer)
      parts.push(`${item ? this.titled(item) : escaped(onRating.item)}: ${bound}`)
    }
    return parts.join('<br>')
  }

  private effectsText(effects: readonly (Effect | FailEffect)[]): string {
    const { words } = this
    const section = (id: string): string => {
      const source = this.form.byId.get(id)?.source
      return source ? this.titled(source) : escaped(id)
    }
    return effects
      .map((effect) => {
        switch (effect.kind) {
          case 'zero-section':
            return words.zeroSection(section(effect.section))
          case 'cap-section':
            return words.capSection(section(effect.section), String(effect.maximum))
          case 'deduct':
            return words.deduct(String(effect.points))
          case 'cap':
            return words.cap(String(effect.maximum))
          case 'zero':
            return words.zero
          case 'fail':
            return words.unqualified
          default:
            return assertNever(effect)
        }
      })
      .join('<br>')
  }

  private results(): void {
    const { words, rubric } = this
    const { passMark, maximum = 100, decimals = 2, rounding = 'half-up', bands = [] } = rubric.result
    this.add('', `## ${words.results}`, '', words.passMark(String(passMark), String(maximum)))
    this.add(words.rounding[rounding](String(decimals)), '')
    if (bands.length === 0) return
    const sorted = [...bands].sort((a, b) => b.minimum - a.minimum)
    this.table(
      [words.band, words.from, words.meaning],
      sorted.map((band) => [
        `**${this.titled(band)}**`,
        String(band.minimum),
        [
          ...(band.description === undefined ? [] : [this.text(band.description)]),
          ...(band.actions ?? []).map((id) => this.nameOf(rubric.actions, id)),
        ].join('<br>'),
      ]),
    )
  }
}

/** Days through which no business type's weights change. */
function commonStretches(rubric: Rubric, types: readonly (string | undefined)[]): readonly Stretch[] {
  const all = {
    ...rubric,
    weightAdjustments: (rubric.weightAdjustments ?? []).map(({ businessTypes: _, ...rest }) => rest),
  }
  return stretchesOf(all, types[0])
}

function covers(outer: Stretch, inner: Stretch): boolean {
  const startsBefore = outer.from === undefined || (inner.from !== undefined && outer.from <= inner.from)
  const endsAfter = outer.through === undefined || (inner.through !== undefined && outer.through >= inner.through)
  return startsBefore && endsAfter
}

function percentText(share: Rational): string {
  return percentNumber(toNumber(multiply(share, HUNDRED)))
}

function percentNumber(percent: number): string {
  return `${Number(percent.toFixed(2))} %`
}

function rangeText({ atLeast, above, atMost, below }: NumericRange): string {
  return [
    atLeast === undefined ? '' : `≥ ${atLeast}`,
    above === undefined ? '' : `&gt; ${above}`,
    atMost === undefined ? '' : `≤ ${atMost}`,
    below === undefined ? '' : `&lt; ${below}`,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** So that no text of a rubric becomes markup, ends a cell or a line. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|#~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\s*[\r\n]+\s*/g, '<br>')
}
