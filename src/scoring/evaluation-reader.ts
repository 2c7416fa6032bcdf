import { MAXIMUM_ISSUES } from '../documents/reading/maximum-issues.js'
import { readDocument } from '../documents/reading/read-document.js'
import { reasonOf } from '../documents/reading/reason-of.js'
import type { SourceDocument } from '../documents/reading/source-document.js'
import { excerptOf } from '../issues/excerpt-of.js'
import type { Issue } from '../issues/issue.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import { issueOf } from '../issues/issue-of.js'
import { throwIssues } from '../issues/throw-issues.js'
import type { CompiledRubric } from './compiled-rubric.js'
import type { RawEvaluation } from './evaluation/header-reader.js'
import type { AnswerSheet } from './run/answer-sheet.js'
import { DraftList } from './run/draft-list.js'
import type { EvaluationHeader } from './run/evaluation-header.js'
import type { WeightPlan } from './totals/weight-plan.js'

/** An evaluation without faults; its answers are on the sheet. */
export interface ReadEvaluation {
  readonly raw: RawEvaluation
  readonly header: EvaluationHeader
  readonly weights: WeightPlan
  /** Completes an issue with its place in the text. */
  readonly issue: (draft: IssueDraft) => Issue
}

/** Reads evaluations, given as values or JSON texts, by one rubric. */
export class EvaluationReader {
  constructor(private readonly compiled: Pick<CompiledRubric, 'readHeader' | 'ratings'>) {}

  /**
   * Reads an evaluation onto an empty sheet.
   * @throws CallgradeError with every issue of the evaluation
   */
  read(evaluation: unknown, sheet: AnswerSheet): ReadEvaluation {
    const document = typeof evaluation === 'string' ? readDocument(evaluation) : undefined
    const raw = document ? document.value : evaluation
    const issue = document?.issue ?? issueOfValue
    const list = new DraftList()
    const header = this.readParts(raw, document, sheet, list)
    if (list.drafts.length > 0 || (document !== undefined && document.issues.length > 0))
      throwIssues([...(document?.issues ?? []), ...list.drafts.map(issue)].slice(0, MAXIMUM_ISSUES))
    if (!header?.weights) throw new RangeError('weights')
    // An object: everything else has been reported.
    return { raw: raw as RawEvaluation, header, weights: header.weights, issue }
  }

  private readParts(
    raw: unknown,
    document: SourceDocument | undefined,
    sheet: AnswerSheet,
    list: DraftList,
  ): EvaluationHeader | undefined {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      // The document has already reported why an unreadable text has no value.
      if (raw !== undefined || !document)
        list.report({ code: 'document/type', path: [], expected: 'object', received: excerptOf(raw) })
      return undefined
    }
    const { readHeader, ratings } = this.compiled
    try {
      const header = readHeader(raw as RawEvaluation, list.report)
      ratings.read(raw as RawEvaluation, header, sheet, list)
      return header
    } catch (error) {
      if (document) throw error
      // A getter or proxy of the caller threw.
      list.report({ code: 'document/not-plain', path: [], expected: 'object', received: reasonOf(error) })
      return undefined
    }
  }
}

function issueOfValue(draft: IssueDraft): Issue {
  return issueOf(draft, undefined)
}
