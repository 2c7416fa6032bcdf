import { type ByKind, ofKind } from '../by-kind.js'
import type { RecordedItem } from '../item.js'
import type { RecordReader } from '../ratings/reading.js'
import { recordReader } from '../record/record.js'
import { textReader } from '../text/record.js'

const READERS: ByKind<RecordReader, [], RecordedItem> = {
  text: textReader,
  record: recordReader,
}

/** Compiles the reader of an item that is recorded and not scored. */
export function recordReaderOf(item: RecordedItem): RecordReader {
  return ofKind(READERS, item)
}
