import type { ScoreWords } from '../score-words.js'

export const scoreWords: ScoreWords = {
  someFailed: (failed, total) => `${failed} of ${total} evaluations could not be scored; their lines hold "error".`,
  nothing: (file) => `${file} holds no evaluations.`,
  progress: (count) => `${count} evaluations`,
  explainedFormats: '--explain is for --format jsonl or markdown, which have room for the reasons.',
  header: ['evaluation', 'agent', 'business type', 'raw', 'score', 'verdict', 'band', 'vetoes, gates, bonuses'],
  notScored: 'not scored',
  verdicts: { qualified: 'qualified', unqualified: 'unqualified' },
  line: (line) => `line ${line}`,
  separator: ', ',
  figures: ({ scored, failed, notScored, mean, passRate, vetoRate }) =>
    [
      `${scored} scored`,
      notScored > 0 ? `${notScored} not scored` : '',
      failed > 0 ? `${failed} failed` : '',
      mean === undefined ? '' : `mean score ${mean}`,
      passRate === undefined ? '' : `qualified ${passRate}`,
      vetoRate === undefined ? '' : `vetoed ${vetoRate}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
}
