import pg from 'pg'

export type Listening = { readonly isListening: () => boolean; readonly stop: () => Promise<void> }

const milliseconds = 2000

/**
 * Hears what the database tells on a channel. `heard` is called for each word, and whenever words may have been missed:
 * when listening begins, and when the connection is lost (it is tried again until `stop`).
 */
export const listen = (url: string, channel: string, heard: () => void): Listening => {
  let client: pg.Client | null = null
  let isListening = false
  let isStopped = false
  let again: NodeJS.Timeout | undefined

  const lose = (lost: pg.Client): void => {
    if (client !== lost) return
    client = null
    isListening = false
    heard()
    lost.end().catch(() => {})
    if (isStopped) return
    again = setTimeout(begin, milliseconds)
    again.unref()
  }
  const begin = (): void => {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: milliseconds })
    client = next
    next.on('error', () => lose(next))
    next.on('end', () => lose(next))
    next.on('notification', heard)
    next
      .connect()
      .then(() => next.query(`listen ${next.escapeIdentifier(channel)}`))
      .then(() => {
        heard()
        isListening = client === next
      })
      .catch(() => lose(next))
  }
  begin()
  return {
    isListening: () => isListening,
    stop: async () => {
      isStopped = true
      clearTimeout(again)
      const last = client
      client = null
      isListening = false
      await last?.end().catch(() => {})
    },
  }
}
