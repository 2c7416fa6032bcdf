/** Nodes and weights of a quadrature over 0..1. */
export interface QuadratureRule {
  readonly nodes: readonly number[]
  readonly weights: readonly number[]
}

/**
 * Computes the Gauss-Legendre rule over 0..1, exact for polynomials of degree 2 size - 1.
 * Method: Newton's on the Legendre polynomials from Tricomi's starting points.
 */
export function legendreRule(size: number): QuadratureRule {
  const nodes: number[] = []
  const weights: number[] = []
  for (let i = 1; i <= size; i++) {
    let x = Math.cos((Math.PI * (i - 0.25)) / (size + 0.5))
    let slope = 1
    // Five steps of a quadratically convergent method whose start is right to 4 digits.
    for (let step = 0; step < 5; step++) {
      let [before, value] = [0, 1]
      for (let degree = 1; degree <= size; degree++) {
        ;[before, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree]
      }
      slope = (size * (x * value - before)) / (x * x - 1)
      x -= value / slope
    }
    nodes.push((1 - x) / 2)
    weights.push(1 / ((1 - x * x) * slope * slope))
  }
  return { nodes, weights }
}
