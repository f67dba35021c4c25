import type { Invariant } from '../../platform/invariants.ts'

// What two records told of one person before they were merged stands beside each other.
const asOnePerson = 'not exists (select from merged_records m where m.into_id = a.person_id)'

export const invariants: readonly Invariant[] = [
  {
    rule: 'Everybody who can be written to has one address that is written to, and an address is one person’s at a time',
    query: `select format('%s has %s main addresses among %s', p.id, count(*) filter (where e.is_primary), count(*)) as fault
      from email_addresses e join people p on p.id = e.person_id where e.to_at is null
      group by p.id having count(*) filter (where e.is_primary) <> 1
      union all select format('%s has an address that ended before it began', person_id) from email_addresses where to_at < from_at`,
  },
  {
    rule: 'Nobody holds the same post at the same organisation twice at a time',
    query: `select format('%s is %s at %s twice', a.person_id, a.post, a.organisation_id) as fault
      from posts a join posts b on b.person_id = a.person_id and b.organisation_id = a.organisation_id and b.post = a.post and b.id > a.id
      where daterange(a.from_on, case when a.to_on is not null then greatest(a.from_on, a.to_on) end, '[)') && daterange(b.from_on, case when b.to_on is not null then greatest(b.from_on, b.to_on) end, '[)')
        and ${asOnePerson}
      union all select format('%s was %s at %s until before it began', person_id, post, organisation_id) from posts where to_on < from_on`,
  },
  {
    rule: 'Nobody has the same part at the same place twice at a time',
    query: `select format('%s is %s twice', a.person_id, a.role) as fault
      from roles a join roles b on b.person_id = a.person_id and b.role = a.role and b.id > a.id
        and (b.hub_id, b.group_id, b.organisation_id) is not distinct from (a.hub_id, a.group_id, a.organisation_id)
      where case when a.to_on < a.from_on then 'empty'::daterange else daterange(a.from_on, a.to_on, '[]') end
        && case when b.to_on < b.from_on then 'empty'::daterange else daterange(b.from_on, b.to_on, '[]') end
        and ${asOnePerson}`,
  },
  {
    rule: 'Names of before follow each other, and are not of days to come',
    query: `select format('%s was called two names at a time', a.person_id) as fault
      from person_names a join person_names b on b.person_id = a.person_id and b.id > a.id and b.from_on is not null
      where a.from_on is not null and daterange(a.from_on, a.to_on) && daterange(b.from_on, b.to_on)`,
  },
  {
    rule: 'A teacher reference number has seven digits',
    query: `select format('%s has a number of another kind', id) as fault from people where teacher_reference_number !~ '^[0-9]{7}$'`,
  },
  {
    rule: 'Whoever has moved holds no post any more from before at the organisation that they left',
    query: `select format('%s left %s on %s and still holds a post there', m.person_id, m.from_organisation_id, m.moved_on) as fault
      from person_moves m join posts t on t.person_id = m.person_id and t.organisation_id = m.from_organisation_id and t.to_on is null
        and t.stated_at < m.said_at and (t.from_on is null or t.from_on < m.moved_on)`,
  },
  {
    rule: 'A coming move is settled with the move that it became, and leads elsewhere',
    query: `select format('The move %s is said to have happened: nothing shows it', c.id) as fault from coming_moves c
      where c.status = 'happened' and c.move_id is null
      union all select format('The move %s is still to come, but its person has left', c.id) from coming_moves c
        join person_moves m on m.person_id = c.person_id and m.from_organisation_id = c.from_organisation_id and m.said_at > c.said_at
        where c.status = 'coming'`,
  },
]
