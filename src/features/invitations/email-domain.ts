import { parseEmail } from '../../vocabulary/email-address.ts'

/** Where everybody has an address: it tells nothing about a school. */
const everybodys = new Set([
  'aol.com',
  'btinternet.com',
  'gmail.com',
  'googlemail.com',
  'hotmail.co.uk',
  'hotmail.com',
  'icloud.com',
  'live.co.uk',
  'live.com',
  'mail.com',
  'me.com',
  'msn.com',
  'outlook.com',
  'proton.me',
  'protonmail.com',
  'sky.com',
  'talktalk.net',
  'virginmedia.com',
  'yahoo.co.uk',
  'yahoo.com',
])

/** What comes after the @ of a school's addresses, however it was typed; null when it cannot be one. */
export const parseDomain = (typed: string): string | null => {
  const domain = typed
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?/, '')
    .replace(/\/.*$/, '')
    .replace(/^.*@/, '')
  return parseEmail(`somebody@${domain}`) === null ? null : domain
}

/** Whether anybody can have an address there, of a school or not. */
export const isEverybodys = (domain: string): boolean => everybodys.has(domain)
