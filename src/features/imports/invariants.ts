import type { Invariant } from '../../platform/invariants.ts'

const rowsBelow = 'import_rows r on r.import_id = i.id and r.number > i.header_row + 1'

export const invariants: readonly Invariant[] = [
  {
    rule: 'What an import says it came to is what became of its rows, and none is left to be done',
    query: `select format('Import %s says %s of %s rows, and there are %s', id, coalesce(said, 0), outcome, count) as fault from (
        select i.id, r.outcome, (i.counts ->> r.outcome)::int as said, count(*)::int as count
        from imports i join ${rowsBelow} where i.status in ('finished', 'undoing', 'undone') and i.rows_deleted_at is null
        group by i.id, r.outcome) t where said is distinct from count
      union all select format('Import %s says %s of %s rows, and there is none', i.id, c.value, c.key)
        from imports i cross join jsonb_each_text(i.counts) c where i.status in ('finished', 'undoing', 'undone') and i.rows_deleted_at is null and c.value <> '0'
          and not exists (select from ${rowsBelow.replace(' on ', ' where ')} and r.outcome = c.key)
      union all select format('Import %s is over, and row %s is not done', i.id, r.number) from imports i join ${rowsBelow}
        where i.status in ('finished', 'undoing', 'undone') and i.rows_deleted_at is null and r.outcome in ('unread', 'waiting', 'new', 'changed', 'same')`,
  },
  {
    rule: 'An import that was undone has left nothing but what it says it left',
    query: `select format('Import %s is undone, and nothing is said of row %s', i.id, r.number) as fault from imports i join ${rowsBelow}
        where i.status = 'undone' and r.outcome in ('made', 'added') and r.undo is null
      union all select format('Import %s took row %s back, and its request stands', i.id, r.number) from imports i join ${rowsBelow}
        join expressions_of_interest e on e.id = r.interest_id where r.undo = 'taken_back' and e.status <> 'withdrawn'
      union all select format('Import %s took row %s back, and a person it made known is here', i.id, r.number) from imports i join ${rowsBelow}
        join people p on p.id = any (r.made_person_ids) where r.undo = 'taken_back' and i.kind = 'people'`,
  },
]
