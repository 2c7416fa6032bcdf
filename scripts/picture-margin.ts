// How the margin shrinks as more calls are measured: fast at first, then ever more slowly.
import type { Language } from '../src/issues/index.js'
import { normal } from '../src/statistics/index.js'
import { FEW, GRID, INK, Sheet, SOFT_INK } from './picture-canvas.js'
import type { Month } from './picture-month.js'

const WIDTH = 900
const HEIGHT = 480
const PLOT = { left: 80, right: 860, top: 90, bottom: 410 }
const MOST_CALLS = 2_000
const MOST_MARGIN = 0.12
const STEP = 10

export function marginPicture({ plan, planOf }: Month, language: Language): string {
  const isChinese = language === 'zh-CN'
  const title = isChinese
    ? '测评多少通，误差多大（95% 置信度）'
    : 'How many calls, how large a margin (95 % confidence)'
  const sheet = new Sheet(
    WIDTH,
    HEIGHT,
    title,
    isChinese
      ? `误差随测评通话数减小。按本方案，500 通为 ${percent(planOf(500).margin)}，${plan.n} 通为 ${percent(plan.margin)}；不分层的简单随机抽样 ${plan.formulaSize} 通即可达到 5%。`
      : `The margin falls as more calls are measured. In this design 500 calls attain ${percent(planOf(500).margin)}, ${plan.n} attain ${percent(plan.margin)}; a simple random sample attains 5 % with ${plan.formulaSize}.`,
    language,
  )
  const x = (calls: number): number => PLOT.left + (calls / MOST_CALLS) * (PLOT.right - PLOT.left)
  const y = (margin: number): number => PLOT.bottom - (margin / MOST_MARGIN) * (PLOT.bottom - PLOT.top)
  sheet.text(24, 30, title, { size: 17, bold: true })
  for (let point = 0; point <= 12; point += 2) {
    sheet.line([PLOT.left, y(point / 100)], [PLOT.right, y(point / 100)], point === 0 ? INK : GRID)
    sheet.text(PLOT.left - 10, y(point / 100) + 4, `±${point}%`, { anchor: 'end', colour: SOFT_INK })
  }
  for (let calls = 0; calls <= MOST_CALLS; calls += 250)
    sheet.text(x(calls), PLOT.bottom + 20, String(calls), { anchor: 'middle', colour: SOFT_INK })
  sheet.text((PLOT.left + PLOT.right) / 2, HEIGHT - 22, isChinese ? '测评通话数' : 'measured calls', {
    anchor: 'middle',
  })

  const totals = Array.from(
    { length: Math.floor((MOST_CALLS - plan.sumOfLower) / STEP) + 1 },
    (_, at) => plan.sumOfLower + at * STEP,
  )
  const byDesign = totals.map((n) => [n, planOf(n).margin] as const)
  const simple = totals.map((n) => [n, simpleMargin(n, plan.N)] as const)
  const shown = (points: readonly (readonly [number, number])[]) =>
    points.filter(([, margin]) => margin <= MOST_MARGIN).map(([n, margin]) => [x(n), y(margin)] as const)
  sheet.curve(shown(simple), SOFT_INK, 2, '6 5')
  sheet.curve(shown(byDesign), FEW, 3)
  sheet.line([PLOT.left, y(0.05)], [PLOT.right, y(0.05)], INK, 1, '2 3')
  for (const [n, dx, dy] of [
    [500, 14, -6],
    [plan.n, 14, -10],
    [900, 10, -12],
    [1_500, 8, -12],
  ] as const) {
    const { margin } = planOf(n)
    sheet.dot(x(n), y(margin), 5, FEW)
    sheet.text(x(n) + dx, y(margin) + dy, isChinese ? `${n} 通 ±${percent(margin)}` : `${n} calls ±${percent(margin)}`)
  }
  sheet.curve(
    [
      [440, 60],
      [490, 60],
    ],
    FEW,
    3,
  )
  sheet.text(500, 64, isChinese ? '本方案' : 'this design')
  sheet.curve(
    [
      [600, 60],
      [650, 60],
    ],
    SOFT_INK,
    2,
    '6 5',
  )
  sheet.text(660, 64, isChinese ? '简单随机抽样' : 'a simple random sample')
  return sheet.toSvg()
}

/** Of a share of one half among N calls. */
function simpleMargin(n: number, N: number): number {
  return normal.quantile(0.975) * Math.sqrt(((0.25 * N) / (N - 1)) * ((1 - n / N) / n))
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(2)}%`
}
