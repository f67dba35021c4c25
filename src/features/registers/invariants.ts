import type { Invariant } from '../../platform/invariants.ts'

export const invariants: readonly Invariant[] = [
  {
    rule: 'A mark belongs to a participant of the session’s own group (rule 6)',
    query: `select format('mark %s is for a participant of another group', m.id) as fault from marks m
      join sessions s on s.id = m.session_id join participants a on a.id = m.participant_id join places p on p.id = a.place_id where p.group_id <> s.group_id`,
  },
  {
    rule: 'A mark replaces only a mark of the same participant in the same session (rule 6)',
    query: `select format('mark %s replaces a mark of somebody else', m.id) as fault from marks m join marks o on o.id = m.replaces_mark_id
      where o.session_id <> m.session_id or o.participant_id <> m.participant_id`,
  },
  {
    rule: 'The same mark sent twice is one mark: an id is a mark, or says again what stood, or was set aside (rule 6)',
    query: `select format('the id %s stands for two things', id) as fault from
      (select id from marks union all select id from repeated_marks union all select id from marks_set_aside) all_ids group by id having count(*) > 1`,
  },
  {
    rule: 'Whoever came without standing in the register is matched within the session’s own group (rule 9)',
    query: `select format('walk-in %s is matched to somebody of another group', w.id) as fault from walk_ins w
      join sessions s on s.id = w.session_id join participants a on a.id = w.participant_id join places p on p.id = a.place_id where p.group_id <> s.group_id`,
  },
]
