import { parseEmail, suggestEmail } from '../../vocabulary/email-address.ts'
import { parseTelephone } from '../../vocabulary/telephone.ts'

const courtesy = /^(mr|mrs|ms|miss|mx)\.?\s+/i
const tidyName = (name: string): string =>
  name
    .replaceAll(/\s*\([^)]*\)\s*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(courtesy, '')
    .replaceAll(/^[,.;:-]+|[,;:-]+$/g, '')
    .trim()

const wordsIn = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length

// "Okafor, Ngozi" is one person, "Ann Lee, Bo Day" are two; which it is a column's other cells tell best.
const byComma = (text: string, surnameFirst: boolean): readonly string[] => {
  const parts = text.split(',').map(tidyName).filter(Boolean)
  const [last, first] = parts
  if (parts.length === 2 && last && first && (surnameFirst || wordsIn(last) === 1)) return [`${first} ${last}`]
  return surnameFirst ? [parts.join(' ')] : parts
}

/** The names in a cell: several people may share it, and surnames may come first. */
export const namesIn = (cell: string, surnameFirst = false): readonly string[] => {
  const parts = cell
    .split(/\s*(?:\n|;|\/|&|\+|\band\b)\s*/i)
    .flatMap((part) => byComma(part, surnameFirst))
    .map(tidyName)
    .filter((name) => /\p{L}/u.test(name))
  // "Ann and Bo Day" are two of one surname.
  const surname = parts.at(-1)?.split(' ').slice(1).join(' ') ?? ''
  return parts.map((name) => (wordsIn(name) === 1 && parts.length > 1 && surname ? `${name} ${surname}` : name))
}

/** The e-mail addresses in a cell, however they are written around. */
export const addressesIn = (cell: string): readonly string[] => {
  const found = cell.matchAll(/[^\s<>;,()"'[\]|]+@[^\s<>;,()"'[\]|]+/g)
  const addresses = [...found].map(([text]) =>
    parseEmail(text.replace(/^mailto:/i, '').replaceAll(/^[.:]+|[.:/]+$/g, '')),
  )
  return [...new Set(addresses.filter((address) => address !== null))]
}

/** Why a cell gives no e-mail address, in words. */
export const noAddressIn = (cell: string): string => {
  if (cell === '') return 'there is no email address'
  const meant = suggestEmail(cell)
  if (meant) return `“${cell}” is not an email address: is ${meant} meant?`
  // A spreadsheet program takes the first 0 from a number.
  if (parseTelephone(cell) ?? parseTelephone(`0${cell}`))
    return `the column for the email address holds a telephone number, ${cell}`
  return `“${cell.slice(0, 80)}” is not an email address`
}

/** Whether an address and a name seem to belong together: ngozi.okafor@… and Ngozi Okafor. */
export const isLikeName = (address: string, name: string): boolean => {
  const local = address.split('@')[0] ?? ''
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 2 && local.includes(word))
}
