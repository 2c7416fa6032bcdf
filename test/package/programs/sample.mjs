// Plans, draws, verifies and estimates: the same on every runtime.
import { countFrame, drawSample, estimateValues, isCallgradeError, planSample, verifySample } from 'callgrade'
import { proportionInterval } from 'callgrade/statistics'

const design = {
  format: 'callgrade/sampling-design@1',
  id: 'd',
  version: '1',
  title: 'D',
  fields: { id: { type: 'string', role: 'id' }, 时间: { type: 'instant' } },
  strata: [{ id: '时段', field: '时间', slots: { 早: ['06:00', '12:00'] }, otherwise: '其他' }],
  timeZone: 'Asia/Shanghai',
  minimumTotal: 20,
}
// 22:30 in UTC is 06:30 of the next day in Shanghai: all calls are in one slot.
const calls = Array.from({ length: 1000 }, (_, index) => ({
  id: `CALL-${String(index).padStart(7, '0')}`,
  时间: '2026-08-01T22:30:00Z',
}))
const manifest = drawSample(calls, planSample(countFrame(calls, design)), { seed: '2024-06' })
const values = manifest.drawn.map(({ callId }, index) => ({ callId, value: index < 1 }))
const { total } = estimateValues(manifest, values, { kind: 'rate' })
let code
try {
  drawSample(calls, planSample(countFrame([...calls, ...calls], design)), { seed: 's' })
} catch (error) {
  code = isCallgradeError(error) && error.issues[0].code
}
const { lower, upper } = proportionInterval({ method: 'wilson', successes: 3, trials: 100 })
console.log(
  JSON.stringify({
    strata: manifest.strata,
    first: manifest.drawn.slice(0, 3).map(({ callId }) => callId),
    isSound: verifySample(calls, manifest).isSound,
    rate: total.estimate.toFixed(10),
    code,
    wilson: [lower.toFixed(10), upper.toFixed(10)],
  }),
)
