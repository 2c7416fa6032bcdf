import { performance } from 'node:perf_hooks'

const ROUNDS = 15

export interface Contender {
  readonly name: string
  /** Works through `count` units. */
  readonly run: () => number | Promise<number>
}

/** Runs contenders in turn, round after round, so that a busy moment hits all of them; the median speaks. */
export async function compare(title: string, contenders: readonly Contender[], rounds = ROUNDS): Promise<void> {
  const times = contenders.map((): number[] => [])
  for (let round = 0; round < rounds + 2; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const start = performance.now()
      const count = await run()
      // Two rounds to warm up.
      if (round >= 2) times[index]?.push(((performance.now() - start) * 1000) / count)
    }
  }
  const medians = times.map((list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0)
  const [first = 0] = medians
  console.log(`\n${title}`)
  for (const [index, { name }] of contenders.entries()) {
    const median = medians[index] ?? 0
    console.log(
      `  ${name.padEnd(44)} ${median.toFixed(3).padStart(10)} us   ${(median / first).toFixed(2).padStart(9)} x`,
    )
  }
}

export function each(list: readonly unknown[], work: (index: number) => unknown): () => number {
  return () => {
    let kept: unknown
    for (let index = 0; index < list.length; index++) kept = work(index)
    if (kept === undefined) throw new Error('nothing was worked out')
    return list.length
  }
}
