/** The accounts between which amounts move: what organisations owe a hub, what it owes them, what it has charged and granted, and its bank. */
type Account = 'owed' | 'owing' | 'charges' | 'grants' | 'bank'

/** What an entry is about. */
export type About = { readonly chargeId: string } | { readonly grantId: string }

/** What kinds of entry there are, and between which accounts each moves an amount. */
export const movements = {
  charged: { debit: 'owed', credit: 'charges' },
  waived: { debit: 'charges', credit: 'owed' },
  credited: { debit: 'charges', credit: 'owed' },
  undone: { debit: 'charges', credit: 'owed' },
  payment: { debit: 'bank', credit: 'owed' },
  payment_taken_back: { debit: 'owed', credit: 'bank' },
  refund: { debit: 'owed', credit: 'bank' },
  granted: { debit: 'grants', credit: 'owing' },
  approval_undone: { debit: 'owing', credit: 'grants' },
  voided: { debit: 'owing', credit: 'grants' },
  paid_out: { debit: 'owing', credit: 'bank' },
  clawed_back: { debit: 'owed', credit: 'grants' },
} as const satisfies Readonly<Record<string, { readonly debit: Account; readonly credit: Account }>>

export type EntryKind = keyof typeof movements

export const entryKindLabels: Readonly<Record<EntryKind, string>> = {
  charged: 'Charge confirmed',
  waived: 'Charge waived',
  credited: 'Charge credited',
  undone: 'Decision undone',
  payment: 'Payment received',
  payment_taken_back: 'Payment noted by mistake, taken back',
  refund: 'Paid back',
  granted: 'Grant approved',
  approval_undone: 'Approval undone',
  voided: 'Grant made void',
  paid_out: 'Paid out',
  clawed_back: 'Grant clawed back',
}
