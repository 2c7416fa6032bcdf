// Second part of the demo: plans, draws, verifies and estimates a real month of 42,078 calls, and holds the estimates
// against the true figures of the month, which these data know.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  countFrame,
  drawSample,
  estimateValues,
  type Language,
  type Manifest,
  messageOf,
  parseSamplingDesign,
  planSample,
  type SamplePlan,
  verifySample,
} from 'callgrade'
import type { Estimate, EstimationNote, Sha256 } from 'callgrade/sampling'
import { type MonthRow, monthDesign, monthRows } from '../support/month.js'
import { print, row } from '../support/print.js'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'demo-results')
const seed = '1999-08'
/** Node's SHA-256 is faster than the one in plain JavaScript, and gives the same. */
const hash: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest()
const reading = { cells: 'text', hash } as const

/** @returns whether the sample was found to be as drawn */
export function sampleMonth(language: Language): boolean {
  const say = (english: string, chinese: string): void => print(language === 'zh-CN' ? chinese : english)
  const rows = monthRows()
  const design = parseSamplingDesign(monthDesign())

  const counts = countFrame(rows, design, reading)
  const fixed = planSample(counts, { total: design.minimumTotal ?? 0 })
  const plan = planSample(counts)
  say(
    `A real month: ${counts.rows} calls, of which ${counts.N} reached an agent, in ${plan.strata.length} strata.`,
    `真实的一个月：${counts.rows} 通来电，其中 ${counts.N} 通接通坐席，分为 ${plan.strata.length} 层。`,
  )
  say(
    `${fixed.n} calls would attain ${margin(fixed)} at ${percent(plan.confidence, 0)} confidence in this design; ${plan.n} attain ${margin(plan)}.`,
    `按本方案，${fixed.n} 通在 ${percent(plan.confidence, 0)} 置信度下误差为 ${margin(fixed)}；${plan.n} 通可达 ${margin(plan)}。`,
  )
  showPlan(plan, say)

  const inputs = [{ name: 'calls-1999-08.csv', sha256: fileDigest() }]
  const manifest = drawSample(rows, plan, { seed, inputs, ...reading })
  showDraw(manifest, say)

  const { isSound, findings } = verifySample(rows, manifest, { inputs, hash })
  if (isSound)
    say(
      `Drawn again from seed and data: the same ${manifest.drawn.length} calls.`,
      `用种子和数据重新抽取：同样的 ${manifest.drawn.length} 通。`,
    )

  for (const finding of findings) print(`${finding.severity} ${finding.code}: ${messageOf(finding, language)}`)

  showEstimates(rows, manifest, language, say)

  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
  print('')
  say(`Written to ${relative(root, file)}`, `结果已写入 ${relative(root, file)}`)
  return isSound
}

type Say = (english: string, chinese: string) => void

function showPlan(plan: SamplePlan, say: Say): void {
  print('')
  say(
    row(['business type', 'calls', 'measured', 'share', 'margin'], 18, 11),
    row(['业务类型', '通话', '测评', '比例', '误差'], 18, 11),
  )
  for (const { dimension, label, N, n, margin: half } of plan.domains)
    if (dimension === 'business_type')
      print(row([label, String(N), String(n), percent(n / N, 1), `+-${percent(half, 1)}`], 18, 11))
  const few = plan.strata.filter(({ N }) => N <= 3)
  print('')
  say(
    `${few.length} strata hold 1 to 3 calls and are measured up to the minimum of 2: ${few.map(({ key, N, n }) => `${key} ${n} of ${N}`).join('; ')}`,
    `${few.length} 层只有 1 到 3 通，按最少 2 通测评：${few.map(({ key, N, n }) => `${key} ${N} 取 ${n}`).join('；')}`,
  )
  say(
    `${plan.frame.withoutAgent} calls name no agent: they are measured like others and belong to nobody's coaching.`,
    `${plan.frame.withoutAgent} 通没有坐席：照常参与测评，但不计入任何人的辅导。`,
  )
  for (const { agent, calls, minimum } of plan.agentsWithTooFew)
    say(
      `Agent ${agent} has ${calls} of the ${minimum} calls that coaching wants.`,
      `坐席 ${agent} 只有 ${calls} 通，少于辅导所需的 ${minimum} 通。`,
    )
}

function showDraw(manifest: Manifest, say: Say): void {
  const count = (wanted: string): number => manifest.drawn.filter(({ purpose }) => purpose === wanted).length
  print('')
  say(
    `Drawn with the seed ${seed}: ${count('measure')} measured, ${count('targeted')} after a long wait, ${count('coaching')} so that every agent has 3.`,
    `用种子 ${seed} 抽取：测评 ${count('measure')} 通，长时间等待 ${count('targeted')} 通，另有 ${count('coaching')} 通使每名坐席满 3 通。`,
  )
}

function showEstimates(rows: readonly MonthRow[], manifest: Manifest, language: Language, say: Say): void {
  const isChinese = language === 'zh-CN'
  const byId = new Map(rows.map((call) => [call.call_id, call]))
  const frame = rows.filter(({ outcome }) => outcome === 'agent')
  const measured = manifest.drawn.flatMap(({ callId, purpose }) => {
    const call = byId.get(callId)
    return purpose === 'measure' && call ? [call] : []
  })
  const valuesOf = <T extends number | boolean>(of: (call: MonthRow) => T) =>
    measured.map((call) => ({
      callId: call.call_id,
      value: of(call),
      ...(call.agent_id && { agentId: call.agent_id }),
    }))
  const trueMean = (of: (call: MonthRow) => number | boolean): number =>
    frame.reduce((sum, call) => sum + Number(of(call)), 0) / frame.length

  const isQuick = (call: MonthRow): boolean => Number(call.queue_seconds) <= 20
  const talk = (call: MonthRow): number => Number(call.talk_seconds)
  const quick = estimateValues(manifest, valuesOf(isQuick), { kind: 'rate' })
  const talked = estimateValues(manifest, valuesOf(talk), { kind: 'mean', minimum: 0 })
  const line = (cells: readonly string[], remark: string): void => print(`${row(cells, 28, 20)}   ${remark}`)
  print('')
  if (isChinese) line(['从样本推断全月', '估计', '95 % 区间', '真实值'], '注意')
  else line(['the month from the sample', 'estimate', '95 % interval', 'true figure'], 'notes')
  line(
    [
      isChinese ? '20 秒内接通的比例' : 'answered within 20 seconds',
      ...shown(quick.total, (value) => percent(value, 1)),
      percent(trueMean(isQuick), 1),
    ],
    notes(quick.total, isChinese),
  )
  line(
    [
      isChinese ? '平均通话秒数' : 'mean seconds of talk',
      ...shown(talked.total, (value) => value.toFixed(1)),
      trueMean(talk).toFixed(1),
    ],
    notes(talked.total, isChinese),
  )
  const thin = quick.agents.filter(({ figures }) => figures.notes.includes('too-thin')).length
  say(
    `Of ${quick.agents.length} agents in the sample ${thin} have under 10 calls: too thin to be compared, and nobody is ranked.`,
    `样本中的 ${quick.agents.length} 名坐席里有 ${thin} 名不足 10 通：数据太少，不作比较，也不排名。`,
  )
}

function shown(figure: Estimate, write: (value: number) => string): readonly [string, string] {
  if (figure.status !== 'estimated') return ['-', '-']
  return [write(figure.estimate), `${write(figure.interval.lower)} .. ${write(figure.interval.upper)}`]
}

const CHINESE_NOTES: Readonly<Record<EstimationNote, string>> = {
  approximate: '近似',
  'heavy-tailed': '厚尾',
  'too-thin': '太少',
  'no-spread': '无差异',
}

function notes(figure: Estimate, isChinese: boolean): string {
  if (figure.notes.length === 0) return '-'
  return isChinese ? figure.notes.map((note) => CHINESE_NOTES[note]).join('、') : figure.notes.join(', ')
}

function margin(plan: SamplePlan): string {
  return `+-${percent(plan.margin, 2)}`
}

function percent(fraction: number, digits: number): string {
  return `${(fraction * 100).toFixed(digits)} %`
}

function fileDigest(): string {
  return createHash('sha256')
    .update(readFileSync(join(root, 'examples/data/calls-1999-08.csv')))
    .digest('hex')
}
