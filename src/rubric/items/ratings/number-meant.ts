/** The number that a text writes, as a suggestion, where that number fits. */
export function numberMeant(
  rating: unknown,
  fits: (number: number) => boolean = () => true,
): { readonly suggestion?: string } {
  if (typeof rating !== 'string' || rating.trim() === '') return {}
  const number = Number(rating.normalize('NFKC'))
  return Number.isFinite(number) && fits(number) ? { suggestion: String(number) } : {}
}
