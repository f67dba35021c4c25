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
    rule: 'A seal of the history can only be added',
    query: `select format('tessellate_app may %s history_seals', lower(deed)) as fault
      from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as deed where has_table_privilege('tessellate_app', 'history_seals', deed)`,
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
