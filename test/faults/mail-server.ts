// A real mail server that notes what it took, and can be told to refuse or to stay away.
import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { freePort } from '../support/program.ts'

export type Taken = { readonly to: string; readonly messageId: string }

export type MailServer = {
  readonly url: string
  readonly taken: Taken[]
  /** Addresses refused for good. */
  readonly refused: Set<string>
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
}

const refusal = (): Error => Object.assign(new Error('No such mailbox'), { responseCode: 550 })

export const mailServer = async (): Promise<MailServer> => {
  const port = await freePort()
  const taken: Taken[] = []
  const refused = new Set<string>()
  let server: SMTPServer | null = null
  const make = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      logger: false,
      onRcptTo: ({ address }, _session, done) => (refused.has(address) ? done(refusal()) : done()),
      onData: (stream, session, done) => {
        let text = ''
        stream.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        stream.on('end', () => {
          const messageId = /^Message-ID: *(\S+)/im.exec(text)?.[1] ?? ''
          for (const { address } of session.envelope.rcptTo) taken.push({ to: address, messageId })
          done()
        })
      },
    })
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refused,
    open: async () => {
      server = make()
      server.on('error', () => {})
      server.listen(port, '127.0.0.1')
      await once(server.server, 'listening')
    },
    close: () => new Promise((resolve) => (server ? server.close(() => resolve()) : resolve())),
  }
}
