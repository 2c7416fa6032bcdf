import type { ScoreWords } from '../score-words.js'

export const scoreWords: ScoreWords = {
  someFailed: (failed, total) => `${total} 条评价中有 ${failed} 条未能打分，对应行写明原因。`,
  nothing: (file) => `${file} 中没有评价。`,
  progress: (count) => `已处理 ${count} 条评价`,
  explainedFormats: '--explain 只用于 --format jsonl 或 markdown，其他格式放不下原因说明。',
  header: ['评价', '坐席', '业务类型', '原始分', '得分', '结论', '等级', '否决、底线、加分'],
  notScored: '未计分',
  verdicts: { qualified: '合格', unqualified: '不合格' },
  line: (line) => `第 ${line} 行`,
  separator: '、',
  figures: ({ scored, failed, notScored, mean, passRate, vetoRate }) =>
    [
      `已打分 ${scored} 条`,
      notScored > 0 ? `未计分 ${notScored} 条` : '',
      failed > 0 ? `有差错 ${failed} 条` : '',
      mean === undefined ? '' : `平均分 ${mean}`,
      passRate === undefined ? '' : `合格率 ${passRate}`,
      vetoRate === undefined ? '' : `一票否决率 ${vetoRate}`,
    ]
      .filter((part) => part !== '')
      .join('，'),
}
