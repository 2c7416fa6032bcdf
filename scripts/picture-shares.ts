// Shares of the month with their intervals, beside the truth: one row a group.
import type { Language } from '../src/issues/index.js'
import { FEW, GRID, INK, Sheet, SOFT_INK } from './picture-canvas.js'
import type { KnownFigure, Month } from './picture-month.js'

const WIDTH = 900
const TOP = 108
const PLOT = { left: 250, right: 800 }

export function businessTypesPicture({ total, businessTypes }: Month, language: Language): string {
  const isChinese = language === 'zh-CN'
  const all = { ...total, label: isChinese ? '全月' : 'the whole month' }
  return sharesPicture({ rows: [all, ...businessTypes], rowHeight: 34, language }, [
    isChinese ? '20 秒内接通的比例：全月和各业务类型' : 'Answered within 20 seconds: the month and each business type',
    isChinese
      ? '每行是样本的估计值和 95% 区间，菱形为真实值。全月和样本多的业务区间窄，样本少的区间宽。真实值都在区间内。'
      : 'Each row shows the estimate of the sample with its 95 % interval; the diamond is the true figure. The month and the types with many measured calls have narrow intervals, those with few have wide ones. All hold the true figure.',
  ])
}

export function agentsPicture({ agents }: Month, language: Language): string {
  const isChinese = language === 'zh-CN'
  return sharesPicture({ rows: agents, rowHeight: 24, language }, [
    isChinese ? '20 秒内接通的比例：各坐席（不排名）' : 'Answered within 20 seconds: each agent (not ranked)',
    isChinese
      ? '每名坐席的估计值、95% 区间和真实值，按编号排列。多数区间宽过 30 个百分点；不足 10 通的用虚线，不作比较。'
      : 'Estimate, 95 % interval and true figure of each agent, by id. Most intervals are over 30 points wide; those on fewer than 10 calls are dashed and not to be compared.',
  ])
}

interface Rows {
  readonly rows: readonly KnownFigure[]
  readonly rowHeight: number
  readonly language: Language
}

function sharesPicture(
  { rows, rowHeight, language }: Rows,
  [title, description]: readonly [title: string, description: string],
): string {
  const isChinese = language === 'zh-CN'
  const bottom = TOP + rows.length * rowHeight
  const sheet = new Sheet(WIDTH, bottom + 40, title, description, language)
  sheet.text(24, 30, title, { size: 17, bold: true })
  legend(sheet, isChinese, rows.some(isThin))
  const at = (share: number): number => PLOT.left + share * (PLOT.right - PLOT.left)
  for (let tenth = 0; tenth <= 10; tenth += 2) {
    const x = at(tenth / 10)
    sheet.line([x, TOP - 14], [x, bottom - 6], GRID)
    sheet.text(x, bottom + 16, `${tenth * 10}%`, { anchor: 'middle', colour: SOFT_INK })
  }
  sheet.text(PLOT.left - 12, 88, isChinese ? '测评通话' : 'measured calls', {
    anchor: 'end',
    colour: SOFT_INK,
    size: 12,
  })
  for (const [index, row] of rows.entries()) {
    const y = TOP + (index + 0.3) * rowHeight
    sheet.text(24, y + 4, row.label)
    sheet.text(PLOT.left - 12, y + 4, String(row.n), { anchor: 'end' })
    const { figure, truth } = row
    if (figure.status !== 'estimated') continue
    const { lower, upper } = figure.interval
    sheet.line([at(lower), y], [at(upper), y], isThin(row) ? SOFT_INK : FEW, 3, isThin(row) ? '4 4' : '')
    for (const end of [lower, upper]) sheet.line([at(end), y - 5], [at(end), y + 5], isThin(row) ? SOFT_INK : FEW, 2)
    sheet.dot(at(figure.estimate), y, 5, isThin(row) ? '#ffffff' : FEW)
    sheet.diamond(at(truth), y, 7, INK)
    const isOutside = truth < lower || truth > upper
    if (isOutside) sheet.text(PLOT.right + 14, y + 4, isChinese ? '真实值在外' : 'misses it', { size: 12, bold: true })
  }
  return sheet.toSvg()
}

function isThin({ figure }: KnownFigure): boolean {
  return figure.notes.includes('too-thin')
}

function legend(sheet: Sheet, isChinese: boolean, hasThin: boolean): void {
  const y = 56
  sheet.line([24, y], [64, y], FEW, 3)
  sheet.dot(44, y, 5, FEW)
  sheet.text(72, y + 4, isChinese ? '估计值和 95% 区间' : 'estimate and 95 % interval')
  sheet.diamond(272, y, 7, INK)
  sheet.text(286, y + 4, isChinese ? '真实值（通常不知道）' : 'true figure (usually unknown)')
  if (!hasThin) return
  sheet.line([504, y], [544, y], SOFT_INK, 3, '4 4')
  sheet.dot(524, y, 5, '#ffffff')
  sheet.text(552, y + 4, isChinese ? '不足 10 通：不作比较' : 'under 10 calls: not to be compared')
}
