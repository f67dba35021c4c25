import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** What the history of a person shows to a hub that knows them: their own changes, and what concerns the hub itself. No values. */
const shown: Readonly<Record<string, string>> = {
  'person.made-known': 'Became known here',
  'person.renamed': 'Changed their name',
  'telephone.changed': 'Changed their telephone number',
  'address.confirmed': 'Confirmed an email address',
  'address-change.confirmed': 'Is written to at a new address',
  'address-change.stopped': 'Had a change of address stopped',
  'post.stated': 'A post was stated',
  'post.ended': 'A post was ended',
  'person.moved': 'Moved to another school',
  'person.left': 'Left a school',
  'coming-move.announced': 'Will leave a school on a day to come',
  'coming-move.taken-back': 'Does not leave a school after all',
  'coming-move.lapsed': 'Could not leave a school on the day told before',
  'needs.changed': 'Changed their access or dietary needs',
  'move.decided': 'The hub decided what becomes of a place',
  'role.granted': 'Was given a part',
  'role.ended': 'Had a part ended',
  'reference-number.shown': 'The teacher reference number was shown',
}

const ofThisHubOnly = ['role.granted', 'role.ended', 'reference-number.shown', 'move.decided']

/** The history of a person in the sight of a hub, latest first. */
export const historyForHub = async (db: Reader, personId: string, hubId: string) => {
  const { rows } = await sql<{ name: string; at: Temporal.Instant; by: string | null }>`
    select e.name, e.occurred_at as at, b.name as by from events e
      left join people b on b.id = e.actor_id and e.actor_kind = 'person'
    where e.subject_type = 'person' and e.subject_id in (select ${personId}::uuid union all select record_id from merged_records where into_id = ${personId}) and e.name = any (${Object.keys(shown)}::text[])
      and (not e.name = any (${ofThisHubOnly}::text[])
        or exists (select from event_subjects s where s.event_id = e.id and s.subject_type = 'hub' and s.subject_id = ${hubId})
        or exists (select from event_subjects s join groups g on g.id = s.subject_id where s.event_id = e.id and s.subject_type = 'group' and g.hub_id = ${hubId})
        or exists (select from event_subjects s where s.event_id = e.id and s.subject_type = 'organisation'))
    order by e.id desc limit 40`.execute(db)
  return rows.map(({ name, at, by }) => ({ title: shown[name] ?? name, at, by }))
}
