import { type Issue, messageOf } from '../../issues/index.js'
import { safeParseRubric } from '../../rubric/index.js'
import { compileRubric, isFailedScore, type Score, type Scorer } from '../../scoring/index.js'
import { bulkScorer } from '../../scoring/score-all.js'
import { BadEncoding, type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { issueLine, issueWithMessage } from '../faults/issue-lines.js'
import { readText, readTextPieces } from '../input/read-text.js'
import { type EvaluationText, type SplitFault, splitPieces } from '../input/split-json.js'
import { csvWriter, type ScoreWriter, tableWriter } from '../output/score-output.js'
import { wordsOf } from '../words/usage.js'

/** Results are written in pieces of this many UTF-16 units. */
const OUTPUT_PIECE = 65_536
/** Milliseconds between two lines of progress. */
const PROGRESS_INTERVAL = 500

const FORMATS = ['jsonl', 'table', 'csv'] as const

/** Options of the command as given. */
export interface ScoreOptions {
  readonly rubrics: readonly string[]
  readonly isExplained: boolean
  readonly format: string | undefined
  /** Puts a byte-order mark before CSV, by which Excel knows UTF-8. */
  readonly hasByteOrderMark: boolean
}

/** `callgrade score --rubric FILE EVALUATIONS` */
export async function scoreCommand(
  inputs: readonly string[],
  options: ScoreOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const words = wordsOf(context.language)
  if (options.rubrics.length === 0) throw new WrongUse(words.noRubric)
  const [input] = inputs
  if (input === undefined || inputs.length > 1) throw new WrongUse(words.oneInput)
  const format = FORMATS.find((known) => known === (options.format ?? 'jsonl'))
  if (!format) throw new WrongUse(words.unknownFormat(options.format ?? '', FORMATS.join(', ')))
  if (options.isExplained && format !== 'jsonl') throw new WrongUse(words.explainedLines)
  if (options.hasByteOrderMark && format !== 'csv') throw new WrongUse(words.bomCsv)
  const scorers: Scorer[] = []
  let areSound = true
  for (const file of options.rubrics) {
    const result = safeParseRubric(await readRubric(file, context))
    if (result.success) scorers.push(compileRubric(result.data))
    else {
      areSound = false
      context.console.writeError(
        `${result.issues.map((issue) => issueLine(file, issue, context.language)).join('\n')}\n${words.faultyRubric(file)}\n`,
      )
    }
  }
  if (!areSound) return EXIT.faults
  const writer =
    format === 'csv'
      ? csvWriter(scorers.map(({ rubric }) => rubric))
      : format === 'table'
        ? tableWriter(context.language)
        : undefined
  if (options.hasByteOrderMark) await context.console.write('\ufeff')
  return new ScoreRun(input, scorers, options.isExplained, writer, context).perform()
}

/**
 * A rubric as UTF-8, as JSON files are and the ready ones; where it is not, in the encoding of the evaluations. No text
 * in GB 18030 beyond ASCII is valid UTF-8 by chance.
 */
async function readRubric(file: string, context: CommandContext): Promise<string> {
  try {
    return await readText(file, { ...context, encoding: 'utf-8' })
  } catch (error) {
    if (!(error instanceof BadEncoding) || context.encoding === 'utf-8') throw error
    return readText(file, context)
  }
}

class ScoreRun {
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
    const { console, language } = this.context
    const words = wordsOf(language)
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
      // What was scored before a fault of the whole file is still told.
      await this.flush()
    }
    if (this.total === 0) console.writeError(`${words.nothing(this.input)}\n`)
    if (this.failed > 0) console.writeError(`${words.someFailed(this.failed, this.total)}\n`)
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
    if (this.writer) {
      const [first] = issues
      this.print(
        this.writer.failure({
          evaluationId,
          line: this.place?.line,
          code: first?.code ?? '',
          message: issues.map((issue) => messageOf(issue, this.context.language)).join(' '),
        }),
      )
      return
    }
    this.print(
      jsonLine({
        ...(evaluationId !== undefined && { evaluationId }),
        line: this.place?.line,
        error: { code: issues[0]?.code, issues: issues.map((issue) => issueWithMessage(issue, this.context.language)) },
      }),
    )
  }

  private print(text: string): void {
    this.output += text
  }

  private async flush(): Promise<void> {
    const text = this.output
    this.output = ''
    if (text !== '') await this.context.console.write(text)
  }

  private reportProgress(): void {
    const { console, language } = this.context
    if (!console.isErrorTerminal || this.total % 1_000 !== 0 || console.now() - this.reportedAt < PROGRESS_INTERVAL)
      return
    this.reportedAt = console.now()
    console.writeError(`\r${wordsOf(language).progress(this.total)} `)
  }
}

function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
