/** Offers a name that was probably meant. */
export function isItThis(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `是否应为 "${suggestion}"？`
}
