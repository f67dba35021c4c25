let lastMillisecond = 0
let counter = 0

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

// Chance is fetched a thousand words at a time: fetching it costs more than all the rest of an id.
const words = new Uint32Array(1024)
let used = words.length

const randomBits = (bits: number): number => {
  if (used === words.length) {
    crypto.getRandomValues(words)
    used = 0
  }
  const word = words[used] ?? 0
  used += 1
  return word >>> (32 - bits)
}

/** A new UUIDv7: ids made by one process sort in the order in which they were made. */
export const newId = (): string => {
  const now = Date.now()
  if (now > lastMillisecond) {
    lastMillisecond = now
    counter = randomBits(11)
  } else {
    counter += 1
    // The counter has 12 bits: when a millisecond is used up, borrow the next one.
    if (counter > 0xfff) {
      lastMillisecond += 1
      counter = randomBits(11)
    }
  }
  const time = hex(lastMillisecond, 12)
  const variant = hex(0x8000 | randomBits(14), 4)
  const tail = hex(randomBits(24), 6) + hex(randomBits(24), 6)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${variant}-${tail}`
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is an id of ours, so that an address with anything else is simply not found. */
export const isId = (text: string): boolean => shape.test(text)
