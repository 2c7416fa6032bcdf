/**
 * Orders texts by their UTF-8 bytes, which is the order of their code points; JavaScript's own `<` goes by UTF-16
 * units and puts characters beyond U+FFFF before those from U+E000 on.
 */
export function compareUtf8(first: string, second: string): number {
  const length = Math.min(first.length, second.length)
  for (let at = 0; at < length; at++) {
    const [a, b] = [first.charCodeAt(at), second.charCodeAt(at)]
    if (a !== b) return inCodePointOrder(a) - inCodePointOrder(b)
  }
  return first.length - second.length
}

/** Moves surrogates behind all other units. */
function inCodePointOrder(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
