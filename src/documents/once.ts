/**
 * Makes a value at its first use. Schemas are made this way, so that a bundle which parses nothing holds no zod.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
