import { Conflict, Forbidden, NotFound, Refused, TooMany } from '../errors.ts'
import { NotTaken } from './upload.ts'

/** A failure as a person is told of it. */
export type Problem = {
  readonly kind: string
  readonly status: number
  readonly heading: string
  readonly sentence: string
  /** Where to go on from here, if anywhere. */
  readonly next?: { readonly text: string; readonly href: string }
}

const problems = {
  'not-found': {
    status: 404,
    heading: 'Page not found',
    sentence:
      'There is nothing at this address, or it is not yours to see. Check the address, or start again from the first page.',
  },
  forbidden: {
    status: 403,
    heading: 'You cannot do this',
    sentence: 'You may see this, but your part in the network does not let you do it. Ask your hub lead.',
  },
  barred: {
    status: 403,
    heading: 'Not while you act for somebody else',
    sentence:
      'How somebody signs in, what is held about them and what they promise in person is theirs alone. Stop acting for them to see your own.',
  },
  'link-expired': {
    status: 404,
    heading: 'This link has expired',
    sentence:
      'Links in mails work for a limited time, and that of this one is over. Ask whoever wrote to you for a new one.',
  },
  'link-renewable': {
    status: 404,
    heading: 'This link has expired',
    sentence:
      'Links in mails work for a limited time, and that of this one is over. We can send a new one to the address that it was meant for.',
  },
  'link-stopped': {
    status: 404,
    heading: 'This link opens no more',
    sentence:
      'It was stopped, as is done when a link may have reached the wrong person, or what it led to is no longer kept. Ask the hub named in the mail.',
  },
  'other-site': {
    status: 403,
    heading: 'This was sent from another site',
    sentence: 'For your safety a form is only taken from its own page. Open the page again and send it from there.',
  },
  away: {
    status: 503,
    heading: 'The service is not available',
    sentence: 'We cannot reach our records at the moment. Nothing you sent was half-kept. Try again in a minute.',
  },
  wrong: {
    status: 500,
    heading: 'Something went wrong',
    sentence:
      'This is our fault, not yours. Nothing was half-kept. Try again; if it happens again, tell us the reference below.',
  },
  'too-large': {
    status: 413,
    heading: 'The file is too large',
    sentence: 'Go back, and choose a smaller file, or split it in two. Nothing was kept of it.',
  },
  'no-room': {
    status: 507,
    heading: 'There is no room for the file',
    sentence: 'The disk of the service is full. Nothing was kept of the file. Tell whoever runs the service.',
  },
  'other-kind': {
    status: 415,
    heading: 'This page takes no file',
    sentence: 'What was sent is of a kind that this page does not take. Go back, load the page again and retry.',
  },
  'bad-request': {
    status: 400,
    heading: 'This could not be read',
    sentence: 'What was sent is not in a form this page takes. Go back, load the page again and retry.',
  },
} as const

const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', '57P01', '57P02', '57P03', '08006', '08001', '53300'])

/** Turns a failure into what a person is told: the one place that knows HTTP's numbers for them. */
export const problemOf = (problem: unknown): Problem => {
  if (typeof problem === 'string') return named(problem in problems ? (problem as keyof typeof problems) : 'wrong')
  if (problem instanceof Refused)
    return { kind: 'refused', status: 409, heading: 'This cannot be done', sentence: problem.message }
  if (problem instanceof Conflict)
    return { kind: 'conflict', status: 409, heading: 'This has changed in the meantime', sentence: problem.message }
  if (problem instanceof TooMany)
    return { kind: 'too-many', status: 429, heading: 'Too many tries', sentence: problem.message }
  if (problem instanceof LinkExpired) return ofLink(problem)
  if (problem instanceof NotTaken) return named(problem.kind)
  if (problem instanceof NotFound) return named('not-found')
  if (problem instanceof Forbidden) return named('forbidden')
  return named(kindOf(problem as { code?: string; statusCode?: number; message?: string }))
}

// An id that is none reaches the database as a text it cannot read: there is nothing at that address.
const notAnId = '22P02'

const kindOf = ({ code, statusCode = 500, message }: { code?: string; statusCode?: number; message?: string }) => {
  if (code === notAnId) return 'not-found'
  if ((code && away.has(code)) || isLostConnection(message)) return 'away'
  if (statusCode === 413) return 'too-large'
  if (statusCode === 415) return 'other-kind'
  return statusCode < 500 ? 'bad-request' : 'wrong'
}

const isLostConnection = (message: string | undefined): boolean =>
  message !== undefined &&
  /Connection terminated|timeout exceeded when trying to connect|connection timeout/i.test(message)

const named = (kind: keyof typeof problems): Problem => ({ kind, ...problems[kind] })

/** A link that was made here but whose time is over, or that was stopped; `renewAt`: where a new one is sent to whom it was meant for. */
export class LinkExpired extends Error {
  override readonly name = 'LinkExpired'
  readonly how: 'expired' | 'stopped'
  readonly renewAt: string | null
  constructor(how: 'expired' | 'stopped' = 'expired', renewAt: string | null = null) {
    super(`The link is ${how}`)
    this.how = how
    this.renewAt = renewAt
  }
}

const ofLink = ({ how, renewAt }: LinkExpired): Problem => {
  if (how === 'stopped') return named('link-stopped')
  if (renewAt === null) return named('link-expired')
  return { ...named('link-renewable'), next: { text: 'Have a new link sent', href: renewAt } }
}
