/** Whether every text of what was sent can be kept: a database has no NUL byte in its texts, and nobody types one. */
export const isReadable = (sent: unknown): boolean => {
  if (typeof sent === 'string') return !sent.includes('\0')
  if (typeof sent !== 'object' || sent === null) return true
  return Object.entries(sent).every(([name, value]) => isReadable(name) && isReadable(value))
}
