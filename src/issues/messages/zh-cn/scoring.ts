import { expected, received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, meantOr, typeWords, zh } from './phrases.js'

/** Sentences of `scoring/...`. */
export const scoringSentences: SentencesOf<'scoring'> = {
  'scoring/no-rubric': (issue) =>
    zh`没有找到${received(issue) === undefined ? '对应的评分标准' : zh`评分标准${received(issue) ?? ''}`}。${meantOr(issue, '现有的评分标准')}请提供该评分标准，或改正 "rubric" 和 "rubricVersion"。`,
  'scoring/ambiguous-rubric': (issue) =>
    zh`评分标准${after('', received(issue))}有多个版本符合${after('：', expected(issue))}。请在评价中填写 "rubricVersion"。`,
  'scoring/wrong-call': (issue) =>
    zh`调用函数时传入的内容无法使用${after('：', typeWords(received(issue)))}。${after('应传入', typeWords(issue.expected), '。') || '请改正调用方式。'}`,
}
