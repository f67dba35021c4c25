const longest = 2000

/** An address of the web, whole as it is kept; null for what is none: another kind, without a site, with spaces, or too long. */
export const webAddress = (typed: string): string | null => {
  if (typed.length > longest || /\s/.test(typed) || !URL.canParse(typed)) return null
  const { protocol, hostname, href } = new URL(typed)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? href : null
}
