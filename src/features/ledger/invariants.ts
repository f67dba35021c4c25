import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'What a charge comes to in the ledger is what its state says: nothing, what it asks for, or that and the payments',
    query: `select format('charge %s is %s: %s pence charged, %s owed', x.id, x.status, x.charged, x.owed) as fault from (
      select c.id, c.status, c.amount_pence, coalesce(sum(case when e.debit = 'charges' then -e.amount_pence when e.credit = 'charges' then e.amount_pence end), 0) as charged,
        coalesce(sum(case when e.debit = 'owed' then e.amount_pence when e.credit = 'owed' then -e.amount_pence end), 0) as owed
      from charges c left join ledger_entries e on e.charge_id = c.id group by c.id, c.status, c.amount_pence) x
      where x.charged <> case when x.status in ('confirmed', 'paid') then x.amount_pence else 0 end
        or (x.status = 'confirmed' and x.owed <= 0) or (x.status = 'paid' and x.owed > 0) or (x.status in ('proposed', 'waived', 'credited') and x.owed > 0)`,
  },
]
