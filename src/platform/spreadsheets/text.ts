/** A text with the name of how it was written down. */
export type Decoded = { readonly text: string; readonly encoding: string }

const decode = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes)

// Most letters of a Western text have a zero as their second byte in UTF-16.
const zerosAt = (bytes: Uint8Array, offset: 0 | 1): number => {
  const seen = bytes.subarray(0, 2000)
  return seen.filter((byte, at) => at % 2 === offset && byte === 0).length / Math.max(1, seen.length / 2)
}

const fromMark = (bytes: Uint8Array): Decoded | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return isUtf8(bytes) ? { text: decode(bytes, 'utf-8'), encoding: 'UTF-8' } : null
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: 'UTF-16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: 'UTF-16' }
  return null
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Reads bytes as a text: by their mark, as UTF-16 without one, as UTF-8 where they are that, else as Windows-1252, which reads anything. */
export const decodeText = (bytes: Uint8Array): Decoded => {
  const marked = fromMark(bytes)
  if (marked) return marked
  if (zerosAt(bytes, 1) > 0.4) return { text: decode(bytes, 'utf-16le'), encoding: 'UTF-16' }
  if (zerosAt(bytes, 0) > 0.4) return { text: decode(bytes, 'utf-16be'), encoding: 'UTF-16' }
  if (isUtf8(bytes)) return { text: decode(bytes, 'utf-8'), encoding: 'UTF-8' }
  const text = decode(bytes, 'windows-1252')
  return { text: text.replace(/^ï»¿/, ''), encoding: 'Windows-1252' }
}
