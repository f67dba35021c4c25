import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import pg from 'pg'

/** The owner's own connection, which can stream whole tables out and in as COPY's text. */
export type OwnerConnection = {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>
  readonly copyOut: (text: string) => Readable
  /** Gives the number of rows that came in. */
  readonly copyIn: (text: string, source: AsyncIterable<Buffer>) => Promise<number>
  readonly end: () => Promise<void>
}

// What the driver's connection can do beyond its types.
type Wire = {
  readonly stream: Socket
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
  readonly sendCopyFail: (reason: string) => void
}

const copyOut = (client: pg.Client, text: string): Readable => {
  let wire: Wire | null = null
  const rows = new Readable({ read: () => wire?.stream.resume() })
  client.query({
    submit: (connection: unknown) => {
      wire = connection as Wire
      wire.query(text)
    },
    handleCopyData: ({ chunk }: { chunk: Buffer }) => {
      // A slow reader holds the server back, so that memory stays small whatever the table's size.
      if (!rows.push(Buffer.from(chunk))) wire?.stream.pause()
    },
    handleCommandComplete: () => {},
    handleReadyForQuery: () => rows.push(null),
    handleError: (problem: Error) => rows.destroy(problem),
  } as pg.Submittable)
  return rows
}

const drained = (stream: Socket): Promise<void> | void =>
  stream.writableNeedDrain ? new Promise((resolve) => stream.once('drain', resolve)) : undefined

const send = async (wire: Wire, source: AsyncIterable<Buffer>, isRefused: () => boolean): Promise<void> => {
  for await (const chunk of source) {
    if (isRefused()) return
    wire.sendCopyFromChunk(chunk)
    await drained(wire.stream)
  }
  if (!isRefused()) wire.endCopyFrom()
}

/** Streams rows in; gives their number. */
export const copyIn = (client: pg.ClientBase, text: string, source: AsyncIterable<Buffer>): Promise<number> =>
  new Promise((resolve, reject) => {
    let came = 0
    let refused = false
    client.query({
      submit: (connection: unknown) => (connection as Wire).query(text),
      handleCopyInResponse: (wire: Wire) => {
        send(wire, source, () => refused).catch((unreadable: Error) => {
          reject(unreadable)
          wire.sendCopyFail(unreadable.message)
        })
      },
      handleCommandComplete: (message: { text: string }) => {
        came = Number(message.text.split(' ')[1])
      },
      handleReadyForQuery: () => resolve(came),
      handleError: (problem: Error) => {
        refused = true
        reject(problem)
      },
    } as unknown as pg.Submittable)
  })

/** Opens one connection as the owner. */
export const connectAsOwner = async (ownerUrl: string): Promise<OwnerConnection> => {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC' })
  client.on('error', () => {})
  await client.connect()
  return {
    query: async (text, values = []) => (await client.query(text, [...values])).rows,
    copyOut: (text) => copyOut(client, text),
    copyIn: (text, source) => copyIn(client, text, source),
    end: () => client.end(),
  }
}
