// The allocation: how many calls each stratum has, how many of them are measured, and what one of these stands for.
import type { Language } from '../src/issues/index.js'
import type { PlannedStratum } from '../src/sampling/index.js'
import { FEW, GRID, MANY, Sheet, SOFT_INK } from './picture-canvas.js'
import type { Month } from './picture-month.js'

const WIDTH = 900
const TOP = 96
const ROW = 17
const GAP = 11
const COLUMNS = { label: 24, calls: 210, measured: 480, weight: 700 }
const LENGTHS = { calls: 190, measured: 150, weight: 130 }

export function allocationPicture({ plan }: Month, language: Language): string {
  const isChinese = language === 'zh-CN'
  const groups = new Map<string, PlannedStratum[]>()
  for (const stratum of plan.strata) {
    const type = stratum.labels[0] ?? ''
    groups.set(type, [...(groups.get(type) ?? []), stratum])
  }
  const height = TOP + plan.strata.length * ROW + groups.size * (ROW + GAP) + 20
  const sheet = new Sheet(
    WIDTH,
    height,
    isChinese ? '样本在各层的分配' : 'How the sample is shared out over the strata',
    isChinese
      ? `${plan.strata.length} 层的通话数、测评数和权重。回呼业务每层至少测评 30%，权重约为 3；大层每通测评通话代表 80 多通。`
      : `Calls, measured calls and weight of ${plan.strata.length} strata. Callback is covered at 30 % a stratum, so its weights are about 3; in the large strata a measured call stands for over 80.`,
    language,
  )
  sheet.text(
    24,
    30,
    isChinese
      ? `${plan.N.toLocaleString('en')} 通中测评 ${plan.n} 通：每层的通话数、测评数、权重`
      : `${plan.n} of ${plan.N.toLocaleString('en')} calls are measured: calls, measured calls and weight of each stratum`,
    { size: 17, bold: true },
  )
  const heads: readonly [number, string][] = [
    [COLUMNS.label, isChinese ? '客户群 × 时段' : 'segment x slot'],
    [COLUMNS.calls, isChinese ? '通话 N' : 'calls N'],
    [COLUMNS.measured, isChinese ? '测评 n' : 'measured n'],
    [COLUMNS.weight, isChinese ? '权重 N / n（一通代表几通）' : 'weight N / n'],
  ]
  for (const [x, words] of heads) sheet.text(x, 66, words, { bold: true })
  sheet.line([24, 76], [WIDTH - 24, 76], SOFT_INK)

  const most = (of: (stratum: PlannedStratum) => number): number => Math.max(...plan.strata.map(of))
  const scales = {
    calls: LENGTHS.calls / most(({ N }) => N),
    measured: LENGTHS.measured / most(({ n }) => n),
    weight: LENGTHS.weight / most(({ weight }) => weight),
  }
  let y = TOP
  for (const [type, strata] of groups) {
    sheet.text(COLUMNS.label, y, type, { bold: true })
    y += ROW
    for (const { labels, N, n, weight } of strata) {
      sheet.text(COLUMNS.label + 10, y, labels.slice(1).join(' · '), { size: 12 })
      bar(sheet, COLUMNS.calls, y, N * scales.calls, MANY, N.toLocaleString('en'))
      bar(sheet, COLUMNS.measured, y, n * scales.measured, FEW, String(n))
      bar(sheet, COLUMNS.weight, y, weight * scales.weight, '#7a7a7a', weight.toFixed(1))
      y += ROW
    }
    sheet.line([24, y - ROW + 8], [WIDTH - 24, y - ROW + 8], GRID)
    y += GAP
  }
  return sheet.toSvg()
}

function bar(sheet: Sheet, x: number, y: number, length: number, fill: string, figure: string): void {
  const width = Math.max(length, 1)
  sheet.rect(x, y - 11, width, 12, fill)
  sheet.text(x + width + 5, y, figure, { size: 12 })
}
