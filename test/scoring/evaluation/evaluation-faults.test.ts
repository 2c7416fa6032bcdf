import { describe, expect, test } from 'vitest'
import { type Issue, isCallgradeError, messageOf } from '../../../src/issues/index.js'
import { compileRubric } from '../../../src/scoring/compile-rubric.js'
import type { Evaluation } from '../../../src/scoring/evaluation/evaluation.js'
import { cpuSeconds } from '../../support/cpu-seconds.js'
import { soundEvaluation, strictRubric } from '../strict-rubric.js'

const scorer = compileRubric(strictRubric)

type Loose = Record<string, unknown>

/** One way to get an evaluation wrong. */
interface FaultCase {
  readonly name: string
  /** Members put in place of the sound ones; undefined takes a member out. */
  readonly with: Loose
  readonly rubric?: Parameters<typeof compileRubric>[0]
  readonly issues: readonly {
    readonly code: string
    readonly path: readonly (string | number)[]
    readonly expected?: string
    readonly received?: string
    readonly suggestion?: string
    readonly details?: Loose
    /** Where the fault stands in the text: just behind the mark §. */
    readonly at: string
  }[]
}

function evaluationWith(members: Loose): Loose {
  return { ...(soundEvaluation as unknown as Loose), ...members }
}

function ratingsWith(ratings: Loose): Loose {
  return { ratings: { ...soundEvaluation.ratings, ...ratings } }
}

function factsWith(facts: Loose): Loose {
  return { facts: { ...soundEvaluation.facts, ...facts } }
}

/** The start of the whole document, where something is missing from it. */
const ROOT = '§{\n  "id"'
/** The object `ratings`, where a rating is missing. */
const RATINGS = '"ratings": §{'
const FACTS = '"facts": §{'

const KEYS =
  '"id" | "rubric" | "rubricVersion" | "businessType" | "callId" | "callAt" | "period" | "subject" | "agentId" | "teamId" | "evaluatorId" | "evaluatedAt" | "purpose" | "ratings" | "vetoes" | "bonuses" | "facts" | "note"'
const INSTANT = '2026-03-01T09:30:00+08:00'

const undated = { ...strictRubric, weightAdjustments: [] as const }
const { effective: _, weightAdjustments: _none, ...timeless } = strictRubric
const untyped = { ...timeless, businessTypes: [] as const }

const header: readonly FaultCase[] = [
  {
    name: 'an id that is missing',
    with: { id: undefined },
    issues: [{ code: 'document/missing-key', path: ['id'], expected: 'string', at: '§{\n  "rubric"' }],
  },
  {
    name: 'an id that is empty',
    with: { id: '' },
    issues: [{ code: 'document/empty', path: ['id'], expected: '>= 1', received: '""', at: '"id": §""' }],
  },
  {
    name: 'an id that is a number',
    with: { id: 7 },
    issues: [{ code: 'document/type', path: ['id'], expected: 'string', received: '7', at: '"id": §7' }],
  },
  {
    name: 'a rubric that is missing',
    with: { rubric: undefined },
    issues: [{ code: 'document/missing-key', path: ['rubric'], expected: 'string', at: ROOT }],
  },
  {
    name: 'another rubric',
    with: { rubric: 'lenient' },
    issues: [
      {
        code: 'evaluation/wrong-rubric',
        path: ['rubric'],
        expected: '"strict"',
        received: '"lenient"',
        at: '"rubric": §"lenient"',
      },
    ],
  },
  {
    name: 'another version',
    with: { rubricVersion: '1' },
    issues: [
      {
        code: 'evaluation/wrong-version',
        path: ['rubricVersion'],
        expected: '"2"',
        received: '"1"',
        at: '"rubricVersion": §"1"',
      },
    ],
  },
  {
    name: 'a version that is a number',
    with: { rubricVersion: 2 },
    issues: [
      { code: 'document/type', path: ['rubricVersion'], expected: 'string', received: '2', at: '"rubricVersion": §2' },
    ],
  },
  {
    name: 'a business type that is missing',
    with: { businessType: undefined },
    issues: [
      {
        code: 'evaluation/business-type-missing',
        path: ['businessType'],
        expected: '"sales" | "complaint"',
        at: ROOT,
      },
    ],
  },
  {
    name: 'a business type that is misspelt',
    with: { businessType: 'complaints' },
    issues: [
      {
        code: 'evaluation/unknown-business-type',
        path: ['businessType'],
        expected: '"sales" | "complaint"',
        received: '"complaints"',
        suggestion: 'complaint',
        at: '"businessType": §"complaints"',
      },
    ],
  },
  {
    name: 'a business type inherited by every object',
    with: { businessType: 'constructor' },
    issues: [
      { code: 'evaluation/unknown-business-type', path: ['businessType'], at: '"businessType": §"constructor"' },
    ],
  },
  {
    name: 'a business type where none is declared',
    rubric: untyped,
    with: { callAt: undefined },
    issues: [
      {
        code: 'evaluation/unknown-business-type',
        path: ['businessType'],
        received: '"sales"',
        at: '"businessType": §"sales"',
      },
    ],
  },
  {
    name: 'a business type of null',
    with: { businessType: null },
    issues: [{ code: 'document/type', path: ['businessType'], received: 'null', at: '"businessType": §null' }],
  },
  {
    name: 'an unknown key',
    with: { evaluater: 'q1' },
    issues: [
      {
        code: 'document/unknown-key',
        path: ['evaluater'],
        received: '"evaluater"',
        expected: KEYS,
        suggestion: 'evaluatorId',
        at: '§"evaluater"',
      },
    ],
  },
  {
    name: 'an unknown key that is nearly right',
    with: { evaluatorID: 'q1' },
    issues: [{ code: 'document/unknown-key', path: ['evaluatorID'], suggestion: 'evaluatorId', at: '§"evaluatorID"' }],
  },
  {
    name: 'an unknown key that every object inherits',
    with: { constructor: 'q1' },
    issues: [{ code: 'document/unknown-key', path: ['constructor'], received: '"constructor"', at: '§"constructor"' }],
  },
  {
    name: 'an agent that is a number',
    with: { agentId: 1001 },
    issues: [
      { code: 'document/type', path: ['agentId'], expected: 'string', received: '1001', at: '"agentId": §1001' },
    ],
  },
  {
    name: 'an agent that is empty',
    with: { agentId: '' },
    issues: [{ code: 'document/empty', path: ['agentId'], at: '"agentId": §""' }],
  },
  {
    name: 'a misspelt purpose',
    with: { purpose: 'measured' },
    issues: [
      {
        code: 'document/value',
        path: ['purpose'],
        expected: '"measure" | "coaching" | "targeted"',
        received: '"measured"',
        suggestion: 'measure',
        at: '"purpose": §"measured"',
      },
    ],
  },
  {
    name: 'a subject of an unknown kind',
    with: { subject: { kind: 'squad', id: 's1' } },
    issues: [
      {
        code: 'document/value',
        path: ['subject', 'kind'],
        expected: '"agent" | "team" | "company"',
        received: '"squad"',
        at: '"kind": §"squad"',
      },
    ],
  },
  {
    name: 'a subject without an id',
    with: { subject: { kind: 'team' } },
    issues: [{ code: 'document/missing-key', path: ['subject', 'id'], expected: 'string', at: '"subject": §{' }],
  },
  {
    name: 'a subject with a numeric id and a key too many',
    with: { subject: { kind: 'team', id: 7, nam: 'A' } },
    issues: [
      { code: 'document/unknown-key', path: ['subject', 'nam'], expected: '"kind" | "id"', at: '§"nam"' },
      { code: 'document/type', path: ['subject', 'id'], received: '7', at: '"id": §7' },
    ],
  },
  {
    name: 'a subject that is a text',
    with: { subject: 'team-a' },
    issues: [
      {
        code: 'document/type',
        path: ['subject'],
        expected: 'object',
        received: '"team-a"',
        at: '"subject": §"team-a"',
      },
    ],
  },
  {
    name: 'a note that is a number',
    with: { note: 5 },
    issues: [{ code: 'document/type', path: ['note'], received: '5', at: '"note": §5' }],
  },
]

const dates: readonly FaultCase[] = [
  {
    name: 'no date where weights depend on one',
    with: { callAt: undefined },
    issues: [{ code: 'evaluation/date-missing', path: ['callAt'], expected: '"callAt" | "period"', at: ROOT }],
  },
  {
    name: 'no date where the rubric is in effect for a time',
    rubric: undated,
    with: { callAt: undefined },
    issues: [{ code: 'evaluation/date-missing', path: ['callAt'], at: ROOT }],
  },
  {
    name: 'both a call and a period',
    with: { period: { from: '2026-03-01', through: '2026-03-31' } },
    issues: [{ code: 'evaluation/two-dates', path: ['period'], at: '"period": §{' }],
  },
  {
    name: 'a call in the local year before, still this year in UTC',
    with: { callAt: '2025-12-31T23:59:59+08:00' },
    issues: [
      {
        code: 'evaluation/outside-effective',
        path: ['callAt'],
        expected: '2026-01-01..2026-12-31',
        received: '2025-12-31',
        at: '"callAt": §"2025',
      },
    ],
  },
  {
    name: 'a call that is local new year, still last year in UTC',
    with: { callAt: '2026-12-31T16:00:00Z' },
    issues: [
      { code: 'evaluation/outside-effective', path: ['callAt'], received: '2027-01-01', at: '"callAt": §"2026' },
    ],
  },
  {
    name: 'a period that begins before the rubric',
    with: { callAt: undefined, period: { from: '2025-12-31', through: '2026-01-31' } },
    issues: [
      {
        code: 'evaluation/outside-effective',
        path: ['period'],
        received: '2025-12-31..2026-01-31',
        at: '"period": §{',
      },
    ],
  },
  {
    name: 'a period across an adjustment',
    with: { callAt: undefined, period: { from: '2026-09-30', through: '2026-10-01' } },
    issues: [
      {
        code: 'evaluation/straddles-adjustment',
        path: ['period'],
        received: '2026-09-30..2026-10-01',
        details: { boundary: '2026-09-30' },
        at: '"period": §{',
      },
    ],
  },
  {
    name: 'a period that ends before it begins',
    with: { callAt: undefined, period: { from: '2026-03-31', through: '2026-03-01' } },
    issues: [
      {
        code: 'document/period-order',
        path: ['period', 'through'],
        expected: '>= 2026-03-31',
        received: '"2026-03-01"',
        at: '"through": §"2026-03-01"',
      },
    ],
  },
  {
    name: 'days that do not exist',
    with: { callAt: undefined, period: { from: '2026-02-29', through: '2026-02-30' } },
    issues: [
      { code: 'document/date', path: ['period', 'from'], received: '"2026-02-29"', at: '"from": §"2026-02-29"' },
      { code: 'document/date', path: ['period', 'through'], received: '"2026-02-30"', at: '"through": §"2026-02-30"' },
    ],
  },
  {
    name: 'a period without an end',
    with: { callAt: undefined, period: { from: '2026-03-01' } },
    issues: [{ code: 'document/missing-key', path: ['period', 'through'], expected: 'string', at: '"period": §{' }],
  },
  {
    name: 'a period with a misspelt key',
    with: { callAt: undefined, period: { from: '2026-03-01', through: '2026-03-02', throughh: 1 } },
    issues: [{ code: 'document/unknown-key', path: ['period', 'throughh'], suggestion: 'through', at: '§"throughh"' }],
  },
  {
    name: 'a period that is a text',
    with: { callAt: undefined, period: '2026-03' },
    issues: [
      { code: 'document/type', path: ['period'], expected: 'object', received: '"2026-03"', at: '"period": §"' },
    ],
  },
  ...(
    [
      ['a time without an offset', '2026-03-01T09:30:00'],
      ['a day that does not exist', '2026-02-30T09:30:00+08:00'],
      ['a date without a time', '2026-03-01'],
      ['an hour that does not exist', '2026-03-01T24:00:00Z'],
      ['a space in place of T', '2026-03-01 09:30:00+08:00'],
      ['a number', 1772328600000],
    ] as const
  ).flatMap(([what, value]) =>
    (['callAt', 'evaluatedAt'] as const).map(
      (key): FaultCase => ({
        name: `${key} with ${what}`,
        with: { [key]: value },
        issues: [
          {
            code: 'document/instant',
            path: [key],
            expected: INSTANT,
            received: JSON.stringify(value),
            at: `"${key}": §${JSON.stringify(value)}`,
          },
        ],
      }),
    ),
  ),
]

const ratings: readonly FaultCase[] = [
  {
    name: 'ratings that are missing',
    with: { ratings: undefined },
    issues: [{ code: 'document/missing-key', path: ['ratings'], expected: 'object', at: ROOT }],
  },
  {
    name: 'ratings that are a list',
    with: { ratings: [5] },
    issues: [{ code: 'document/type', path: ['ratings'], expected: 'object', received: '[5]', at: '"ratings": §[' }],
  },
  {
    name: 'an unknown item with a near name',
    with: ratingsWith({ greting: 5 }),
    issues: [
      {
        code: 'evaluation/unknown-item',
        path: ['ratings', 'greting'],
        received: '"greting"',
        suggestion: 'greeting',
        at: '§"greting"',
      },
    ],
  },
  {
    name: 'an unknown item that every object inherits',
    with: ratingsWith({ constructor: 5, toString: 1 }),
    issues: [
      { code: 'evaluation/unknown-item', path: ['ratings', 'constructor'], at: '§"constructor"' },
      { code: 'evaluation/unknown-item', path: ['ratings', 'toString'], at: '§"toString"' },
    ],
  },
  {
    name: 'an item without a rating',
    with: ratingsWith({ greeting: undefined }),
    issues: [
      {
        code: 'evaluation/unanswered',
        path: ['ratings', 'greeting'],
        received: '"greeting"',
        details: { item: 'greeting' },
        at: RATINGS,
      },
    ],
  },
  {
    name: 'an item that may be n/a without a rating',
    with: ratingsWith({ identity: undefined }),
    issues: [{ code: 'evaluation/unanswered', path: ['ratings', 'identity'], at: RATINGS }],
  },
  {
    name: 'a comment without a rating',
    with: ratingsWith({ greeting: { comment: 'fine' } }),
    issues: [{ code: 'document/missing-key', path: ['ratings', 'greeting', 'rating'], at: '"greeting": §{' }],
  },
  {
    name: 'a rating with unknown keys',
    with: ratingsWith({ greeting: { rating: 5, coment: 'fine' } }),
    issues: [
      {
        code: 'document/unknown-key',
        path: ['ratings', 'greeting', 'coment'],
        expected: '"rating" | "comment" | "evidence" | "note"',
        suggestion: 'comment',
        at: '§"coment"',
      },
    ],
  },
  {
    name: 'a comment that is a list',
    with: ratingsWith({ greeting: { rating: 5, comment: ['fine'] } }),
    issues: [{ code: 'document/type', path: ['ratings', 'greeting', 'comment'], at: '"comment": §[' }],
  },
  ...([0, 6, 4.5, -1] as const).map(
    (level): FaultCase => ({
      name: `level ${level} of a scale from 1 to 5`,
      with: ratingsWith({ greeting: level }),
      issues: [
        {
          code: 'evaluation/off-scale',
          path: ['ratings', 'greeting'],
          expected: '1 | 2 | 3 | 4 | 5',
          received: String(level),
          details: { item: 'greeting' },
          at: `"greeting": §${level}`,
        },
      ],
    }),
  ),
  {
    name: 'the text "5" for 5',
    with: ratingsWith({ greeting: '5' }),
    issues: [
      {
        code: 'evaluation/rating-type',
        path: ['ratings', 'greeting'],
        expected: '1 | 2 | 3 | 4 | 5',
        received: '"5"',
        suggestion: '5',
        at: '"greeting": §"5"',
      },
    ],
  },
  {
    name: 'a full-width digit',
    with: ratingsWith({ greeting: '５' }),
    issues: [
      { code: 'evaluation/rating-type', path: ['ratings', 'greeting'], suggestion: '5', at: '"greeting": §"５"' },
    ],
  },
  ...([true, null, [], [5], {}] as const).map(
    (rating): FaultCase => ({
      name: `${JSON.stringify(rating)} for a level`,
      with: ratingsWith({ greeting: rating }),
      issues: [
        JSON.stringify(rating) === '{}'
          ? { code: 'document/missing-key', path: ['ratings', 'greeting', 'rating'], at: '"greeting": §{' }
          : { code: 'evaluation/rating-type', path: ['ratings', 'greeting'], at: '"greeting": §' },
      ],
    }),
  ),
  {
    name: 'n/a where it is not allowed',
    with: ratingsWith({ greeting: 'na' }),
    issues: [
      {
        code: 'evaluation/not-applicable-refused',
        path: ['ratings', 'greeting'],
        received: '"na"',
        details: { item: 'greeting' },
        at: '"greeting": §"na"',
      },
    ],
  },
  {
    name: 'n/a of a section where it is not allowed',
    with: {
      ratings: { ...soundEvaluation.ratings, opening: 'na', greeting: undefined, identity: 'na' },
    },
    issues: [{ code: 'evaluation/not-applicable-refused', path: ['ratings', 'opening'], at: '"opening": §"na"' }],
  },
  ...([5, { rating: 5 }, true, null, 'n/a'] as const).map(
    (rating): FaultCase => ({
      name: `${JSON.stringify(rating)} for a section`,
      with: ratingsWith({ opening: rating }),
      issues: [
        { code: 'evaluation/section-rating', path: ['ratings', 'opening'], expected: '"na"', at: '"opening": §' },
      ],
    }),
  ),
  {
    name: 'a rated item under a section that is n/a',
    with: {
      ratings: { ...soundEvaluation.ratings, need: 'na', product: undefined, extras: 'na' },
    },
    issues: [
      {
        code: 'evaluation/rated-not-applicable',
        path: ['ratings', 'promise'],
        expected: '"na"',
        received: '5',
        details: { item: 'promise', reason: 'section', section: 'need' },
        at: '"promise": §5',
      },
    ],
  },
  {
    name: 'rated items under a section that does not apply',
    with: { ...ratingsWith({ card: 'na' }), ...factsWith({ tier: 'basic' }) },
    issues: [
      {
        code: 'evaluation/rated-not-applicable',
        path: ['ratings', 'gift'],
        details: { item: 'gift', reason: 'section', section: 'gold' },
        at: '"gift": §true',
      },
    ],
  },
  {
    name: 'a rated item that does not apply itself',
    with: factsWith({ recorded: false }),
    issues: [
      {
        code: 'evaluation/rated-not-applicable',
        path: ['ratings', 'card'],
        details: { item: 'card', reason: 'condition' },
        at: '"card": §true',
      },
    ],
  },
  ...(
    [
      ['yes', 'true'],
      ['false', 'false'],
      ['是', 'true'],
      ['否', 'false'],
      ['perhaps', undefined],
      [1, undefined],
    ] as const
  ).map(
    ([rating, suggestion]): FaultCase => ({
      name: `${JSON.stringify(rating)} for true or false`,
      with: ratingsWith({ blamed: rating }),
      issues: [
        {
          code: 'evaluation/rating-type',
          path: ['ratings', 'blamed'],
          expected: 'true | false',
          received: JSON.stringify(rating),
          ...(suggestion && { suggestion }),
          at: `"blamed": §${JSON.stringify(rating)}`,
        },
      ],
    }),
  ),
  {
    name: 'an unknown option',
    with: ratingsWith({ product: 'wright' }),
    issues: [
      {
        code: 'evaluation/unknown-option',
        path: ['ratings', 'product'],
        expected: '"right" | "partly"',
        received: '"wright"',
        suggestion: 'right',
        details: { item: 'product' },
        at: '"product": §"wright"',
      },
    ],
  },
  {
    name: 'a list where one option is wanted',
    with: ratingsWith({ product: ['right'] }),
    issues: [{ code: 'evaluation/rating-type', path: ['ratings', 'product'], at: '"product": §[' }],
  },
  {
    name: 'one option where a list is wanted',
    with: ratingsWith({ extras: 'upsell' }),
    issues: [
      {
        code: 'evaluation/rating-type',
        path: ['ratings', 'extras'],
        expected: 'list',
        suggestion: '["upsell"]',
        at: '"extras": §"upsell"',
      },
    ],
  },
  {
    name: 'unknown and repeated options in a list',
    with: ratingsWith({ extras: ['upsel', 'survey', 'survey', 4] }),
    issues: [
      {
        code: 'evaluation/unknown-option',
        path: ['ratings', 'extras', 0],
        suggestion: 'upsell',
        at: '§"upsel"',
      },
      { code: 'evaluation/repeated-option', path: ['ratings', 'extras', 2], at: '"survey",\n      §"survey"' },
      { code: 'evaluation/rating-type', path: ['ratings', 'extras', 3], received: '4', at: '§4\n    ]' },
    ],
  },
  {
    name: 'an unknown fault',
    with: ratingsWith({ manners: ['lat', { id: 'ruder' }] }),
    issues: [
      {
        code: 'evaluation/unknown-fault',
        path: ['ratings', 'manners', 0],
        expected: '"late" | "rude"',
        suggestion: 'late',
        at: '§"lat"',
      },
      { code: 'evaluation/unknown-fault', path: ['ratings', 'manners', 1, 'id'], suggestion: 'rude', at: '§"ruder"' },
    ],
  },
  ...(
    [
      [0, 'evaluation/out-of-range'],
      [-1, 'evaluation/out-of-range'],
      [1.5, 'evaluation/out-of-range'],
      ['2', 'evaluation/rating-type'],
      [null, 'evaluation/rating-type'],
    ] as const
  ).map(
    ([count, code]): FaultCase => ({
      name: `a count of ${JSON.stringify(count)}`,
      with: ratingsWith({ manners: [{ id: 'late', count }] }),
      issues: [
        {
          code,
          path: ['ratings', 'manners', 0, 'count'],
          received: JSON.stringify(count),
          at: `"count": §${JSON.stringify(count)}`,
        },
      ],
    }),
  ),
  {
    name: 'a fault without an id, one that is a number, one with a key too many',
    with: ratingsWith({ manners: [{ count: 1 }, 5, { id: 'late', times: 2 }] }),
    issues: [
      { code: 'document/missing-key', path: ['ratings', 'manners', 0, 'id'], at: '§{\n        "count"' },
      { code: 'evaluation/rating-type', path: ['ratings', 'manners', 1], at: '§5,\n      {' },
      { code: 'document/unknown-key', path: ['ratings', 'manners', 2, 'times'], at: '§"times"' },
    ],
  },
  {
    name: 'a text where a list of faults is wanted',
    with: ratingsWith({ manners: 'late' }),
    issues: [
      {
        code: 'evaluation/rating-type',
        path: ['ratings', 'manners'],
        suggestion: '["late"]',
        at: '"manners": §"late"',
      },
    ],
  },
  {
    name: 'a number that no range covers',
    with: { ...factsWith({ queueSeconds: undefined }), ...ratingsWith({ wait: 31 }) },
    issues: [
      {
        code: 'evaluation/no-range',
        path: ['ratings', 'wait'],
        received: '31',
        details: { item: 'wait' },
        at: '"wait": §31',
      },
    ],
  },
  {
    name: 'a fact that no range covers',
    with: factsWith({ queueSeconds: 31 }),
    issues: [{ code: 'evaluation/no-range', path: ['facts', 'queueSeconds'], at: '"queueSeconds": §31' }],
  },
  {
    name: 'a number beyond the bounds of the item',
    with: { ...factsWith({ queueSeconds: undefined }), ...ratingsWith({ wait: 601 }) },
    issues: [{ code: 'evaluation/out-of-range', path: ['ratings', 'wait'], expected: '0..600', at: '"wait": §601' }],
  },
  {
    name: 'a number as text',
    with: { ...factsWith({ queueSeconds: undefined }), ...ratingsWith({ wait: ' 12 ' }) },
    issues: [
      {
        code: 'evaluation/rating-type',
        path: ['ratings', 'wait'],
        expected: 'number',
        suggestion: '12',
        at: '"wait": §" 12 "',
      },
    ],
  },
  {
    name: 'a number that differs from its fact',
    with: ratingsWith({ wait: 13 }),
    issues: [
      {
        code: 'evaluation/fact-differs',
        path: ['ratings', 'wait'],
        expected: '12',
        received: '13',
        details: { item: 'wait', fact: 'queueSeconds' },
        at: '"wait": §13',
      },
    ],
  },
  {
    name: 'neither the number nor its fact',
    with: factsWith({ queueSeconds: undefined }),
    issues: [
      {
        code: 'evaluation/unanswered',
        path: ['ratings', 'wait'],
        details: { item: 'wait', fact: 'queueSeconds' },
        at: RATINGS,
      },
    ],
  },
  {
    name: 'a remark that is a number',
    with: ratingsWith({ remark: 5 }),
    issues: [{ code: 'evaluation/rating-type', path: ['ratings', 'remark'], expected: 'string', at: '"remark": §5' }],
  },
]

const factsAndMarks: readonly FaultCase[] = [
  {
    name: 'facts that are a list',
    with: { ...ratingsWith({ gift: 'na', card: 'na', wait: 12 }), facts: [] },
    issues: [
      { code: 'document/type', path: ['facts'], expected: 'object', received: '[]', at: '"facts": §[' },
      { code: 'evaluation/fact-missing', path: ['facts', 'tier'], at: '"facts": §[' },
    ],
  },
  {
    name: 'a fact that is not declared',
    with: factsWith({ cast: 5 }),
    issues: [
      {
        code: 'evaluation/unknown-fact',
        path: ['facts', 'cast'],
        received: '"cast"',
        suggestion: 'csat',
        at: '§"cast"',
      },
    ],
  },
  {
    name: 'facts that every object inherits',
    with: factsWith({ toString: 'x' }),
    issues: [{ code: 'evaluation/unknown-fact', path: ['facts', 'toString'], at: '§"toString"' }],
  },
  ...(
    [
      ['csat', '90', 'number', '90'],
      ['calls', 1.5, 'integer', undefined],
      ['calls', '3', 'integer', '3'],
      ['tier', 5, 'string', undefined],
      ['recorded', 'yes', 'boolean', undefined],
      ['recorded', 1, 'boolean', undefined],
      ['labels', 'angry', 'list', undefined],
      ['customer', [], 'object', undefined],
      ['customer', null, 'object', undefined],
    ] as const
  ).map(
    ([fact, value, expected, suggestion]): FaultCase => ({
      name: `${JSON.stringify(value)} for the ${expected} ${fact}`,
      with: factsWith({ [fact]: value }),
      issues: [
        {
          code: 'conditions/fact-type',
          path: ['facts', fact],
          expected,
          received: JSON.stringify(value),
          ...(suggestion && { suggestion }),
          at: `"${fact}": §${JSON.stringify(value)}`,
        },
      ],
    }),
  ),
  ...(
    [
      ['csat', 101, '0..100', undefined],
      ['csat', -0.5, '0..100', undefined],
      ['calls', -1, '0..', undefined],
      ['tier', 'golden', '"gold" | "basic"', 'gold'],
    ] as const
  ).map(
    ([fact, value, expected, suggestion]): FaultCase => ({
      name: `${JSON.stringify(value)} for ${fact}`,
      with: factsWith({ [fact]: value }),
      issues: [
        {
          code: 'conditions/fact-value',
          path: ['facts', fact],
          expected,
          received: JSON.stringify(value),
          ...(suggestion && { suggestion }),
          at: `"${fact}": §${JSON.stringify(value)}`,
        },
      ],
    }),
  ),
  {
    name: 'an unknown appliesWhen of a section',
    with: factsWith({ tier: undefined }),
    issues: [
      {
        code: 'evaluation/fact-missing',
        path: ['facts', 'tier'],
        details: { fact: 'tier', node: 'gold', key: 'appliesWhen' },
        at: FACTS,
      },
    ],
  },
  {
    name: 'an unknown appliesWhen of an item',
    with: factsWith({ recorded: undefined }),
    issues: [
      {
        code: 'evaluation/fact-missing',
        path: ['facts', 'recorded'],
        details: { fact: 'recorded', node: 'card', key: 'appliesWhen' },
        at: FACTS,
      },
    ],
  },
  {
    name: 'an unknown rateWhen of an item without a rating',
    with: { ...ratingsWith({ speed: undefined }), ...factsWith({ answerSeconds: undefined }) },
    issues: [
      {
        code: 'evaluation/fact-missing',
        path: ['facts', 'answerSeconds'],
        details: { fact: 'answerSeconds', node: 'speed', key: 'rateWhen' },
        at: FACTS,
      },
    ],
  },
  {
    name: 'no rateWhen that holds and no rating',
    with: { ...ratingsWith({ speed: undefined }), ...factsWith({ answerSeconds: 20 }) },
    issues: [{ code: 'evaluation/unanswered', path: ['ratings', 'speed'], at: RATINGS }],
  },
  {
    name: 'an unknown condition of a veto that refuses',
    with: factsWith({ csat: undefined }),
    issues: [
      {
        code: 'evaluation/undetermined',
        path: ['facts'],
        received: '"leak"',
        details: { rule: 'leak', kind: 'veto' },
        at: FACTS,
      },
    ],
  },
  {
    name: 'vetoes that are missing',
    with: { vetoes: undefined },
    issues: [{ code: 'evaluation/vetoes-missing', path: ['vetoes'], expected: '[]', at: ROOT }],
  },
  {
    name: 'vetoes that are an object',
    with: { vetoes: {} },
    issues: [{ code: 'document/type', path: ['vetoes'], expected: 'array', received: '{}', at: '"vetoes": §{' }],
  },
  {
    name: 'unknown vetoes',
    with: { vetoes: ['abuze', { id: 'abusing' }, 'constructor'] },
    issues: [
      {
        code: 'evaluation/unknown-veto',
        path: ['vetoes', 0],
        expected: '"abuse" | "leak"',
        received: '"abuze"',
        suggestion: 'abuse',
        at: '§"abuze"',
      },
      { code: 'evaluation/unknown-veto', path: ['vetoes', 1, 'id'], at: '"id": §"abusing"' },
      { code: 'evaluation/unknown-veto', path: ['vetoes', 2], at: '§"constructor"' },
    ],
  },
  {
    name: 'marks without an id, with a numeric one, with a key too many, of no form at all',
    with: { vetoes: [{ comment: 'x' }, { id: 5 }, { id: 'abuse', count: 2 }, 7, null] },
    issues: [
      { code: 'document/missing-key', path: ['vetoes', 0, 'id'], at: '§{\n      "comment"' },
      { code: 'document/type', path: ['vetoes', 1, 'id'], received: '5', at: '"id": §5' },
      { code: 'document/unknown-key', path: ['vetoes', 2, 'count'], at: '§"count"' },
      { code: 'evaluation/rating-type', path: ['vetoes', 3], received: '7', at: '§7' },
      { code: 'evaluation/rating-type', path: ['vetoes', 4], received: 'null', at: '§null' },
    ],
  },
  {
    name: 'unknown bonuses and one marked twice',
    with: { bonuses: ['prais', 'praise', { id: 'praise' }] },
    issues: [
      { code: 'evaluation/unknown-bonus', path: ['bonuses', 0], suggestion: 'praise', at: '§"prais"' },
      { code: 'evaluation/repeated-bonus', path: ['bonuses', 2], received: '"praise"', at: '§{\n      "id": "praise"' },
    ],
  },
  {
    name: 'bonuses that are a text',
    with: { bonuses: 'praise' },
    issues: [{ code: 'document/type', path: ['bonuses'], expected: 'array', at: '"bonuses": §"praise"' }],
  },
]

function issuesOf(evaluation: unknown, rubric?: FaultCase['rubric']): readonly Issue[] {
  const { safeScore } = rubric === undefined ? scorer : compileRubric(rubric)
  return safeScore(evaluation as Evaluation).issues ?? []
}

/** Line and column, from 1, of the place behind § in the text. */
function placeOf(text: string, marked: string): { line: number; column: number; offset: number } {
  const [before = '', after = ''] = marked.split('§')
  const found = text.indexOf(before + after)
  expect(found, marked).toBeGreaterThanOrEqual(0)
  const offset = found + before.length
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset }
}

test('the sound evaluation has no fault', () => {
  expect(issuesOf(soundEvaluation)).toEqual([])
  expect(scorer.score(JSON.stringify(soundEvaluation)).status).toBe('scored')
})

for (const [area, cases] of Object.entries({ header, dates, ratings, 'facts and marks': factsAndMarks })) {
  describe(`faults of ${area}`, () => {
    for (const { name, with: members, rubric, issues } of cases) {
      test(name, () => {
        const evaluation = evaluationWith(members)
        const found = issuesOf(evaluation, rubric)
        expect(found).toHaveLength(issues.length)
        const byPath = (a: { path: readonly unknown[] }, b: { path: readonly unknown[] }): number =>
          a.path.join('\n') < b.path.join('\n') ? -1 : 1
        const ordered = [...found].sort(byPath)
        for (const [index, { at, ...fields }] of [...issues].sort(byPath).entries()) {
          expect(ordered[index]).toMatchObject({ severity: 'error', ...fields })
          if (!('suggestion' in fields) && fields.expected) expect(ordered[index]).not.toHaveProperty('suggestion')
        }

        const text = JSON.stringify(evaluation, undefined, 2)
        const inText = [...issuesOf(text, rubric)].sort(byPath)
        expect(inText.map(({ position, ...issue }) => issue)).toEqual(ordered)
        for (const [index, { at }] of [...issues].sort(byPath).entries())
          expect(inText[index]?.position, at).toEqual(placeOf(text, at))

        for (const issue of inText) {
          for (const language of ['en', 'zh-CN'] as const) {
            const message = messageOf(issue, language)
            expect(message).not.toMatch(/undefined|\[object|NaN|\$\{/)
            expect(message.length).toBeGreaterThan(8)
            // What the evaluation itself says may be in any language.
            expect(/[一-鿿]/.test(message.replace(/[是否]/g, ''))).toBe(language === 'zh-CN')
          }
        }
      })
    }
  })
}

describe('all faults in one pass', () => {
  const faulty = {
    rubric: 'strict',
    rubricVersion: '3',
    businessType: 'sale',
    callAt: '2026-02-30T09:30:00+08:00',
    purpose: 'fun',
    ratings: {
      greeting: '5',
      identity: 9,
      promise: 'na',
      product: 'rigth',
      manners: [{ id: 'late', count: 0 }],
      blamed: 'no',
      speed: 5,
      opening: 3,
      gift: true,
      card: true,
      greting: 5,
    },
    bonuses: ['praise', 'praise'],
    facts: { csat: 900, tier: 'gold', recorded: true, queueSeconds: 31 },
  }

  test('faults of every part of an evaluation are told together', () => {
    const codes = issuesOf(faulty).map(({ code, path }) => `${code} ${path.join('.')}`)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of [
      'document/missing-key id',
      'evaluation/wrong-version rubricVersion',
      'evaluation/unknown-business-type businessType',
      'document/instant callAt',
      'document/value purpose',
      'evaluation/rating-type ratings.greeting',
      'evaluation/off-scale ratings.identity',
      'evaluation/not-applicable-refused ratings.promise',
      'evaluation/unknown-option ratings.product',
      'evaluation/unanswered ratings.extras',
      'evaluation/out-of-range ratings.manners.0.count',
      'evaluation/rating-type ratings.blamed',
      'evaluation/section-rating ratings.opening',
      'evaluation/unknown-item ratings.greting',
      'evaluation/repeated-bonus bonuses.1',
      'evaluation/vetoes-missing vetoes',
      'conditions/fact-value facts.csat',
    ])
      expect(codes).toContain(code)
  })

  test('faults of the text itself stand before those of what it says', () => {
    const [first, second] = issuesOf(JSON.stringify({ ...soundEvaluation, vetoes: 5 }).replace('"id"', '“id”'))
    expect(first).toMatchObject({ code: 'document/full-width', position: { line: 1, column: 2 } })
    expect(second?.code).toBe('document/full-width')
    const codes = issuesOf(JSON.stringify({ ...soundEvaluation, vetoes: 5 }).replace('"id"', '“id”')).map(
      ({ code }) => code,
    )
    expect(codes).toEqual(['document/full-width', 'document/full-width', 'document/type'])
  })

  test('one unfit fact does not make the sound ones count as missing', () => {
    const found = issuesOf({ ...soundEvaluation, facts: { ...soundEvaluation.facts, csat: '90' } })
    expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(['conditions/fact-type facts.csat'])
  })

  test('a fact that is at fault is not told as missing besides', () => {
    const found = issuesOf({ ...soundEvaluation, facts: { ...soundEvaluation.facts, tier: 'golden' } })
    expect(found.map(({ code }) => code)).toEqual(['conditions/fact-value'])
  })

  test('score throws what safeScore returns', () => {
    const { issues } = scorer.safeScore(faulty as unknown as Evaluation)
    try {
      scorer.score(faulty as unknown as Evaluation)
      expect.unreachable()
    } catch (error) {
      if (!isCallgradeError(error)) throw error
      expect(error.issues).toEqual(issues)
      expect(error.code).toBe(error.issues[0].code)
    }
    expect(() => scorer.explain(faulty as unknown as Evaluation)).toThrow(/document\/missing-key at id/)
  })
})

describe('what is no evaluation at all', () => {
  test.for([null, 5, true, [], [soundEvaluation], undefined, Number.NaN, Symbol('x'), 10n, () => 5])(
    'value %# is refused as no object',
    (value) => {
      expect(issuesOf(value)).toMatchObject([{ code: 'document/type', path: [], expected: 'object' }])
      expect(messageOf(issuesOf(value)[0] as Issue, 'en')).not.toContain('NaN undefined')
    },
  )

  test.for(['', '   ', 'ratings', '[]', '"text"', '{', '{"id": "e1",}', 'null', '5', '\ufeff'])(
    'text %j is refused',
    (text) => {
      const issues = issuesOf(text)
      expect(issues.length).toBeGreaterThan(0)
      for (const issue of issues) {
        expect(issue.position).toBeDefined()
        expect(messageOf(issue, 'zh-CN')).not.toContain('undefined')
      }
    },
  )

  test('a byte-order mark before a text is ignored', () => {
    expect(scorer.score(`\ufeff${JSON.stringify(soundEvaluation)}`)).toEqual(scorer.score(soundEvaluation))
  })
})

describe('hostile evaluations', () => {
  test('an own key __proto__ is refused wherever it stands and changes no object', () => {
    for (const text of [
      '{"__proto__": {"polluted": true}}',
      '{"ratings": {"__proto__": {"polluted": true}}}',
      '{"ratings": {"greeting": {"__proto__": {"polluted": true}}}}',
      '{"facts": {"__proto__": {"polluted": true}}}',
      '{"vetoes": [{"__proto__": {"polluted": true}}]}',
    ]) {
      for (const evaluation of [text, JSON.parse(text)]) {
        const issues = issuesOf(evaluation)
        expect(issues.filter(({ path }) => path.includes('__proto__')).length).toBeGreaterThan(0)
      }
    }
    expect({}).not.toHaveProperty('polluted')
  })

  test('inherited members are no ratings', () => {
    const rubric = {
      ...untyped,
      sections: [{ id: 's', items: [{ id: 'constructor' }, { id: 'valueOf' }] }],
      vetoes: [],
    }
    const evaluation = { id: 'e', rubric: 'strict', ratings: {} }
    expect(issuesOf(evaluation, rubric).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'evaluation/unanswered ratings.constructor',
      'evaluation/unanswered ratings.valueOf',
    ])
    const rated = Object.fromEntries([
      ['constructor', 5],
      ['valueOf', 4],
    ])
    expect(compileRubric(rubric).score({ ...evaluation, ratings: rated } as unknown as Evaluation).score).toBe(90)
  })

  test('objects without a prototype are read like any other', () => {
    const bare = Object.assign(Object.create(null), soundEvaluation, {
      ratings: Object.assign(Object.create(null), soundEvaluation.ratings),
      facts: Object.assign(Object.create(null), soundEvaluation.facts),
    })
    expect(scorer.score(bare)).toEqual(scorer.score(soundEvaluation))
  })

  test('getters are asked and may give anything', () => {
    let asked = 0
    const evaluation = Object.defineProperty({ ...soundEvaluation }, 'ratings', {
      enumerable: true,
      get: () => {
        asked++
        return soundEvaluation.ratings
      },
    })
    expect(scorer.score(evaluation).score).toBe(scorer.score(soundEvaluation).score)
    expect(asked).toBeGreaterThan(0)
  })

  test('a getter that scores with the same scorer disturbs nothing', () => {
    const evaluation = Object.defineProperty({ ...soundEvaluation }, 'facts', {
      enumerable: true,
      get: () => {
        scorer.safeScore({ ...soundEvaluation, vetoes: ['abuse', 'abuse'], ratings: {} })
        scorer.score({ ...soundEvaluation, vetoes: ['abuse'] })
        return soundEvaluation.facts
      },
    })
    expect(scorer.score(evaluation)).toEqual(scorer.score(soundEvaluation))
  })

  test('a getter or proxy that throws is a fault of the evaluation, as it is of a rubric', () => {
    const throwing = (): never => {
      throw new Error('no access')
    }
    const getter = Object.defineProperty({ ...soundEvaluation }, 'vetoes', { enumerable: true, get: throwing })
    const proxy = new Proxy({ ...soundEvaluation }, { ownKeys: throwing, get: throwing })
    for (const evaluation of [getter, proxy])
      expect(issuesOf(evaluation)).toMatchObject([{ code: 'document/not-plain' }])
    // And the scorer goes on as if nothing had been.
    expect(scorer.score(soundEvaluation).status).toBe('scored')
  })

  test('frozen evaluations are scored and none is changed', () => {
    const deepFrozen = <Value>(value: Value): Value => {
      if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) deepFrozen(member)
      return Object.freeze(value)
    }
    const before = structuredClone(soundEvaluation)
    expect(scorer.score(deepFrozen(structuredClone(soundEvaluation)))).toEqual(scorer.score(soundEvaluation))
    expect(soundEvaluation).toEqual(before)
  })

  test('facts that hold themselves are scored, explained and refused like others', () => {
    const customer: Loose = { age: 40 }
    customer.self = customer
    const labels: unknown[] = ['angry']
    labels.push(labels)
    const evaluation = evaluationWith(factsWith({ customer, labels })) as unknown as Evaluation
    expect(scorer.score(evaluation).status).toBe('scored')
    expect(scorer.explain(evaluation).score).toBe(scorer.score(evaluation).score)
    expect(issuesOf(evaluationWith(factsWith({ csat: customer, tier: labels })))).toMatchObject([
      { code: 'conditions/fact-type', path: ['facts', 'csat'] },
      { code: 'conditions/fact-type', path: ['facts', 'tier'] },
    ])
  })

  test('ratings of no JSON type are refused by the form of their item', () => {
    for (const rating of [10n, Symbol('x'), () => 5, Number.NaN, Number.POSITIVE_INFINITY, new Date(0), new Map()]) {
      const issues = issuesOf(evaluationWith(ratingsWith({ greeting: rating, wait: rating, blamed: rating })))
      expect(issues.length).toBeGreaterThanOrEqual(3)
      for (const issue of issues) for (const language of ['en', 'zh-CN'] as const) messageOf(issue, language)
    }
  })

  test('a list with a hole is refused at the hole', () => {
    const vetoes = new Array<string>(2)
    vetoes[1] = 'abuse'
    expect(issuesOf(evaluationWith({ vetoes }))).toMatchObject([
      { code: 'evaluation/rating-type', path: ['vetoes', 0] },
    ])
  })

  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_unused, index) => [`unknown-${index}`, 5]))

  test.for([
    ['keys', { ...soundEvaluation, ...many }],
    ['ratings', evaluationWith(ratingsWith(many))],
    ['facts', evaluationWith(factsWith(many))],
    ['vetoes', evaluationWith({ vetoes: Object.keys(many) })],
    ['bonuses', evaluationWith({ bonuses: Object.keys(many) })],
    ['faults', evaluationWith(ratingsWith({ manners: Object.keys(many) }))],
    ['options', evaluationWith(ratingsWith({ extras: Object.keys(many) }))],
    ['keys of a rating', evaluationWith(ratingsWith({ greeting: { rating: 5, ...many } }))],
  ] as const)('10,000 unknown %s are refused in good time, as value and as text', ([, evaluation]) => {
    for (const input of [evaluation, JSON.stringify(evaluation)])
      expect(cpuSeconds(() => expect(issuesOf(input)).toHaveLength(200))).toBeLessThan(5)
  })

  test('a very long text as a rating is shortened where it is told', () => {
    const [issue] = issuesOf(evaluationWith(ratingsWith({ greeting: 'x'.repeat(1_000_000) })))
    expect(issue?.received?.length).toBeLessThan(100)
  })
})
