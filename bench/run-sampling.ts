// Sampling side by side in one run, interleaved, medians and ratios: npm run bench -- sampling
// Machines differ; ratios hold.

import * as crypto from 'node:crypto'
import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { DuckDBInstance } from '@duckdb/node-api'
import { countFrame, estimateValues, type FrameRow, planSample } from 'callgrade'
import { allocate, frameCounter, type Sha256, sampleDrawer, sha256 } from 'callgrade/sampling'

const CALLS = 1_000_000
const STRATA = 60
const ROUNDS = 3
const SEED = '2026-08'

const nodeHash: Sha256 =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text, 'buffer')
    : (text) => createHash('sha256').update(text, 'utf8').digest()

const design = {
  format: 'callgrade/sampling-design@1',
  id: 'bench',
  version: '1',
  title: 'Bench',
  fields: { id: { type: 'string', role: 'id' }, kind: { type: 'string' } },
  strata: ['kind'],
  minimumTotal: 500,
} as const

interface Contender {
  readonly name: string
  readonly run: () => unknown
}

async function compare(title: string, contenders: readonly Contender[]): Promise<void> {
  const times = contenders.map((): number[] => [])
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const start = performance.now()
      await run()
      // One round to warm up.
      if (round > 0) times[index]?.push(performance.now() - start)
    }
  }
  const medians = times.map((list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0)
  const [first = 0] = medians
  console.log(`\n${title}`)
  for (const [index, { name }] of contenders.entries()) {
    const median = medians[index] ?? 0
    console.log(
      `  ${name.padEnd(52)} ${median.toFixed(0).padStart(8)} ms   ${(median / first).toFixed(2).padStart(7)} x`,
    )
  }
}

const kinds = Array.from({ length: STRATA }, (_, index) => `kind-${index}`)
const rows = Array.from({ length: CALLS }, (_, index) => ({
  id: `CALL-${String(index).padStart(8, '0')}`,
  kind: kinds[index % STRATA] ?? '',
}))
const plan = planSample(countFrame(rows, design, { hash: nodeHash }))

memory()

const hashing = (hash: Sha256) => () => {
  let kept = 0
  for (const { id } of rows) kept += hash(`${SEED}:${id}`)[0] ?? 0
  return kept
}
const drawing = (hash: Sha256) => () => {
  const drawer = sampleDrawer(plan, { seed: SEED, hash })
  for (const row of rows) drawer.add(row)
  return drawer.finish()
}

/** Every key kept and sorted within its stratum. */
function sortingAll(): number {
  const byKind = new Map<string, { key: string; id: string }[]>()
  for (const { id, kind } of rows) {
    const call = { key: Buffer.from(nodeHash(`${SEED}:${id}`)).toString('hex'), id }
    const others = byKind.get(kind)
    if (others) others.push(call)
    else byKind.set(kind, [call])
  }
  let kept = 0
  for (const calls of byKind.values()) kept += calls.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, 9).length
  return kept
}

const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
const connection = await instance.connect()
await connection.run(
  `create table calls as select printf('CALL-%08d', i) as id, 'kind-' || (i % ${STRATA}) as kind from range(${CALLS}) t(i)`,
)

await compare(`Drawing ${plan.n} of ${CALLS} calls in ${STRATA} strata, Node's SHA-256`, [
  { name: 'hashing the ids alone', run: hashing(nodeHash) },
  { name: 'callgrade, the pass that draws', run: drawing(nodeHash) },
  { name: 'all keys kept and sorted', run: sortingAll },
  {
    name: "DuckDB's own SQL, one thread",
    run: () =>
      connection.runAndReadAll(
        `select id from calls qualify row_number() over (partition by kind order by sha256('${SEED}:' || id)) <= 9`,
      ),
  },
])
await compare('The same with the SHA-256 in plain JavaScript', [
  { name: 'hashing the ids alone', run: hashing(sha256) },
  { name: 'callgrade, the pass that draws', run: drawing(sha256) },
])
await compare(`Counting ${CALLS} calls, Node's SHA-256`, [
  { name: 'hashing the ids alone', run: hashing(nodeHash) },
  {
    name: 'callgrade, ids taken to be unique',
    run: () => countFrame(rows, design, { hash: nodeHash, assumeUnique: true }),
  },
  { name: 'callgrade, with repeated ids looked for', run: () => countFrame(rows, design, { hash: nodeHash }) },
])

const PARTS = 100_000
const strata = Array.from({ length: PARTS }, (_, index) => ({ key: `s${index}`, size: 10 + ((index * 7_919) % 9_973) }))

/** A heap of all strata, one call after the other, by doubles. */
function plainGreedy(total: number): Float64Array {
  const counts = new Float64Array(PARTS).fill(1)
  const priority = Float64Array.from(strata, ({ size }) => (size * size) / 2)
  const heap = Int32Array.from(strata, (_, index) => index)
  const of = (place: number): number => priority[heap[place] ?? 0] ?? 0
  const sink = (from: number): void => {
    for (let at = from; ; ) {
      let child = 2 * at + 1
      if (child >= PARTS) return
      if (child + 1 < PARTS && of(child + 1) > of(child)) child++
      if (of(child) <= of(at)) return
      const kept = heap[at] ?? 0
      heap[at] = heap[child] ?? 0
      heap[child] = kept
      at = child
    }
  }
  for (let place = PARTS >> 1; place >= 0; place--) sink(place)
  for (let given = PARTS; given < total; given++) {
    const index = heap[0] ?? 0
    const n = (counts[index] ?? 0) + 1
    counts[index] = n
    const size = strata[index]?.size ?? 0
    priority[index] = n >= size ? -1 : size ** 2 / (n * (n + 1))
    sink(0)
  }
  return counts
}

await compare(`Allocating ${CALLS} calls over ${PARTS} strata`, [
  { name: 'a plain greedy in doubles', run: () => plainGreedy(CALLS) },
  { name: 'allocate', run: () => allocate(strata, CALLS) },
])

const scored = 100_000
const manifest = {
  strata: kinds.map((kind) => ({
    key: JSON.stringify([kind]),
    N: Math.floor(CALLS / STRATA),
    n: Math.floor(scored / STRATA),
    weight: CALLS / scored,
  })),
  drawn: Array.from({ length: scored - (scored % STRATA) }, (_, index) => ({
    callId: `CALL-${index}`,
    stratum: JSON.stringify([kinds[index % STRATA]]),
    purpose: 'measure' as const,
  })),
}
const sample = {
  ...manifest,
  strata: manifest.strata.map((stratum) => ({ ...stratum, n: manifest.drawn.length / STRATA })),
}
const values = sample.drawn.map(({ callId }, index) => ({
  callId,
  value: index % 17 !== 0,
  agentId: `A${index % 500}`,
}))
await compare(`Estimating a rate from ${values.length} scored calls, ${STRATA} strata, 500 agents`, [
  { name: 'estimateValues', run: () => estimateValues(sample, values, { kind: 'rate' }) },
])

/** Memory of counting and drawing rows that are made as they go by. */
function memory(): void {
  const collect = (globalThis as { gc?: () => void }).gc
  const used = (): number => {
    // Twice: what external memory belongs to goes first.
    collect?.()
    collect?.()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  function* fresh(): Generator<FrameRow> {
    for (let index = 0; index < CALLS; index++) yield { id: `NEW-${index}`, kind: kinds[index % STRATA] }
  }
  const before = used()
  const counter = frameCounter(design, { hash: nodeHash })
  for (const row of fresh()) counter.add(row)
  const counted = used()
  const drawer = sampleDrawer(plan, { seed: SEED, hash: nodeHash })
  const betweenPasses = used()
  for (const row of fresh()) drawer.add(row)
  console.log(`\nMemory${collect ? '' : ' (without --expose-gc: not exact)'}`)
  console.log(`  counting: ${((counted - before) / CALLS).toFixed(1)} bytes a call`)
  const drawn = used()
  console.log(
    `  drawing:  ${((drawn - betweenPasses) / CALLS).toFixed(1)} bytes a call, for ${drawer.finish().strata.length} strata and ${counter.finish().N} calls`,
  )
}
