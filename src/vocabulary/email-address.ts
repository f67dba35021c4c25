const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const topLabel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/

/** One spelling per address: no spaces around it, lower case throughout. */
export const normaliseEmail = (text: string): string => text.trim().toLowerCase()

const isDomain = (domain: string): boolean => {
  const labels = domain.split('.')
  return labels.length >= 2 && labels.every((label) => domainLabel.test(label)) && topLabel.test(labels.at(-1) ?? '')
}

/** Reads an e-mail address; null when it cannot be one. */
export const parseEmail = (text: string): string | null => {
  const address = normaliseEmail(text)
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  if (at < 1 || address.length > 254 || local.length > 64) return null
  return localPart.test(local) && isDomain(address.slice(at + 1)) ? address : null
}

/** What comes after the @, in lower case. */
export const emailDomain = (address: string): string => normaliseEmail(address).split('@').at(-1) ?? ''

const mistypedDomains: Readonly<Record<string, string>> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gmal.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gnail.com': 'gmail.com',
  'gmaill.com': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.cm': 'gmail.com',
  'hotmial.com': 'hotmail.com',
  'hotmal.com': 'hotmail.com',
  'hotmai.com': 'hotmail.com',
  'hotmial.co.uk': 'hotmail.co.uk',
  'outlok.com': 'outlook.com',
  'outloo.com': 'outlook.com',
  'outlook.co': 'outlook.com',
  'yaho.com': 'yahoo.com',
  'yahooo.com': 'yahoo.com',
  'yaho.co.uk': 'yahoo.co.uk',
  'iclod.com': 'icloud.com',
  gmailcom: 'gmail.com',
  hotmailcom: 'hotmail.com',
  outlookcom: 'outlook.com',
}

const mistypedEndings: readonly (readonly [RegExp, string])[] = [
  [/\.(co|sch|ac|org|gov|nhs)\.(?:ku|ul|ukk|uik|yk)$/, '.$1.uk'],
  [/\.(co|sch|ac|org|gov)uk$/, '.$1.uk'],
  [/\.c[ou]{2}k$/, '.co.uk'],
  [/([a-z0-9-]{2,})(co|sch|ac|org|gov)\.uk$/, '$1.$2.uk'],
  [/\.(?:con|cmo|ocm|comm|vom|xom)$/, '.com'],
  [/\.(?:ogr|orgg)$/, '.org'],
]

// A dot before co.uk may be missing, but zurich.co.uk or monaco.uk must not be "corrected" when the dot is there.
const mendEnding = (domain: string): string => {
  if (/\.(?:co|sch|ac|org|gov|nhs|net)\.uk$/.test(domain)) return domain
  for (const [mistyped, meant] of mistypedEndings) if (mistyped.test(domain)) return domain.replace(mistyped, meant)
  return domain
}

/** The address that was probably meant, when what was typed looks like a typing error; null when it looks right. */
export const suggestEmail = (text: string): string | null => {
  const typed = normaliseEmail(text)
  const tidied = typed
    .replaceAll(/\s/g, '')
    .replaceAll(',', '.')
    .replaceAll(/\.{2,}/g, '.')
    .replace(/\.$/, '')
  const at = tidied.lastIndexOf('@')
  if (at < 1) return null
  const domain = tidied.slice(at + 1)
  const meant = parseEmail(`${tidied.slice(0, at)}@${mistypedDomains[domain] ?? mendEnding(domain)}`)
  return meant === typed ? null : meant
}
