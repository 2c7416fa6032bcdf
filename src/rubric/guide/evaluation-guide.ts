import type { DocumentInput } from '../../documents/reading/plain-copy.js'
import type { Language } from '../../issues/issue.js'
import { parseRubric } from '../format/parse-rubric.js'
import type { Rubric } from '../format/rubric.js'
import { guideContext } from './guide-context.js'
import type { GuideDocument } from './guide-document.js'
import { guideHtml } from './guide-html.js'
import { guideMarkdown } from './guide-markdown.js'
import { headBlocks } from './head-blocks.js'
import { resultBlocks } from './result-blocks.js'
import { ruleBlocks } from './rule-blocks.js'
import { sectionBlocks } from './section-blocks.js'
import { weightBlocks } from './weight-blocks.js'

/** How a guide is written. */
export interface EvaluationGuideOptions {
  /** Of headings and texts; a text that exists in the other language alone stays as it is. @defaultValue en */
  readonly language?: Language
  /** CommonMark with tables, or one HTML page without script. @defaultValue markdown */
  readonly format?: 'markdown' | 'html'
}

/**
 * Writes the reviewer's guide of a rubric: the share of each item by business type and season, what every rating earns
 * and means with good and bad examples, what may be n/a, critical errors, vetoes, gates, bonuses, and what the score
 * leads to. Texts of the rubric never become markup.
 * @param rubric - JSON text or value
 * @throws CallgradeError as `parseRubric`
 * @example
 * evaluationGuide('{"format": "callgrade/rubric@1", "id": "mini", "version": "1", "title": "Mini", "sections": [{"id": "all", "items": [{"id": "solved", "kind": "yes-no"}]}], "result": {"passMark": 100}}').split('\n')[0]
 * //=> '# Mini'
 */
export function evaluationGuide(
  rubric: DocumentInput<Rubric>,
  { language = 'en', format = 'markdown' }: EvaluationGuideOptions = {},
): string {
  const document = guideDocument(parseRubric(rubric), language)
  return format === 'html' ? guideHtml(document) : guideMarkdown(document)
}

function guideDocument(rubric: Rubric, language: Language): GuideDocument {
  const context = guideContext(rubric, language)
  return {
    language,
    title: context.text(rubric.title),
    blocks: [
      ...headBlocks(context),
      ...weightBlocks(context),
      ...context.form.top.flatMap((section) => sectionBlocks(section, 2, context)),
      ...ruleBlocks(context),
      ...resultBlocks(context),
    ],
  }
}
