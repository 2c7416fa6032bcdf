/** Returns the seconds of processor time that `work` takes; other programs on the machine do not lengthen them. */
export function cpuSeconds(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}
