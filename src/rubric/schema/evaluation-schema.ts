import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { JsonSchema } from '../../documents/schema/json-schema.js'
import type { Language } from '../../issues/issue.js'
import type { Text } from '../../issues/text.js'
import type { Criterion } from '../format/criterion.js'
import { type Form, formOf, type ItemNode } from '../format/form.js'
import type { Named } from '../format/named.js'
import { parseRubric } from '../format/parse-rubric.js'
import type { Rubric } from '../format/rubric.js'
import { ratingSchema } from '../items/aspects/rating-schema.js'
import { choiceSchema } from '../items/schemas/choice-schema.js'
import { type RatingSchemaContext, ratingSchemaContext } from '../items/schemas/rating-schema-context.js'
import { type EvaluationWords, evaluationWords } from './evaluation-words.js'
import { mustBeRated } from './must-be-rated.js'

/** Options of `evaluationSchema`. */
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

const DATE = '^\\d{4}-\\d{2}-\\d{2}$'

class SchemaWriter {
  private readonly form: Form
  private readonly words: EvaluationWords
  private readonly context: RatingSchemaContext

  constructor(
    private readonly rubric: Rubric,
    private readonly options: EvaluationSchemaOptions,
  ) {
    this.form = formOf(rubric)
    const { language = 'en', ratings = 'plain' } = options
    this.words = evaluationWords(language)
    this.context = ratingSchemaContext(rubric, language, ratings === 'with-comments')
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
      title: this.context.text(rubric.title),
      ...(rubric.description !== undefined && { description: this.context.text(rubric.description) }),
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

  private businessType(types: readonly Named[]): JsonSchema {
    const { businessType } = this.options
    const known = types.filter(({ id }) => businessType === undefined || id === businessType)
    const [only] = known
    if (known.length === 1 && only) return { const: only.id, default: only.id, title: this.words.businessType }
    return {
      title: this.words.businessType,
      ...choiceSchema(known.map((type) => ({ value: type.id, title: this.context.titled(type) }))),
    }
  }

  /** One property an item, in the order of the form, and one a section that may be rated n/a as a whole. */
  private ratings(): JsonSchema {
    const properties: Record<string, JsonSchema> = {}
    const required: string[] = []
    for (const section of this.form.sections) {
      const { mayBeNotApplicable, appliesWhen } = section.source
      if (mayBeNotApplicable || appliesWhen)
        properties[section.id] = {
          title: this.context.titled(section.source),
          type: 'string',
          enum: ['na'],
          description: this.words.wholeSection,
        }
    }
    for (const node of this.form.items) {
      properties[node.id] = this.entry(ratingSchema(node.source, this.context), node)
      if (mustBeRated(node)) required.push(node.id)
    }
    return { type: 'object', title: this.words.ratings, properties, required, additionalProperties: false }
  }

  /** The rating alone, or with what led to it. */
  private entry(rating: JsonSchema, { source }: ItemNode): JsonSchema {
    const title = this.context.titled(source)
    const description = source.description === undefined ? {} : { description: this.context.text(source.description) }
    if (this.options.ratings !== 'with-comments') return { title, ...description, ...rating }
    return {
      title,
      ...description,
      type: 'object',
      properties: { rating: { title, ...rating }, ...this.context.remarks },
      required: ['rating'],
      additionalProperties: false,
    }
  }

  private marks(
    marks: readonly (Named & { readonly description?: Text; readonly guidance?: Criterion })[],
    title: string,
    isOnce: boolean,
  ): JsonSchema {
    if (marks.length === 0) return { type: 'array', title, maxItems: 0 }
    const known = marks.map((mark) => ({
      value: mark.id,
      title: this.context.titled(mark),
      ...this.context.criterion(mark.guidance, mark.description),
    }))
    const items =
      this.options.ratings === 'with-comments'
        ? {
            type: 'object',
            properties: { id: choiceSchema(known), ...this.context.remarks },
            required: ['id'],
            additionalProperties: false,
          }
        : choiceSchema(known)
    return { type: 'array', title, items, ...(isOnce && { uniqueItems: true }) }
  }

  private facts(): JsonSchema {
    const properties = Object.fromEntries(
      Object.entries(this.rubric.facts ?? {}).map(([id, fact]) => {
        const description = fact.description === undefined ? {} : { description: this.context.text(fact.description) }
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
