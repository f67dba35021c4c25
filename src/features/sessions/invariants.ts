import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A lead is not in two sessions at once (rule 4)',
    query: `select format('person %s leads sessions %s and %s at the same time', a.person_id, a.session_id, b.session_id) as fault
      from session_leads a join session_leads b on a.person_id = b.person_id and a.session_id < b.session_id and a.during && b.during`,
  },
  {
    rule: 'Every dated session that is not cancelled occupies the time of its leads (rule 4)',
    query: `select format('session %s does not occupy the time of lead %s', s.id, r.person_id) as fault
      from sessions s join roles r on r.group_id = s.group_id and r.role = 'group_lead' and r.to_on is null and r.from_on <= s.on_date
      where s.status in ('confirmed', 'provisional') and s.on_date is not null and s.starts_at is not null and s.ends_at is not null
        and not exists (select from session_leads l where l.session_id = s.id and l.person_id = r.person_id)`,
  },
  {
    rule: 'Nobody has been told a version of a session that does not exist yet (rule 8)',
    query: `select format('person %s was told version %s of session %s, which is at %s', i.person_id, i.sequence, s.id, s.sequence) as fault
      from session_invitations i join sessions s on s.id = i.session_id where i.sequence > s.sequence`,
  },
]
