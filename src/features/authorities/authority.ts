/** An authority with how many of its schools are open, and how many hubs serve it today. */
export type AuthorityInShort = {
  readonly code: string
  readonly name: string
  readonly region: string | null
  readonly open: number
  readonly hubs: number
}

export type SchoolThere = {
  readonly id: string
  readonly name: string
  readonly urn: number | null
  readonly town: string | null
  readonly phase: string | null
  readonly status: 'open' | 'closed' | 'proposed_to_close' | 'proposed_to_open'
}

export type AuthorityInFull = {
  readonly code: string
  readonly name: string
  readonly region: string | null
  /** Open schools by phase, the most first. */
  readonly phases: readonly { readonly phase: string | null; readonly schools: number }[]
  readonly closed: number
  readonly trusts: readonly { readonly id: string; readonly name: string; readonly schools: number }[]
}
