import { formatPath } from '../../issue.js'
import { received } from '../facts.js'
import type { SentencesOf } from '../messages.js'
import { after, range, typeWords, zh } from './phrases.js'

/** Sentences of `statistics/...`. */
export const statisticsSentences: SentencesOf<'statistics'> = {
  'statistics/argument': (issue) =>
    zh`参数${issue.path.length > 0 ? ` ${formatPath(issue.path)} ` : ''}${received(issue) === undefined ? '缺失或无法使用' : zh`的值${received(issue) ?? ''}不正确`}。${after('应为：', range(typeWords(issue.expected)), '。') || '请改正调用方式。'}${after('比例和概率以小数表示，是否应为', issue.suggestion, '？')}`,
}
