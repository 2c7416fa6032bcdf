import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { JsonSchema } from '../../documents/schema/json-schema.js'
import { type Text, textIn } from '../../documents/text.js'
import { assertNever } from '../../issues/assert-never.js'
import type { Language } from '../../issues/issue.js'
import type { Criterion } from '../format/criterion.js'
import { type Form, formOf, type ItemNode } from '../format/form.js'
import type { Named } from '../format/named.js'
import { parseRubric } from '../format/parse-rubric.js'
import type { Rubric } from '../format/rubric.js'
import type { Item } from '../items/item.js'

/** What an evaluation's schema is to hold. */
export interface EvaluationSchemaOptions {
  /** Language of titles and descriptions. @defaultValue en */
  readonly language?: Language
  /** For calls of one business type: it is fixed, and the question for it disappears. */
  readonly businessType?: string
  /** Whether a call is judged, which has a time, or a period, as by a scorecard. @defaultValue call */
  readonly date?: 'call' | 'period'
  /** `with-comments`: each rating, veto and bonus is an object with `comment` and `evidence`. @defaultValue plain */
  readonly ratings?: 'plain' | 'with-comments'
}

/**
 * The JSON Schema of an evaluation by one rubric: what form generators make a form of, and what a model's structured
 * output has to fit. Every level, option, fault, veto and bonus is described by its criteria; ratings lie two levels
 * below the root; choices are `anyOf` of single values with title and description, which form generators
 * show as lists, none of them chosen before somebody chooses.
 * What depends on other answers is the scorer's: an item that `appliesWhen` leaves out takes "na" alone.
 * @param rubric - JSON text or value
 * @returns draft 2020-12; what fits it and these dependencies is scored, what does not fit it is refused
 * @throws CallgradeError as `parseRubric`
 * @example
 * evaluationSchema('{"format": "callgrade/rubric@1", "id": "mini", "version": "1", "title": "Mini", "sections": [{"id": "all", "items": [{"id": "solved", "kind": "yes-no"}]}], "result": {"passMark": 100}}').required
 * //=> ['id', 'rubric', 'ratings']
 */
export function evaluationSchema(rubric: DocumentInput<Rubric>, options: EvaluationSchemaOptions = {}): JsonSchema {
  return new SchemaWriter(parseRubric(rubric), options).evaluation()
}

type Schema = Readonly<Record<string, unknown>>

const NOT_APPLICABLE = 'na'
const DATE = '^\\d{4}-\\d{2}-\\d{2}$'

class SchemaWriter {
  private readonly form: Form
  private readonly language: Language
  private readonly words: Words

  constructor(
    private readonly rubric: Rubric,
    private readonly options: EvaluationSchemaOptions,
  ) {
    this.form = formOf(rubric)
    this.language = options.language ?? 'en'
    this.words = this.language === 'zh-CN' ? CHINESE : ENGLISH
  }

  evaluation(): JsonSchema {
    const { rubric, words } = this
    const { businessTypes = [], vetoes = [], bonuses = [], facts = {} } = rubric
    // Any may be marked; where one fires by its mark alone, the list has to be there.
    const isLookedFor = vetoes.some(({ when, onRating }) => !when && !onRating)
    const isPeriod = this.options.date === 'period'
    const isDated = rubric.effective !== undefined || (rubric.weightAdjustments ?? []).length > 0
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: this.text(rubric.title),
      ...(rubric.description !== undefined && { description: this.text(rubric.description) }),
      type: 'object',
      properties: {
        id: { type: 'string', minLength: 1, title: words.evaluationId },
        rubric: { const: rubric.id, default: rubric.id, title: words.rubric },
        rubricVersion: { const: rubric.version, default: rubric.version, title: words.version },
        ...(businessTypes.length > 0 && { businessType: this.businessType(businessTypes) }),
        callId: { type: 'string', minLength: 1, title: words.callId },
        ...(isPeriod
          ? {
              period: {
                type: 'object',
                title: words.period,
                properties: {
                  from: { type: 'string', pattern: DATE, title: words.from },
                  through: { type: 'string', pattern: DATE, title: words.through },
                },
                required: ['from', 'through'],
                additionalProperties: false,
              },
            }
          : { callAt: { type: 'string', format: 'date-time', title: words.callAt } }),
        subject: {
          type: 'object',
          title: words.subject,
          properties: {
            kind: { enum: ['agent', 'team', 'company'] },
            id: { type: 'string', minLength: 1 },
          },
          required: ['kind', 'id'],
          additionalProperties: false,
        },
        agentId: { type: 'string', minLength: 1, title: words.agentId },
        teamId: { type: 'string', minLength: 1, title: words.teamId },
        evaluatorId: { type: 'string', minLength: 1, title: words.evaluatorId },
        evaluatedAt: { type: 'string', format: 'date-time', title: words.evaluatedAt },
        purpose: { enum: ['measure', 'coaching', 'targeted'], title: words.purpose },
        ratings: this.ratings(),
        vetoes: this.marks(vetoes, words.vetoes, false),
        ...(bonuses.length > 0 && { bonuses: this.marks(bonuses, words.bonuses, true) }),
        ...(Object.keys(facts).length > 0 && { facts: this.facts() }),
      },
      required: [
        'id',
        'rubric',
        ...(businessTypes.length > 0 ? ['businessType'] : []),
        ...(isDated ? [isPeriod ? 'period' : 'callAt'] : []),
        'ratings',
        ...(isLookedFor ? ['vetoes'] : []),
      ],
      additionalProperties: false,
    }
  }

  private text(text: Text): string {
    return textIn(text, this.language)
  }

  private titled({ id, title }: Named): string {
    return title === undefined ? id : this.text(title)
  }

  private businessType(types: readonly Named[]): Schema {
    const { businessType } = this.options
    const known = types.filter(({ id }) => businessType === undefined || id === businessType)
    const [only] = known
    if (known.length === 1 && only) return { const: only.id, default: only.id, title: this.words.businessType }
    return {
      title: this.words.businessType,
      ...choice(known.map((type) => ({ value: type.id, title: this.titled(type) }))),
    }
  }

  /** One property an item, in the order of the form, and one a section that may be rated n/a as a whole. */
  private ratings(): Schema {
    const properties: Record<string, Schema> = {}
    const required: string[] = []
    for (const section of this.form.sections) {
      const { mayBeNotApplicable, appliesWhen } = section.source
      if (mayBeNotApplicable || appliesWhen)
        properties[section.id] = {
          title: this.titled(section.source),
          type: 'string',
          enum: [NOT_APPLICABLE],
          description: this.words.wholeSection,
        }
    }
    for (const node of this.form.items) {
      properties[node.id] = this.entry(this.item(node), node)
      if (mustBeRated(node)) required.push(node.id)
    }
    return { type: 'object', title: this.words.ratings, properties, required, additionalProperties: false }
  }

  /** The rating alone, or with what led to it. */
  private entry(rating: Schema, { source }: ItemNode): Schema {
    const title = this.titled(source)
    const description = source.description === undefined ? {} : { description: this.text(source.description) }
    if (this.options.ratings !== 'with-comments') return { title, ...description, ...rating }
    return {
      title,
      ...description,
      type: 'object',
      properties: { rating: { title, ...rating }, ...this.remarks() },
      required: ['rating'],
      additionalProperties: false,
    }
  }

  private remarks(): Schema {
    return {
      comment: { type: 'string', title: this.words.comment },
      evidence: { type: 'string', title: this.words.evidence },
    }
  }

  private item({ source }: ItemNode): Schema {
    const mayLeave = source.mayBeNotApplicable === true || source.appliesWhen !== undefined
    const choices = this.choices(source)
    const notApplicable = { value: NOT_APPLICABLE, title: this.words.notApplicable }
    if (isChoiceList(choices)) return choice(mayLeave ? [...choices, notApplicable] : choices)
    const { value, ...rest } = notApplicable
    return mayLeave && source.kind !== 'text'
      ? { anyOf: [choices, { ...rest, type: 'string', enum: [value] }] }
      : choices
  }

  /** A list of constants, or a schema of its own. */
  private choices(item: Item): readonly Choice[] | Schema {
    switch (item.kind) {
      case undefined:
      case 'scale': {
        const levels = this.rubric.scales?.[item.scale ?? this.rubric.defaultScale ?? '']?.levels ?? []
        return levels.map(({ value, title, description }) => ({
          value,
          title: title === undefined ? String(value) : `${value} ${this.text(title)}`,
          ...this.criterion(item.guidance?.[String(value)], description),
        }))
      }
      case 'yes-no':
        return [true, false].map((value) => ({
          value,
          title: value ? this.words.yes : this.words.no,
          ...this.criterion(value ? item.guidance?.yes : item.guidance?.no),
        }))
      case 'choice': {
        const options = item.options.map((option) => ({
          value: option.id,
          title: this.titled(option),
          ...this.criterion(item.guidance?.[option.id], option.description),
        }))
        return item.multiple ? { type: 'array', items: choice(options), uniqueItems: true } : options
      }
      case 'numeric':
        return {
          type: 'number',
          ...(item.minimum !== undefined && { minimum: item.minimum }),
          ...(item.maximum !== undefined && { maximum: item.maximum }),
          ...this.criterion(item.guidance),
        }
      case 'deduction':
        return { type: 'array', items: this.fault(item.faults), ...this.criterion(item.guidance) }
      case 'text':
        return { type: 'string', ...this.criterion(item.guidance) }
      default:
        return assertNever(item)
    }
  }

  private fault(faults: Extract<Item, { kind: 'deduction' }>['faults']): Schema {
    const id = {
      title: this.words.fault,
      ...choice(
        faults.map((fault) => ({
          value: fault.id,
          title: this.titled(fault),
          ...this.criterion(fault.guidance, fault.description),
        })),
      ),
    }
    const count = { type: 'integer', minimum: 1, default: 1, title: this.words.count }
    return {
      type: 'object',
      properties: { id, count, ...(this.options.ratings === 'with-comments' && this.remarks()) },
      required: ['id'],
      additionalProperties: false,
    }
  }

  /** What a rating means, with its cases. */
  private criterion(criterion: Criterion | undefined, general?: Text): { readonly description?: string } {
    const description = criterion?.description ?? general
    const lines = [
      ...(description === undefined ? [] : [this.text(description)]),
      ...(criterion?.examples ?? []).map(({ verdict, text }) => `${this.words.example[verdict]} ${this.text(text)}`),
    ]
    return lines.length === 0 ? {} : { description: lines.join('\n') }
  }

  private marks(
    marks: readonly (Named & { readonly description?: Text; readonly guidance?: Criterion })[],
    title: string,
    isOnce: boolean,
  ): Schema {
    if (marks.length === 0) return { type: 'array', title, maxItems: 0 }
    const known = marks.map((mark) => ({
      value: mark.id,
      title: this.titled(mark),
      ...this.criterion(mark.guidance, mark.description),
    }))
    const items =
      this.options.ratings === 'with-comments'
        ? {
            type: 'object',
            properties: { id: choice(known), ...this.remarks() },
            required: ['id'],
            additionalProperties: false,
          }
        : choice(known)
    return { type: 'array', title, items, ...(isOnce && { uniqueItems: true }) }
  }

  private facts(): Schema {
    const properties = Object.fromEntries(
      Object.entries(this.rubric.facts ?? {}).map(([id, fact]) => {
        const description = fact.description === undefined ? {} : { description: this.text(fact.description) }
        const type =
          fact.type === 'list'
            ? { type: 'array' }
            : fact.type === 'string' && fact.values
              ? { enum: fact.values }
              : { type: fact.type }
        const limits =
          fact.type === 'number' || fact.type === 'integer'
            ? {
                ...(fact.minimum !== undefined && { minimum: fact.minimum }),
                ...(fact.maximum !== undefined && { maximum: fact.maximum }),
              }
            : {}
        return [id, { title: id, ...description, ...type, ...limits }]
      }),
    )
    return { type: 'object', title: this.words.facts, properties, additionalProperties: false }
  }
}

/** One answer that can be given. */
interface Choice {
  readonly value: string | number | boolean
  readonly title: string
  readonly description?: string
}

function isChoiceList(choices: readonly Choice[] | Schema): choices is readonly Choice[] {
  return Array.isArray(choices)
}

/**
 * A choice of described answers. Each is an `enum` of one and no `const`: form generators take the first `const` for
 * the answer before anybody gave one. The type is stated, without which they show nothing.
 */
function choice(choices: readonly Choice[]): Schema {
  // Text first: by it a form generator shows a list, and no tick for what may also be n/a.
  const types = [...new Set(choices.map(({ value }) => typeof value))].sort().reverse()
  return {
    type: types.length === 1 ? types[0] : types,
    anyOf: choices.map(({ value, ...rest }) => ({ enum: [value], ...rest })),
  }
}

/** Whether an item is rated in every evaluation: nothing else rates it, and nothing above can take it out. */
function mustBeRated({ source, parent }: ItemNode): boolean {
  if (source.kind === 'text' || source.appliesWhen) return false
  if (source.kind === 'numeric' && source.fact !== undefined) return false
  if ((source.kind === undefined || source.kind === 'scale') && source.rateWhen) return false
  for (let above = parent; above; above = above.parent)
    if (above.source.mayBeNotApplicable || above.source.appliesWhen) return false
  return true
}

interface Words {
  readonly evaluationId: string
  readonly rubric: string
  readonly version: string
  readonly businessType: string
  readonly callId: string
  readonly callAt: string
  readonly period: string
  readonly from: string
  readonly through: string
  readonly subject: string
  readonly agentId: string
  readonly teamId: string
  readonly evaluatorId: string
  readonly evaluatedAt: string
  readonly purpose: string
  readonly ratings: string
  readonly vetoes: string
  readonly bonuses: string
  readonly facts: string
  readonly comment: string
  readonly evidence: string
  readonly notApplicable: string
  readonly wholeSection: string
  readonly yes: string
  readonly no: string
  readonly fault: string
  readonly count: string
  readonly example: Readonly<Record<'good' | 'bad', string>>
}

const ENGLISH: Words = {
  evaluationId: 'Evaluation',
  rubric: 'Rubric',
  version: 'Version',
  businessType: 'Business type',
  callId: 'Call',
  callAt: 'Time of the call',
  period: 'Period',
  from: 'First day',
  through: 'Last day',
  subject: 'Who is judged',
  agentId: 'Agent',
  teamId: 'Team',
  evaluatorId: 'Rater',
  evaluatedAt: 'Time of the evaluation',
  purpose: 'Purpose',
  ratings: 'Ratings',
  vetoes: 'Vetoes, one entry per occurrence; none: []',
  bonuses: 'Bonuses',
  facts: 'Facts',
  comment: 'Comment',
  evidence: 'Evidence: quotation or time',
  notApplicable: 'not applicable',
  wholeSection: 'The whole section is not applicable; leave out where it is',
  yes: 'yes',
  no: 'no',
  fault: 'Fault',
  count: 'Times',
  example: { good: 'Good:', bad: 'Bad:' },
}

const CHINESE: Words = {
  evaluationId: '评价编号',
  rubric: '评分标准',
  version: '版本',
  businessType: '业务类型',
  callId: '通话',
  callAt: '通话时间',
  period: '期间',
  from: '起始日',
  through: '截止日',
  subject: '评价对象',
  agentId: '坐席',
  teamId: '班组',
  evaluatorId: '质检员',
  evaluatedAt: '评价时间',
  purpose: '用途',
  ratings: '评分',
  vetoes: '一票否决，每次一条；没有则为空',
  bonuses: '加分',
  facts: '事实',
  comment: '备注',
  evidence: '依据：原话或时间点',
  notApplicable: '不适用',
  wholeSection: '整个章节不适用时填写，适用时留空',
  yes: '是',
  no: '否',
  fault: '扣分点',
  count: '次数',
  example: { good: '正面：', bad: '反面：' },
}
