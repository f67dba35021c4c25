/** What is known of whoever came by the link to a request. */
export type Sender = {
  /** The domains of addresses that were confirmed: the sender's, and the headteacher's who agreed. */
  readonly domains: readonly string[]
  readonly schoolDomains: readonly string[]
  readonly status: string
  readonly isEnteredByHub: boolean
}

/**
 * Whether the holder of a link to a request is somebody of the school it speaks for: an address at the school's own domain was
 * confirmed, or the hub has taken the request up (domain rule 15). Anybody can send a request in a school's name, and name a
 * friend as its headteacher.
 */
export const isOfItsSchool = ({ domains, schoolDomains, status, isEnteredByHub }: Sender): boolean =>
  domains.some((domain) => schoolDomains.includes(domain)) ||
  isEnteredByHub ||
  ['waiting', 'offered', 'placed'].includes(status)
