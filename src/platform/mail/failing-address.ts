/** What a refusal is about: the address itself, a fault that may pass, or this mail or this server and not the address. */
export type Fault = 'address' | 'passing' | 'other'

const detailsThatPass = ['2', '3']

/** What an enhanced status code says is at fault (RFC 3463): a full mailbox passes, a mail refused for what it says is no wrong address. */
export const faultOf = (status: string): Fault => {
  const [kind, subject, detail = ''] = status.split('.')
  if (kind !== '5') return 'passing'
  if (subject === '2' && detailsThatPass.includes(detail)) return 'passing'
  return ['0', '1', '2', '4'].includes(subject ?? '') ? 'address' : 'other'
}

/** Codes by which a server refuses an address while it is named (RFC 5321), where it gives no enhanced status. */
const byCode: Readonly<Record<number, string>> = { 550: '5.1.1', 551: '5.1.6', 552: '5.2.2', 553: '5.1.3' }

/** The enhanced status of a refusal by a mail server: as it gives it, or by its code. */
export const statusOf = (code: number, said: string): string =>
  /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1] ?? byCode[code] ?? `${code >= 500 ? 5 : 4}.3.0`

/** What a failure means, in words for those who can do something about it. */
export const faultInWords = (status: string): string => {
  const [, subject = '', detail = ''] = status.split('.')
  if (subject === '1' && ['1', '6', '0'].includes(detail)) return 'There is no such mailbox.'
  if (subject === '1' && ['2', '8'].includes(detail)) return 'There is no such domain: look for a mistake after the @.'
  if (subject === '1') return 'The address is not written as an address is.'
  if (subject === '2') return 'The mailbox is full, or takes no mail.'
  if (subject === '4') return 'The mail server of this address cannot be reached.'
  return 'The mail server there refuses it.'
}
