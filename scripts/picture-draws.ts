// What 95 % means: the same month drawn a hundred times, with a hundred seeds.
import type { Language } from '../src/issues/index.js'
import type { EstimatedFigure } from '../src/sampling/index.js'
import { FEW, GRID, INK, MANY, Sheet, SOFT_INK } from './picture-canvas.js'
import type { Month } from './picture-month.js'

const DRAWS = 100
const WIDTH = 900
const HEIGHT = 420
const PLOT = { left: 80, right: 880, top: 84, bottom: 370 }
const [LEAST, MOST] = [0.39, 0.62]

/** Estimates of the whole month by the seeds trial-1, trial-2 and so on. */
export function hundredDraws({ totalBy }: Month): readonly EstimatedFigure[] {
  return Array.from({ length: DRAWS }, (_, index) => totalBy(`trial-${index + 1}`)).filter(
    (figure) => figure.status === 'estimated',
  )
}

export function drawsPicture({ total }: Month, draws: readonly EstimatedFigure[], language: Language): string {
  const isChinese = language === 'zh-CN'
  const { truth } = total
  const misses = ({ interval }: EstimatedFigure): boolean => truth < interval.lower || truth > interval.upper
  const held = draws.filter((draw) => !misses(draw)).length
  const exact = `${(truth * 100).toFixed(1)}${isChinese ? '%' : ' %'}`
  const title = isChinese
    ? `同一个月抽 ${draws.length} 次：${held} 个区间包含真实值`
    : `The same month drawn ${draws.length} times: ${held} intervals hold the true figure`
  const sheet = new Sheet(
    WIDTH,
    HEIGHT,
    title,
    isChinese
      ? `用 ${draws.length} 个种子各抽一次，竖线是 20 秒内接通比例的 95% 区间，横线是真实值 ${exact}。${held} 条竖线穿过横线。`
      : `${draws.length} seeds, one sample each. Each upright line is the 95 % interval of the share answered within 20 seconds; the level line is the true figure, ${exact}. ${held} lines cross it.`,
    language,
  )
  const y = (share: number): number => PLOT.bottom - ((share - LEAST) / (MOST - LEAST)) * (PLOT.bottom - PLOT.top)
  sheet.text(24, 30, title, { size: 17, bold: true })
  sheet.text(
    24,
    56,
    isChinese
      ? `20 秒内接通的比例。每条竖线是一个种子的 95% 区间，点是估计值。`
      : 'Answered within 20 seconds. Each upright line is the 95 % interval of one seed, with its estimate.',
    { colour: SOFT_INK },
  )
  for (let share = 40; share <= 60; share += 5) {
    sheet.line([PLOT.left, y(share / 100)], [PLOT.right, y(share / 100)], GRID)
    sheet.text(PLOT.left - 10, y(share / 100) + 4, `${share}%`, { anchor: 'end', colour: SOFT_INK })
  }
  const step = (PLOT.right - PLOT.left) / draws.length
  for (const [index, draw] of draws.entries()) {
    const x = PLOT.left + (index + 0.5) * step
    const { lower, upper } = draw.interval
    sheet.line([x, y(lower)], [x, y(upper)], misses(draw) ? INK : MANY, misses(draw) ? 5 : 3)
    sheet.rect(x - 1.5, y(draw.estimate) - 1.5, 3, 3, misses(draw) ? '#ffffff' : FEW)
  }
  sheet.line([PLOT.left, y(truth)], [PLOT.right, y(truth)], INK, 1.5)
  sheet.text(
    PLOT.left,
    HEIGHT - 18,
    isChinese ? `横线：真实值 ${exact}` : `The level line is the true figure, ${exact}.`,
  )
  return sheet.toSvg()
}
