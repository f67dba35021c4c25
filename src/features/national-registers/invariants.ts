import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A school is in one trust at a time',
    query: `select format('organisation %s is in two trusts at once', a.organisation_id) as fault from trust_memberships a join trust_memberships b
      on b.organisation_id = a.organisation_id and b.id > a.id
      where daterange(a.from_on, a.to_on) && daterange(b.from_on, b.to_on)`,
  },
  {
    rule: 'Who a school belongs to is a trust',
    query: `select format('membership %s is in %s, which is no trust', m.id, t.name) as fault from trust_memberships m join organisations t on t.id = m.trust_id where t.kind <> 'trust'`,
  },
  {
    rule: 'A closed school belongs to no trust any more',
    query: `select format('%s is closed and in a trust', o.urn) as fault from trust_memberships m join organisations o on o.id = m.organisation_id where m.to_on is null and o.status = 'closed'`,
  },
  {
    rule: 'Whoever closed here and has one successor has been told to later rooms',
    query: `select format('%s was followed and nobody was told', p.urn) as fault from organisation_successors k join organisations p on p.id = k.predecessor_id
      where k.told_at is null and p.status = 'closed' and exists (select from organisation_changes c where c.organisation_id = p.id and c.kind = 'closed')
        and not exists (select from organisation_successors other where other.predecessor_id = k.predecessor_id and other.successor_id <> k.successor_id)`,
  },
  {
    rule: 'A link whose schools are both known is a succession',
    query: `select format('%s to %s is a link but no succession', l.predecessor_urn, l.successor_urn) as fault from school_links l
      join organisations p on p.urn = l.predecessor_urn join organisations s on s.urn = l.successor_urn
      where not exists (select from organisation_successors k where k.predecessor_id = p.id and k.successor_id = s.id)`,
  },
  {
    rule: 'An accreditation is that of a provider of teacher training, and there is one at a time',
    query: `select format('accreditation %s is wrong', a.id) as fault from itt_accreditations a join organisations o on o.id = a.organisation_id
      where o.itt_kind is null or exists (select from itt_accreditations b where b.organisation_id = a.organisation_id and b.id > a.id
        and daterange(a.from_on, a.to_on) && daterange(b.from_on, b.to_on))`,
  },
  {
    rule: 'What an import changed, and that it was, may only be appended',
    query: `select format('tessellate_app may %s %s', lower(r.deed), t.name) as fault from unnest(array['organisation_changes', 'register_imports']) as t(name),
      unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as r(deed) where has_table_privilege('tessellate_app', t.name, r.deed)`,
  },
]
