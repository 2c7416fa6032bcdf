/**
 * Returns how many cases a property test runs: `ordinary` in an ordinary run, or what the environment variable says.
 * `.ci/long` sets the variables to the full numbers.
 */
export function runs(variable: string, ordinary: number): number {
  const wanted = Number(process.env[variable] ?? ordinary)
  if (!(wanted > 0)) throw new Error(`${variable} is a number over 0`)
  return wanted
}
