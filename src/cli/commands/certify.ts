import { type Certification, certify } from '../../calibration/index.js'
import { isCallgradeError } from '../../issues/index.js'
import { EXIT } from '../exit-code.js'
import { reportIssues } from '../faults/report-issues.js'
import { WrongUse } from '../faults/wrong-use.js'
import { readCertified } from '../input/read-certified.js'
import { formatOption } from '../options/format-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { NUMBER } from '../options/placeholders.js'
import { certificationText } from '../output/calibration/certification-text.js'
import { defineCommand } from '../usage/command.js'

export const certifyCommand = defineCommand({
  arguments: [
    {
      name: { en: 'CALLS', 'zh-CN': '通话文件' },
      isFile: true,
      text: {
        en: 'CSV or JSONL with raterId, sessionId, heldAt, callId, score, reference, vetoes and referenceVetoes.',
        'zh-CN': '含 raterId、sessionId、heldAt、callId、score、reference、vetoes、referenceVetoes 的 CSV 或 JSONL。',
      },
      missing: { en: 'Name one file of calls.', 'zh-CN': '请给出一个通话文件。' },
    },
  ],
  options: {
    session: {
      value: { en: 'ID', 'zh-CN': '编号' },
      repeats: true,
      text: {
        en: 'A session that was held; none of those named may be left out.',
        'zh-CN': '举行过的校准会；列出的一次都不能漏。',
      },
    },
    tolerance: {
      value: NUMBER,
      text: {
        en: 'Points or levels that count as the same; 5 where absent.',
        'zh-CN': '相差多少分或几级以内算一致，缺省 5。',
      },
      read: (value, option, words) => {
        if (!(Number(value) >= 0) || value.trim() === '') throw new WrongUse(words.usage.notPositive(option, value))
        return Number(value)
      },
    },
    format: formatOption(['text', 'json']),
    out: OUT_OPTION,
  },
  remark: {
    en: 'Ends with 0 where every rater is certified, with 1 where one is not.',
    'zh-CN': '全部合格时退出码为 0，有人不合格时为 1。',
  },
  examples: [
    {
      line: 'callgrade certify --session s1 --session s2 --session s3 blind-calls.csv',
      text: {
        en: 'Prints for each rater whether the blind calls of three sessions suffice.',
        'zh-CN': '按三次校准会的盲评，判定每位质检员是否合格。',
      },
    },
  ],
  async run({ arguments: [file], options }, context) {
    const { tolerance, session: sessions, format } = options
    const raters = await readCertified(file, context)
    if (!raters) return EXIT.faults
    const results: (Certification & { readonly raterId: string })[] = []
    let areSound = true
    for (const [raterId, calls] of raters) {
      try {
        results.push({ raterId, ...certify(calls, { sessions, ...(tolerance !== undefined && { tolerance }) }) })
      } catch (error) {
        if (!isCallgradeError(error)) throw error
        areSound = false
        reportIssues(raterId === '' ? file : `${file} ${raterId}`, error.issues, context)
      }
    }
    const { calibration } = context.words
    const text =
      format === 'json'
        ? `${JSON.stringify(results, null, 2)}\n`
        : results.map((result) => `${certificationText(result, calibration)}\n`).join('')
    await context.write(text)
    return areSound && results.every(({ outcome }) => outcome === 'certified') ? EXIT.fine : EXIT.faults
  },
})
