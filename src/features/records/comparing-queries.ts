import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type OrganisationStatus, statusOf } from '../organisations/index.ts'
import { fieldsOf, type MergeKind } from './merge.ts'

/** A record beside another: what it is called, what there is to choose from, and what else tells whether the two are one. */
export type Compared = {
  readonly id: string
  readonly name: string
  /** By the key of what can be chosen, as it is shown; null where there is nothing. */
  readonly fields: Readonly<Record<string, string | null>>
  readonly facts: readonly { readonly key: string; readonly values: readonly string[] }[]
}

type PersonRow = {
  id: string
  name: string
  telephone: string | null
  trn: boolean
  address: string | null
  addresses: readonly string[]
  names: readonly string[]
  posts: readonly string[]
  groups: readonly string[]
  roles: readonly string[]
  since: string
}

const person = async (db: Reader, id: string): Promise<Compared | null> => {
  const { rows } = await sql<PersonRow>`
    select p.id, p.name, p.telephone, p.teacher_reference_number is not null as trn, to_char(p.created_at, 'FMDD FMMonth YYYY') as since,
      (select e.address::text from email_addresses e where e.person_id = p.id and e.to_at is null and e.is_primary limit 1) as address,
      array(select e.address::text || case when e.to_at is not null then ', earlier' when e.confirmed_at is null then ', not confirmed' else '' end
        from email_addresses e where e.person_id = p.id order by e.to_at nulls first, e.from_at) as addresses,
      array(select n.name from person_names n where n.person_id = p.id order by n.to_on desc) as names,
      array(select distinct replace(t.post, '_', ' ') || ', ' || o.name || case when t.to_on is null then '' else ', earlier' end
        from posts t join organisations o on o.id = t.organisation_id where t.person_id = p.id order by 1) as posts,
      array(select distinct g.name || ', for ' || o.name from participants a join places l on l.id = a.place_id join groups g on g.id = l.group_id
        join organisations o on o.id = l.organisation_id where a.person_id = p.id order by 1) as groups,
      array(select distinct replace(r.role, '_', ' ') || coalesce(', ' || coalesce(h.name, g.name, o.name), '') from roles r
        left join hub_names h on h.hub_id = r.hub_id and h.to_on is null left join groups g on g.id = r.group_id
        left join organisations o on o.id = r.organisation_id where r.person_id = p.id and r.to_on is null order by 1) as roles
    from people p where p.id = ${id} and p.erased_at is null`.execute(db)
  const row = rows[0]
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    // The number itself is shown to nobody who does not need it.
    fields: {
      name: row.name,
      telephone: row.telephone,
      'reference-number': row.trn ? 'Given' : null,
      address: row.address,
    },
    facts: [
      { key: 'Email addresses', values: row.addresses },
      { key: 'Earlier names', values: row.names },
      { key: 'Posts', values: row.posts },
      { key: 'Groups', values: row.groups },
      { key: 'What they may do', values: row.roles },
      { key: 'Known since', values: [row.since] },
    ],
  }
}

type OrganisationRow = {
  id: string
  name: string
  kind: string
  urn: number | null
  status: OrganisationStatus
  type_name: string | null
  ukprn: string | null
  itt: string
  address: string
  contact: string
  trusts: readonly string[]
  hubs: readonly string[]
  people: number
}

const kindWords: Readonly<Record<string, string>> = {
  school: 'School or college',
  itt_provider: 'Provider of teacher training',
  trust: 'Trust',
  authority: 'Local authority',
  other: 'Another body',
  merged: 'Merged into another record',
}

const organisation = async (db: Reader, id: string): Promise<Compared | null> => {
  const { rows } = await sql<OrganisationRow>`
    select o.id, o.name, o.kind, o.urn, o.status, o.type_name, o.ukprn,
      concat_ws(', ', upper(replace(o.itt_kind, '_', ' ')), nullif(replace(upper(array_to_string(o.itt_phases, ', ')), '_', ' '), ''), o.provider_code) as itt,
      concat_ws(', ', o.street, o.locality, o.town, o.postcode, (select a.name from authorities a where a.code = o.authority_code)) as address,
      concat_ws(', ', o.website, o.telephone, nullif(array_to_string(o.email_domains, ', '), '')) as contact,
      array(select t.name from trust_memberships m join organisations t on t.id = m.trust_id where m.organisation_id = o.id and m.to_on is null) as trusts,
      array(select distinct n.name from places l join groups g on g.id = l.group_id join hub_names n on n.hub_id = g.hub_id and n.to_on is null
        where l.organisation_id = o.id order by 1) as hubs,
      (select count(distinct person_id)::int from posts where organisation_id = o.id and to_on is null) as people
    from organisations o where o.id = ${id}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const kind = kindWords[row.kind] ?? row.kind
  const status = statusOf({ status: row.status })
  return {
    id: row.id,
    name: row.name,
    fields: {
      name: row.name,
      register: [kind, row.type_name, row.urn && `URN ${row.urn}`, status].filter(Boolean).join(', '),
      ukprn: row.ukprn,
      itt: row.itt || null,
      address: row.address || null,
      contact: row.contact || null,
    },
    facts: [
      { key: 'Trust', values: row.trusts },
      { key: 'Takes part with', values: row.hubs },
      { key: 'People known there', values: [String(row.people)] },
    ],
  }
}

/** A record as it is set beside another. */
export const compared = (db: Reader, kind: MergeKind, id: string): Promise<Compared | null> =>
  kind === 'person' ? person(db, id) : organisation(db, id)

/** What is proposed to be chosen: the kept record's own, and the other's where it has none. */
export const usualChoices = (
  kind: MergeKind,
  kept: Compared,
  merged: Compared,
): Readonly<Record<string, 'kept' | 'merged'>> =>
  Object.fromEntries(
    fieldsOf(kind).map(({ key }) => [key, !kept.fields[key] && merged.fields[key] ? 'merged' : 'kept'] as const),
  )

export type KindOfRecord = { readonly kind: MergeKind; readonly mergedInto: string | null }

/** Whether an id is a person's or an organisation's, and which record it stands for by now. */
export const kindOfRecord = async (db: Reader, id: string): Promise<KindOfRecord | null> => {
  const { rows } = await sql<KindOfRecord>`
    select 'person' as kind, merged_into_id as "mergedInto" from people where id = ${id} and erased_at is null
    union all select 'organisation', merged_into_id from organisations where id = ${id}`.execute(db)
  return rows[0] ?? null
}
