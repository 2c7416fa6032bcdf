/** Random numbers from 0 to 1, 1 excluded. */
export type Random = () => number

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

function whole(random: Random, below: number): number {
  return Math.floor(random() * below)
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[whole(random, values.length)]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

/** Words that mean something somewhere in a document, so that a change is often nearly right. */
const WORDS = [
  'id', 'title', 'kind', 'weight', 'items', 'sections', 'scale', 'note', 'when', 'all', 'any', 'not', 'condition', 'fact',
  'operator', 'value', 'path', 'points', 'minimum', 'maximum', 'from', 'through', 'effects', 'guidance', 'criticalError',
  'family', 'atMost', 'options', 'ratings', 'rating', 'vetoes', 'facts', 'comment', 'evidence', 'count', 'zh-CN', 'en',
  'description', 'extra', 'constructor', '__proto__', '7', '', '键',
] // biome-ignore format: a list of words

const VALUES: readonly Json[] = [
  null, true, false, 0, 1, -1, 5, 100, 101, 0.5, -0.5, 1e21, 1e-7, 1e300, '', ' ', 'x', '5', 'na', 'true', 'scale', 'yes-no', 'numeric',
  'text', 'fail', 'zero', 'ratio', 'span', 'points', 'siblings', 'number', 'string', 'list', 'equal', 'not:in', 'lessThan',
  '$.a', '$', '2026-01-01', '2026-02-30', '2026-13-01', '2026-03-01T09:30:00+08:00', '2026-03-01T09:30:00', 'two words', '问候', '\ud83d', '😀',
  [], {}, [[]], [null], [1], ['x'], [{ id: 'x' }], { id: 'x' }, { 'zh-CN': '题', en: 'title' }, { 'zh-CN': '题' }, { en: '' },
  { all: [] }, { not: { fact: 'x', operator: 'equal', value: 1 } }, { fact: 'x', operator: 'equal', value: [] }, { rating: 'na' },
] // biome-ignore format: a list of values

interface Place {
  readonly holder: Json[] | { [key: string]: Json }
  readonly key: string | number
}

function placesIn(value: Json, places: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return places
  if (Array.isArray(value)) {
    value.forEach((member, key) => {
      places.push({ holder: value, key })
      placesIn(member, places)
    })
  } else
    for (const [key, member] of Object.entries(value)) {
      places.push({ holder: value, key })
      placesIn(member, places)
    }
  return places
}

function get({ holder, key }: Place): Json {
  const member = (holder as Record<string | number, Json>)[key]
  return member === undefined ? null : member
}

function set({ holder, key }: Place, value: Json): void {
  // Defined and not assigned, so that __proto__ becomes a key like any other.
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
}

function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

/** The same as one letter more, less or swapped. */
function misspelt(random: Random, word: string): string {
  const at = whole(random, word.length + 1)
  return pick(random, [
    `${word.slice(0, at)}${word.slice(at + 1)}`,
    `${word.slice(0, at)}x${word.slice(at)}`,
    `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`,
    word.toUpperCase(),
  ])
}

const CHANGES: readonly ((random: Random, place: Place, other: Place) => void)[] = [
  (_random, place) => remove(place),
  (random, place) => set(place, structuredClone(pick(random, VALUES))),
  (random, place) => {
    const value = get(place)
    if (typeof value === 'string') set(place, misspelt(random, value))
    else if (typeof value === 'number') set(place, pick(random, [-value, value + 0.5, value * 1000, String(value)]))
    else if (typeof value === 'boolean') set(place, String(value))
    else set(place, Array.isArray(value) ? [] : [value])
  },
  (random, place) => {
    if (Array.isArray(place.holder)) return
    const value = get(place)
    remove(place)
    set(
      { holder: place.holder, key: random() < 0.5 ? misspelt(random, String(place.key)) : pick(random, WORDS) },
      value,
    )
  },
  (random, place) => {
    const value = get(place)
    const into = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : place.holder
    const added = structuredClone(pick(random, VALUES))
    if (Array.isArray(into)) into.push(added)
    else set({ holder: into, key: pick(random, WORDS) }, added)
  },
  (_random, place) => {
    if (Array.isArray(place.holder)) place.holder.push(structuredClone(get(place)))
  },
  (_random, place, other) => set(place, structuredClone(get(other))),
]

/** A copy of a document with a few random changes of its structure. */
export function mutatedValue<Value>(random: Random, document: Value): Value {
  const copy = structuredClone(document)
  const count = 1 + whole(random, 3)
  for (let change = 0; change < count; change++) {
    const places = placesIn(copy as Json)
    if (places.length === 0) break
    pick(random, CHANGES)(random, pick(random, places), pick(random, places))
  }
  return copy
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，', ':': '：', '{': '｛', '}': '｝', '[': '［', ']': '］', '"': '“', '1': '１', ' ': '\u3000', '-': '－', '.': '．',
} // biome-ignore format: a list of pairs

const SNIPPETS = [
  ',', ':', '"', '{', '}', '[', ']', '\\', '/', '//', '/*', '*/', '\n', '\r', '\t', '\0', '0', '-', '1e999', '.', 'null', 'NaN',
  '\ufeff', '\u2028', '\ud83d', '“', '”', '，', '：', '１', '"a": 1,', '{}', '\\u005f', "'", '__proto__', '质检',
] // biome-ignore format: a list of snippets

/** A text with a few random changes of its characters. */
export function mutatedText(random: Random, text: string): string {
  let result = text
  const count = 1 + whole(random, 4)
  for (let change = 0; change < count; change++) {
    const at = whole(random, result.length + 1)
    const length = 1 + whole(random, random() < 0.2 ? 200 : 3)
    const [before, chosen, after] = [result.slice(0, at), result.slice(at, at + length), result.slice(at + length)]
    result = pick(random, [
      () => before + after,
      () => before + pick(random, SNIPPETS) + chosen + after,
      () => before + chosen + chosen + after,
      () => before + [...chosen].reverse().join('') + after,
      () => before + [...chosen].map((character) => FULL_WIDTH[character] ?? character).join('') + after,
      () => before + String.fromCharCode(whole(random, 0x250)) + after,
      () => (random() < 0.2 ? before : result),
      () => (random() < 0.2 ? after : result),
    ])()
  }
  return result
}
