import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A statement of account comes to what it brought forward and its lines',
    query: `select format('statement %s comes to %s, its lines to %s', s.id, s.closing_pence, s.brought_forward_pence + coalesce(sum(l.owed_pence), 0)) as fault
      from account_statements s left join account_statement_lines x on x.statement_id = s.id left join ledger_lines l on l.id = x.entry_id
      group by s.id having s.closing_pence <> s.brought_forward_pence + coalesce(sum(l.owed_pence), 0) or count(x.entry_id) = 0`,
  },
  {
    rule: 'Statements of account are numbered within a hub and year without a gap',
    query: `select format('hub %s has %s statements of %s, numbered to %s', n.hub_id, count(s.id), n.year, n.last) as fault
      from account_statement_numbers n left join account_statements s on s.hub_id = n.hub_id and s.year = n.year
      group by n.hub_id, n.year, n.last having count(s.id) <> n.last or coalesce(max(s.number), 0) <> n.last`,
  },
]
