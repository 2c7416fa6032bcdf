import { escapeMarkdown } from '../../../documents/escape-markdown.js'
import type { Rubric } from '../../../rubric/index.js'
import { type ExplainedScore, explanationMarkdown } from '../../../scoring/index.js'
import type { CommandContext } from '../../command-context.js'
import type { ScoreWriter } from './score-writer.js'

/** Writes a chapter of Markdown for each explained score. */
export function markdownScoreWriter(
  rubrics: readonly Rubric[],
  { language, words }: Pick<CommandContext, 'language' | 'words'>,
): ScoreWriter {
  const byId = new Map(rubrics.map((rubric) => [rubric.id, rubric]))
  let isFirst = true
  const chapter = (text: string): string => {
    const separator = isFirst ? '' : '\n'
    isFirst = false
    return `${separator}${text}\n`
  }
  return {
    begin: () => '',
    score: (score) => {
      const rubric = byId.get(score.rubric)
      const explained = score as ExplainedScore // This form is asked for explained scores alone.
      return chapter(explanationMarkdown(explained, { language, ...(rubric && { rubric }) }))
    },
    failure: ({ evaluationId, line, code, message }) => {
      const place = evaluationId ?? (line === undefined ? '' : words.scores.line(line))
      return chapter(`## ${escapeMarkdown(place)}\n\n${escapeMarkdown(`${code} ${message}`)}`)
    },
    end: () => '',
  }
}
