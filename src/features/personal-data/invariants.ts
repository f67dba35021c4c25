import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'Nothing recorded has been taken out of the history since it was sealed',
    query: `select format('the history up to event %s is not what was sealed on %s: it has %s events, sealed were %s', s.up_to_event_id,
        s.sealed_at::date, e.events, s.events) as fault
      from (select * from history_seals order by up_to_event_id desc limit 1) s
      cross join lateral (select count(*) as events, bit_xor(('x' || substr(encode(hash, 'hex'), 1, 16))::bit(64)::bigint) as digest
        from events where id <= s.up_to_event_id) e
      where e.events <> s.events or e.digest is distinct from s.digest`,
  },
  {
    rule: 'Who has read what can only be added to',
    query: `select format('tessellate_app may %s %s', lower(r.deed), t.name) as fault
      from unnest(array['personal_reads', 'history_seals']) as t(name), unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as r(deed)
      where has_table_privilege('tessellate_app', t.name, r.deed)`,
  },
  {
    rule: 'Nobody who was erased is named, reached or signed in (rule 14)',
    query: `select format('person %s was erased and still has %s', p.id, w.what) as fault from people p
      cross join lateral (
        select 'a name' as what where p.name <> 'Erased person'
        union all select 'an address' where exists (select from email_addresses e where e.person_id = p.id)
        union all select 'a session' where exists (select from signed_in_sessions s where s.person_id = p.id)
        union all select 'a part' where exists (select from roles r where r.person_id = p.id and r.to_on is null)
      ) w
      where p.erased_at is not null`,
  },
]
