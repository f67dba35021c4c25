// Cuts the bytes of a comma-separated file into records, as COPY understands them: a quote opens and closes wherever it stands.
const quote = 34
const comma = 44
const lineFeed = 10
const carriageReturn = 13

/** One record as it lies in the bytes: `ends[n]` is where field n ends; `next` is where the next record begins, -1 when it is not all there. */
export type Found = {
  next: number
  fields: number
  readonly ends: Int32Array
  hasStrayReturn: boolean
}

/** More fields than any register has: what lies beyond is counted, not kept. */
export const newFound = (mostFields: number): Found => ({
  next: -1,
  fields: 0,
  ends: new Int32Array(mostFields),
  hasStrayReturn: false,
})

const beforeReturn = (bytes: Buffer, from: number, at: number): number =>
  at > from && bytes[at - 1] === carriageReturn ? at - 1 : at

const noteReturn = (bytes: Buffer, at: number, found: Found): void => {
  if (bytes[at + 1] !== lineFeed) found.hasStrayReturn = true
}

/** Finds the record that begins at `from`. This runs over every byte of the file: most are skipped by the first comparison. */
export const findRecord = (bytes: Buffer, from: number, found: Found): void => {
  const { ends } = found
  const { length } = bytes
  let isQuoted = false
  let fields = 0
  found.hasStrayReturn = false
  found.next = -1
  for (let at = from; at < length; at += 1) {
    const byte = bytes[at] as number
    if (byte > comma) continue
    isQuoted = isQuoted !== (byte === quote)
    if (isQuoted) continue
    if (byte === comma) ends[fields++] = at
    if (byte === carriageReturn) noteReturn(bytes, at, found)
    if (byte !== lineFeed) continue
    ends[fields++] = beforeReturn(bytes, from, at)
    found.next = at + 1
    break
  }
  found.fields = fields
}

/** How many line breaks lie between two places. */
export const linesBetween = (bytes: Buffer, from: number, to: number): number => {
  let lines = 0
  for (let at = bytes.indexOf(lineFeed, from); at !== -1 && at < to; at = bytes.indexOf(lineFeed, at + 1)) lines += 1
  return lines
}

/** Where the line that holds `from` ends, its line break included; -1 when that is not there. */
export const endOfLine = (bytes: Buffer, from: number): number => {
  const at = bytes.indexOf(lineFeed, from)
  return at === -1 ? -1 : at + 1
}

/** The texts of one record's fields, for a header. */
export const textsOf = (record: string): readonly string[] =>
  [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) =>
    (quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')).trim(),
  )
