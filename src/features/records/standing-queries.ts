import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { MergeKind, Pair, Standing } from './merge.ts'

const sentences = async (db: Reader, queries: readonly RawBuilder<{ says: string }>[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ says: string }>`${sql.join(queries, sql` union `)} order by 1`.execute(db)
  return rows.map(({ says }) => says)
}

const live = sql`('offered', 'held')`
const liveRequest = sql`('received', 'confirmed', 'waiting', 'offered', 'placed')`

const againstPeople = ({ keptId, mergedId }: Pair): readonly RawBuilder<{ says: string }>[] => {
  const both = sql`(${keptId}, ${mergedId})`
  return [
    sql`select format('Both have a live place of their own in %s. Release one of them first.', r.title) as says
      from places a join places b on b.project_id = a.project_id and b.person_id = ${mergedId} and b.status in ${live}
      join projects r on r.id = a.project_id where a.person_id = ${keptId} and a.status in ${live}`,
    sql`select format('Both have a live expression of interest of their own in %s. Withdraw one of them first.', r.title)
      from expressions_of_interest a join expressions_of_interest b on b.offer_id = a.offer_id and b.person_id = ${mergedId} and b.status in ${liveRequest}
      join projects r on r.id = a.project_id where a.person_id = ${keptId} and a.status in ${liveRequest}`,
    sql`select format('Both take part in %s, for two organisations. End one of their parts there first.', g.name)
      from participants a join places p on p.id = a.place_id and p.status in ${live} join places q on q.group_id = p.group_id and q.id <> p.id and q.status in ${live}
      join participants b on b.place_id = q.id and b.person_id = ${mergedId} and b.to_on is null join groups g on g.id = p.group_id
      where a.person_id = ${keptId} and a.to_on is null`,
    sql`select format('They lead sessions of %s and of %s at the same time. Move one of the sessions first.', g.name, h.name)
      from session_leads a join session_leads b on b.person_id = ${mergedId} and b.session_id <> a.session_id and b.during && a.during
      join sessions s on s.id = a.session_id join groups g on g.id = s.group_id join sessions t on t.id = b.session_id join groups h on h.id = t.group_id
      where a.person_id = ${keptId}`,
    sql`select format('%s is to be erased: decide about that first.', p.name) from erasure_requests r join people p on p.id = r.person_id
      where r.person_id in ${both} and r.status = 'asked'`,
    sql`select 'One of them has decided about the other’s wish to be erased: they are two people.' from erasure_requests r
      where r.person_id in ${both} and r.decided_by_person_id in ${both} and r.person_id <> r.decided_by_person_id`,
    sql`select format('%s has been erased.', p.name) from people p where p.id in ${both} and p.erased_at is not null`,
    sql`select format('%s has been merged into another record already.', p.name) from people p where p.id in ${both} and p.merged_into_id is not null`,
  ]
}

const notesOnPeople = ({ keptId, mergedId }: Pair): readonly RawBuilder<{ says: string }>[] => [
  sql`select format('Both are named for the place of %s in %s: it names one person fewer afterwards.', o.name, g.name) as says
    from participants a join participants b on b.place_id = a.place_id and b.person_id = ${mergedId} and b.to_on is null
    join places p on p.id = a.place_id join groups g on g.id = p.group_id join organisations o on o.id = p.organisation_id
    where a.person_id = ${keptId} and a.to_on is null`,
  sql`select format('The register of %s on %s has different marks for the two: both are kept, to be settled there.', g.name, to_char(s.on_date, 'FMDD FMMonth YYYY'))
    from participants a join participants b on b.place_id = a.place_id and b.person_id = ${mergedId} and b.to_on is null
    join standing_marks m on m.participant_id = a.id join standing_marks n on n.participant_id = b.id and n.session_id = m.session_id and n.mark <> m.mark
    join sessions s on s.id = m.session_id join groups g on g.id = s.group_id where a.person_id = ${keptId} and a.to_on is null`,
  sql`select format('Both have a statement of taking part in %s: both stay valid.', g.name)
    from participants a join statements s on s.participant_id = a.id join participants b on b.person_id = ${mergedId}
    join statements t on t.participant_id = b.id and t.group_id = s.group_id join groups g on g.id = s.group_id where a.person_id = ${keptId}`,
  sql`select 'Their teacher reference numbers differ: are they not two people?'
    from people a join people b on b.id = ${mergedId} and b.teacher_reference_number <> a.teacher_reference_number where a.id = ${keptId}`,
  sql`select format('Both sign in with an account of %s: the account of the record that is kept stays.', a.issuer)
    from provider_accounts a join provider_accounts b on b.issuer = a.issuer and b.person_id = ${mergedId} where a.person_id = ${keptId}`,
]

const againstOrganisations = ({ keptId, mergedId }: Pair): readonly RawBuilder<{ says: string }>[] => {
  const both = sql`(${keptId}, ${mergedId})`
  return [
    sql`select format('Both have a live place in %s: in %s and in %s. Release one of them first.', r.title, g.name, h.name) as says
      from places a join places b on b.project_id = a.project_id and b.organisation_id = ${mergedId} and b.status in ${live} and b.person_id is null
      join projects r on r.id = a.project_id join groups g on g.id = a.group_id join groups h on h.id = b.group_id
      where a.organisation_id = ${keptId} and a.status in ${live} and a.person_id is null`,
    sql`select format('Both have a live expression of interest in the same offer of %s. Decline or withdraw one of them first.', r.title)
      from expressions_of_interest a join expressions_of_interest b on b.offer_id = a.offer_id and b.organisation_id = ${mergedId} and b.person_id is null and b.status in ${liveRequest}
      join projects r on r.id = a.project_id where a.organisation_id = ${keptId} and a.person_id is null and a.status in ${liveRequest}`,
    sql`select format('%s follows %s: they are two organisations, one after the other.', n.name, o.name)
      from organisation_successors s join organisations o on o.id = s.predecessor_id join organisations n on n.id = s.successor_id
      where s.predecessor_id in ${both} and s.successor_id in ${both}`,
    sql`select format('%s is a member of %s: a trust is not one of its schools.', o.name, t.name)
      from trust_memberships m join organisations o on o.id = m.organisation_id join organisations t on t.id = m.trust_id
      where m.organisation_id in ${both} and m.trust_id in ${both}`,
    sql`select format('%s has been merged into another record already.', o.name) from organisations o where o.id in ${both} and o.merged_into_id is not null`,
  ]
}

const notesOnOrganisations = ({ keptId, mergedId }: Pair): readonly RawBuilder<{ says: string }>[] => [
  sql`select 'Both stand in the register of schools, each with its URN: are they not two schools?' as says
    from organisations a join organisations b on b.id = ${mergedId} and b.urn is not null where a.id = ${keptId} and a.urn is not null`,
  sql`select format('Both have a record of %s in %s: the further one is kept.', g.name, a.year || '/' || right((a.year + 1)::text, 2))
    from stage_records a join stage_records b on b.stage_id = a.stage_id and b.year = a.year and b.organisation_id = ${mergedId}
    join stages g on g.id = a.stage_id where a.organisation_id = ${keptId}`,
]

/** What stands against merging two records, and what is worth knowing before it is done. */
export const standingOf = async (db: Reader, kind: MergeKind, pair: Pair): Promise<Standing> => ({
  against: await sentences(db, kind === 'person' ? againstPeople(pair) : againstOrganisations(pair)),
  notes: await sentences(db, kind === 'person' ? notesOnPeople(pair) : notesOnOrganisations(pair)),
})
