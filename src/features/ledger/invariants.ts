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
  {
    rule: 'What a grant comes to in the ledger is what its state says: nothing, what is still to be paid out, or what was',
    query: `select format('grant %s is %s: %s pence granted, %s owing, %s owed', x.id, x.status, x.granted, x.owing, x.owed) as fault from (
      select a.id, a.status, a.amount_pence, coalesce(sum(case when e.debit = 'grants' then e.amount_pence when e.credit = 'grants' then -e.amount_pence end), 0) as granted,
        coalesce(sum(case when e.credit = 'owing' then e.amount_pence when e.debit = 'owing' then -e.amount_pence end), 0) as owing,
        coalesce(sum(case when e.debit = 'owed' then e.amount_pence when e.credit = 'owed' then -e.amount_pence end), 0) as owed
      from grants a left join ledger_entries e on e.grant_id = a.id group by a.id, a.status, a.amount_pence) x
      where x.granted <> case when x.status in ('approved', 'paid') then x.amount_pence else 0 end
        or x.owing <> case when x.status = 'approved' then x.amount_pence else 0 end
        or (x.status <> 'clawed_back' and x.owed <> 0) or x.owed < 0 or x.owed > x.amount_pence`,
  },
]
