import type { Score } from '../../../scoring/index.js'

/** An evaluation that could not be scored, with its place in the file and its sentence. */
export interface ScoreFailure {
  readonly evaluationId: string | undefined
  readonly line: number | undefined
  readonly code: string
  readonly message: string
}

/** How scores are written; each function gives what is to be printed next. */
export interface ScoreWriter {
  readonly begin: () => string
  readonly score: (score: Score) => string
  readonly failure: (failure: ScoreFailure) => string
  readonly end: () => string
}
