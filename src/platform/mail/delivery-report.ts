import PostalMime from 'postal-mime'
import { statusOf } from './failing-address.ts'

/** What became of a mail at one address, as a mail server reported it (RFC 3464). */
export type ReportedDelivery = {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** An enhanced status code (RFC 3463), such as 5.1.1. */
  readonly status: string
  readonly said: string
  /** The addresses that the report names: where it went in the end, and where it was sent. */
  readonly to: readonly string[]
}

export type DeliveryReport = {
  /** The name we gave the mail when it was handed over (RFC 3461). */
  readonly envelopeId: string | null
  /** The Message-ID of the mail that came back. */
  readonly messageId: string | null
  readonly deliveries: readonly ReportedDelivery[]
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const
const isAction = (word: string): word is ReportedDelivery['action'] => actions.some((action) => action === word)

type Fields = ReadonlyMap<string, string>

/** Groups of header fields, apart by an empty line; a field goes on over lines that begin with a space. */
const groupsOf = (text: string): readonly Fields[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => {
      const lines = group.replaceAll(/\n[ \t]+/g, ' ').split('\n')
      return new Map(
        lines.flatMap((line) => {
          const [, name, value] = /^([A-Za-z-]+)[ \t]*:(.*)$/.exec(line) ?? []
          return name ? [[name.toLowerCase(), (value ?? '').trim()] as const] : []
        }),
      )
    })
    .filter((group) => group.size > 0)

// What came back: the mail whole or its headers alone, in ASCII or beyond it (RFC 6533).
const returned = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'] as const

const longestSaid = 300

// Some servers always write 5.0.0 and tell what happened only in what the other server said.
const statusIn = (status: string, diagnostic: string): string => {
  const [, code] = /^smtp[ \t]*;[ \t]*([45]\d\d)\b/i.exec(diagnostic) ?? []
  return code && /^[45]\.0\.0$/.test(status) ? statusOf(Number(code), diagnostic) : status
}

/** "rfc822; ann@school.example" without its kind of address. */
const addressIn = (field: string | undefined): readonly string[] => {
  const address = field?.replace(/^[a-z0-9-]+[ \t]*;[ \t]*/i, '').trim() ?? ''
  return address === '' ? [] : [address.toLowerCase()]
}

const deliveryOf = (fields: Fields): ReportedDelivery | null => {
  const action = (fields.get('action') ?? '').toLowerCase()
  const status = /^([245]\.\d{1,3}\.\d{1,3})/.exec(fields.get('status') ?? '')?.[1]
  if (!isAction(action) || !status || !fields.has('final-recipient')) return null
  const diagnostic = fields.get('diagnostic-code') ?? ''
  const said = diagnostic.replace(/^[a-z0-9-]+[ \t]*;[ \t]*/i, '')
  const to = [...addressIn(fields.get('final-recipient')), ...addressIn(fields.get('original-recipient'))]
  return { action, status: statusIn(status, diagnostic), said: said.slice(0, longestSaid), to: [...new Set(to)] }
}

/** Reads a delivery status notification; null when it is none, or is not as RFC 3464 has it. */
export const readDeliveryReport = async (raw: Uint8Array): Promise<DeliveryReport | null> => {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 20 }).catch(() => null)
  const type = mail?.headers.find(({ key }) => key === 'content-type')?.value ?? ''
  if (!mail || !/^multipart\/report\b/i.test(type) || !/report-type="?delivery-status/i.test(type)) return null
  const part = (of: readonly string[]): string | null => {
    const found = mail.attachments.find(({ mimeType }) => of.includes(mimeType.toLowerCase()))
    if (!found) return null
    return typeof found.content === 'string' ? found.content : new TextDecoder().decode(found.content)
  }
  const [about, ...recipients] = groupsOf(part(['message/delivery-status', 'message/global-delivery-status']) ?? '')
  const deliveries = recipients.flatMap((fields) => deliveryOf(fields) ?? [])
  if (!about?.has('reporting-mta') || deliveries.length === 0) return null
  const [headers] = groupsOf(part([...returned]) ?? '')
  return {
    envelopeId: about.get('original-envelope-id') ?? null,
    messageId: headers?.get('message-id') ?? null,
    deliveries,
  }
}
