import { type Issue, messageOf } from '../../../issues/index.js'
import { bulkScorer } from '../../../scoring/bulk/bulk-scorer.js'
import { isFailedScore, type Score, type Scorer } from '../../../scoring/index.js'
import type { CommandContext } from '../../command-context.js'
import { EXIT, type ExitCode } from '../../exit-code.js'
import { issueWithMessage } from '../../faults/issue-with-message.js'
import { readTextPieces } from '../../input/text/read-text-pieces.js'
import { type EvaluationText, type SplitFault, splitPieces } from '../../input/text/split-evaluations.js'
import type { ScoreWriter } from './score-writer.js'

/** Results are written in pieces of this many UTF-16 units. */
const OUTPUT_PIECE = 65_536
/** Milliseconds between two lines of progress. */
const PROGRESS_INTERVAL = 500

/** Scores the evaluations of one file and writes a result for each as it is found. */
export class ScoreStream {
  private output = ''
  private place: EvaluationText | undefined
  private total = 0
  private failed = 0
  private reportedAt: number

  constructor(
    private readonly input: string,
    private readonly scorers: readonly Scorer[],
    private readonly isExplained: boolean,
    /** Undefined: one JSON value a line. */
    private readonly writer: ScoreWriter | undefined,
    private readonly context: CommandContext,
  ) {
    this.reportedAt = context.console.now()
  }

  async perform(): Promise<ExitCode> {
    const { words, report } = this.context
    const make = this.isExplained
      ? (scorer: Scorer, text: Parameters<Scorer['explain']>[0]): Score => scorer.explain(text)
      : undefined
    if (this.writer) this.print(this.writer.begin())
    try {
      // Throws where two rubrics are the same, before anything is read.
      const scoreNext = bulkScorer(this.scorers, make ? { with: make } : {})
      for await (const parts of splitPieces(readTextPieces(this.input, this.context))) {
        for (const part of parts) {
          this.take(part, scoreNext)
          if (this.output.length >= OUTPUT_PIECE) await this.flush()
          this.reportProgress()
        }
      }
      if (this.writer) this.print(this.writer.end())
    } finally {
      // Scores found before a fault of the whole file are still written.
      await this.flush()
    }
    if (this.total === 0) report(words.scores.nothing(this.input))
    if (this.failed > 0) report(words.scores.someFailed(this.failed, this.total))
    return this.failed > 0 ? EXIT.faults : EXIT.fine
  }

  private take(part: EvaluationText | SplitFault, scoreNext: ReturnType<typeof bulkScorer>): void {
    this.total++
    if (!('text' in part)) {
      const { line, column, ...facts } = part
      this.place = { text: '', line, column }
      this.printFailure(undefined, [{ ...facts, severity: 'error', path: [], position: { line, column, offset: 0 } }])
      return
    }
    this.place = part
    const outcome = scoreNext(part.text)
    if (isFailedScore(outcome)) {
      const { issues } = outcome.error
      this.printFailure(
        outcome.evaluationId,
        issues.map((issue) => this.placed(issue)),
      )
    } else this.print(this.writer?.score(outcome) ?? jsonLine(outcome))
  }

  /** The issue with its place in the file instead of in the evaluation's own text. */
  private placed(issue: Issue): Issue {
    if (!issue.position || !this.place) return issue
    const { line, column, offset } = issue.position
    return {
      ...issue,
      position: {
        line: line + this.place.line - 1,
        column: line === 1 ? column + this.place.column - 1 : column,
        offset,
      },
    }
  }

  private printFailure(evaluationId: string | undefined, issues: readonly Issue[]): void {
    this.failed++
    const { language } = this.context
    // Of several rubrics it is not known which one a faulty evaluation is about.
    const rubric = this.scorers.length === 1 ? this.scorers[0]?.rubric : undefined
    if (this.writer) {
      const [first] = issues
      this.print(
        this.writer.failure({
          evaluationId,
          line: this.place?.line,
          code: first?.code ?? '',
          message: issues.map((issue) => messageOf(issue, language, rubric ? { rubric } : {})).join(' '),
        }),
      )
      return
    }
    this.print(
      jsonLine({
        ...(evaluationId !== undefined && { evaluationId }),
        line: this.place?.line,
        error: { code: issues[0]?.code, issues: issues.map((issue) => issueWithMessage(issue, language, rubric)) },
      }),
    )
  }

  private print(text: string): void {
    this.output += text
  }

  private async flush(): Promise<void> {
    const text = this.output
    this.output = ''
    if (text !== '') await this.context.write(text)
  }

  private reportProgress(): void {
    const { console, words } = this.context
    if (!console.isErrorTerminal || this.total % 1_000 !== 0 || console.now() - this.reportedAt < PROGRESS_INTERVAL)
      return
    this.reportedAt = console.now()
    console.writeError(`\r${words.scores.progress(this.total)} `)
  }
}

function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
