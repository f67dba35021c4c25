// A large invented world for measuring: volume 1 is 24,500 schools, 40 hubs, ten years, 25,000 groups, 150,000 sessions,
// 350,000 participants and two million marks. Made inside the database; consistent with every rule of the data.
import { Client } from 'pg'

export type LargeWorld = {
  readonly schools: number
  readonly hubs: number
  readonly years: number
  readonly groups: number
  readonly sessions: number
  readonly participants: number
  readonly marks: number
}

type Plan = { readonly schools: number; readonly hubs: number; readonly years: number; readonly groupsAYear: number }

const lastYear = 2021
export const projectsAYear = 30
const placesInAGroup = 7
const sessionsInAGroup = 6
const peopleAtASchool = 4
const now = '2021-10-18T08:00:00Z'
// The history takes a lock for each thing it tells of until the transaction ends: so many at a time.
const eventsAtOnce = 1500

const planOf = (volume: number): Plan => {
  const hubs = Math.min(40, Math.max(4, Math.round(400 * volume)))
  return {
    hubs,
    // At least as many schools at each hub as one offer has places, and some who wait.
    schools: Math.max(hubs * 4 * placesInAGroup, Math.round(24_500 * volume)),
    years: Math.max(1, Math.round(10 * volume)),
    groupsAYear: volume >= 0.1 ? 2500 : Math.max(hubs, Math.round(25_000 * volume)),
  }
}

/** Ids that can be computed from what a record is and its number. */
const functions = `
create function pg_temp.id(kind int, n bigint) returns uuid language sql immutable as
  $$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create function pg_temp.at_local(day date, t time) returns timestamptz language sql stable as
  $$ select (day + t) at time zone 'Europe/London' $$;`

const kinds = {
  hub: 1,
  school: 2,
  person: 3,
  lead: 4,
  project: 5,
  offer: 6,
  group: 7,
  place: 8,
  participant: 9,
} as const
const moreKinds = { session: 10, mark: 11, interest: 12, role: 13, address: 14, criterion: 15, verdict: 16 } as const
const kind = { ...kinds, ...moreKinds, area: 17, network: 18, interestPerson: 19 } as const

const id = (what: keyof typeof kind, number: string): string => `pg_temp.id(${kind[what]}, ${number})`

/** The same ids, computed outside the database. */
export const largeId = (what: keyof typeof kind, number: number): string => {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  return `${hex(kind[what], 8)}-0000-7000-8000-${hex(number, 12)}`
}

const network = ({ schools, hubs, years }: Plan): readonly string[] => [
  `insert into networks (id, name, coordinator) values (${id('network', '1')}, 'Maths Hubs', 'The coordinator')`,
  `insert into academic_years (year, starts_on, ends_on)
    select y, make_date(y, 9, 1), make_date(y + 1, 8, 31) from generate_series(${lastYear - years + 1}, ${lastYear}) y`,
  `insert into delivery_models (key, name, name_plural, group_word, group_plural, lead_word, lead_plural, session_word, session_plural)
    values ('work_group', 'Work Group', 'Work Groups', 'Work Group', 'Work Groups', 'Work Group Lead', 'Work Group Leads', 'workshop', 'workshops')`,
  `insert into authorities (code, name, region) select (500 + h)::text, 'Authority ' || h, 'London' from generate_series(1, ${hubs}) h`,
  `insert into hubs (id, slug, region, email) select ${id('hub', 'h')}, 'hub-' || h, 'London', 'hub-' || h || '@hubs.example' from generate_series(1, ${hubs}) h`,
  `insert into hub_names (hub_id, name) select ${id('hub', 'h')}, 'Invented Hub ' || h from generate_series(1, ${hubs}) h`,
  `insert into hub_areas (id, hub_id, authority_code, described_as) select ${id('area', 'h')}, ${id('hub', 'h')}, (500 + h)::text, 'Authority ' || h from generate_series(1, ${hubs}) h`,
  `insert into organisations (id, kind, name, urn, phase, type_code, type_name, state_funded, low_age, high_age, street, town, postcode, authority_code, easting, northing, invented)
    select ${id('school', 's')}, 'school', (array['Ash','Beech','Cedar','Elder','Fir','Hazel','Larch','Maple','Oak','Rowan','Thorn','Willow'])[1 + s % 12]
        || (array['field','wood','combe','mere','bridge','ford','hurst','ley'])[1 + s / 12 % 8] || ' ' || s || case when s % 5 = 0 then ' Academy' else ' Primary School' end,
      900200 + s, case when s % 5 = 0 then 'secondary' else 'primary' end, '01', 'Community school', true, case when s % 5 = 0 then 11 else 4 end,
      case when s % 5 = 0 then 18 else 11 end, s || ' School Lane', 'Town ' || s % 400, 'ZZ' || s % 90 + 1 || ' ' || s % 10 || 'ZZ', (501 + s % ${hubs})::text, 530000 + s % 997 * 40, 180000 + s % 991 * 40, true
    from generate_series(0, ${schools - 1}) s`,
]

const people = ({ schools, hubs, groupsAYear }: Plan): readonly string[] => [
  `insert into people (id, name, created_at) select ${id('person', 'n')}, 'Person ' || n, '2012-09-01' from generate_series(0, ${schools * peopleAtASchool - 1}) n`,
  `insert into people (id, name, created_at) select ${id('lead', 'n')}, 'Lead ' || n, '2012-09-01' from generate_series(0, ${groupsAYear - 1}) n`,
  `insert into email_addresses (id, person_id, address, confirmed_at, from_at)
    select pg_temp.id(${kind.address}, row_number() over ()), id, replace(lower(name), ' ', '-') || '@large.example', '2012-09-01', '2012-09-01' from people`,
  `insert into roles (id, person_id, role, hub_id, from_on)
    select ${id('role', '1000000000 + h')}, ${id('lead', 'h - 1')}, 'hub_lead', ${id('hub', 'h')}, '2012-09-01' from generate_series(1, ${hubs}) h`,
]

/** Years, projects and offers: each hub gives each project in each year. */
const offers = ({ hubs, years }: Plan): readonly string[] => {
  const all = `generate_series(0, ${years - 1}) y, generate_series(0, ${projectsAYear - 1}) p`
  const number = `y * ${projectsAYear} + p`
  const year = `${lastYear} - y`
  const state = `case when y = 0 then 'published' else 'closed' end`
  return [
    `insert into projects (id, year, code, title, slug, summary, delivery_model, unit, phases, people_max, status, published_at)
      select ${id('project', number)}, ${year}, 'NCP' || (${year}) % 100 || '-' || p + 1, 'Project ' || p + 1, 'project-' || p + 1, 'What project ' || p + 1 || ' is about.', 'work_group', 'organisation',
        array[case when p % 2 = 0 then 'primary' else 'secondary' end], 2, ${state}, make_date(${year}, 6, 1) from ${all}`,
    `insert into project_sections (id, project_id, key, heading, body, position)
      select gen_random_uuid(), p.id, s.key, s.heading, repeat('Teachers meet, try things in their classes and talk about what came of it. ', 8), s.position
      from projects p, (values ('overview', 'What is it about?', 1), ('involves', 'What is involved?', 2), ('who', 'Who can take part?', 3), ('cost', 'What does it cost?', 4)) s(key, heading, position)`,
    `insert into criteria (id, project_id, position, strength, sentence, rule)
      select ${id('criterion', number)}, ${id('project', number)}, 1, 'required', 'State-funded schools can take part.', '{"fact": "organisation.state_funded", "is": true}' from ${all}`,
    `insert into offers (id, hub_id, project_id, year, slug, status, published_at, opens_on, closes_on, contact_email, updated_at)
      select ${id('offer', `(${number}) * ${hubs} + h - 1`)}, ${id('hub', 'h')}, ${id('project', number)}, ${year}, 'project-' || p + 1, ${state}, make_date(${year}, 6, 15), make_date(${year}, 6, 15), make_date(${year} + 1, 7, 1),
        'hub-' || h || '@hubs.example', make_date(${year}, 6, 15) from ${all}, generate_series(1, ${hubs}) h`,
    `insert into planned_dates (id, offer_id, position, on_date, starts_at, ends_at, mode, certainty)
      select gen_random_uuid(), o.id, k, make_date(o.year, 9, 27) + 45 * (k - 1), '09:30', '15:30', 'online', 'confirmed' from offers o, generate_series(1, ${sessionsInAGroup}) k`,
  ]
}

// Group g of a year: hub g % hubs, project g / hubs % 30; what is left of the division tells the groups of one offer apart.
const numbersOfGroups = ({ hubs, groupsAYear, years }: Plan): string => `
  create temporary table numbered as
    select y, g, y * ${groupsAYear} + g as n, g % ${hubs} as h, g / ${hubs} % ${projectsAYear} as p, g / ${hubs} / ${projectsAYear} as w,
      ${lastYear} - y as year, make_date(${lastYear} - y, 9, 20) + g % 50 as first_on
    from generate_series(0, ${years - 1}) y, generate_series(0, ${groupsAYear - 1}) g`

/** The school that has place k of a group: one of the hub's, and no other place of the same offer. */
const schoolOf = ({ hubs, schools }: Plan): string =>
  `(h + ${hubs} * ((w * ${placesInAGroup} + k + p * 5) % ${Math.floor(schools / hubs)}))`

const groups = (plan: Plan): readonly string[] => [
  numbersOfGroups(plan),
  `insert into groups (id, hub_id, offer_id, project_id, year, name, status, organisations_room, people_room, created_at, completed_at)
    select ${id('group', 'n')}, ${id('hub', 'h + 1')}, ${id('offer', `(y * ${projectsAYear} + p) * ${plan.hubs} + h`)}, ${id('project', `y * ${projectsAYear} + p`)}, year, 'Group ' || g + 1,
      case when y = 0 then 'running' else 'completed' end, 8, 16, make_date(year, 7, 1), case when y > 0 then make_date(year + 1, 7, 15) end from numbered`,
  `insert into roles (id, person_id, role, group_id, from_on, to_on)
    select ${id('role', 'n')}, ${id('lead', 'g')}, 'group_lead', ${id('group', 'n')}, make_date(year, 9, 1), case when y > 0 then make_date(year + 1, 8, 31) end from numbered`,
  `insert into places (id, group_id, project_id, organisation_id, people_count, status, offered_at, held_at, ended_at)
    select ${id('place', `n * ${placesInAGroup} + k`)}, ${id('group', 'n')}, ${id('project', `y * ${projectsAYear} + p`)}, ${id('school', schoolOf(plan))}, 2,
      case when y = 0 then 'held' else 'completed' end, make_date(year, 7, 2), make_date(year, 7, 5), case when y > 0 then make_date(year + 1, 7, 15) end
    from numbered, generate_series(0, ${placesInAGroup - 1}) k`,
  `insert into participants (id, place_id, person_id, part, post, status, from_on)
    select ${id('participant', `(n * ${placesInAGroup} + k) * 2 + i`)}, ${id('place', `n * ${placesInAGroup} + k`)}, ${id('person', `${schoolOf(plan)} * ${peopleAtASchool} + (p + i) % ${peopleAtASchool}`)},
      case when i = 0 then 'lead' else 'other' end, 'class_teacher', case when y = 0 then 'taking_part' else 'completed' end, make_date(year, 9, 1)
    from numbered, generate_series(0, ${placesInAGroup - 1}) k, generate_series(0, 1) i`,
]

const sessions = (): readonly string[] => {
  const number = `n * ${sessionsInAGroup} + k - 1`
  return [
    `insert into sessions (id, group_id, number, on_date, starts_at, ends_at, mode, status)
      select ${id('session', number)}, ${id('group', 'n')}, k, first_on + 45 * (k - 1), '09:30', '15:30', 'online', case when first_on + 45 * (k - 1) < date '${now}' then 'held' else 'confirmed' end
      from numbered, generate_series(1, ${sessionsInAGroup}) k`,
    `insert into session_leads (session_id, person_id, during)
      select s.id, r.person_id, tstzrange(pg_temp.at_local(s.on_date, s.starts_at), pg_temp.at_local(s.on_date, s.ends_at)) from sessions s join roles r on r.group_id = s.group_id`,
    `insert into marks (id, session_id, participant_id, mark, recorded_by_person_id, recorded_at, received_at)
      select pg_temp.id(${kind.mark}, row_number() over ()), s.id, a.id, (array['present', 'present', 'present', 'present', 'late', 'online', 'apologies', 'absent'])[1 + (hashtext(a.id::text || s.number) & 7)],
        r.person_id, pg_temp.at_local(s.on_date, '15:35'), pg_temp.at_local(s.on_date, '15:35')
      from sessions s join places p on p.group_id = s.group_id join participants a on a.place_id = p.id join roles r on r.group_id = s.group_id where s.status = 'held'`,
    // Nobody has completed a place without having come to a session.
    `update marks m set mark = 'present' from participants a, places p, sessions s
      where a.id = m.participant_id and p.id = a.place_id and p.status = 'completed' and s.id = m.session_id and s.number = 1 and m.mark in ('apologies', 'absent')`,
  ]
}

/** Each place of this year came of an expression of interest; a few more wait for a decision. */
const interest = (plan: Plan): readonly string[] => {
  const undecided = `((w * ${placesInAGroup} + k + p * 5 + ${placesInAGroup * 3}) % ${Math.floor(plan.schools / plan.hubs)})`
  const columns =
    'id, offer_id, project_id, organisation_id, status, sender_name, sender_email, sender_post, created_at, confirmed_email_at, received_at, verdicts_reached_at, place_id'
  const rest = `'A sender', 'sender@large.example', 'headteacher', '2021-06-20', '2021-06-20', '2021-06-20', '2021-06-20'`
  const offer = id('offer', `(y * ${projectsAYear} + p) * ${plan.hubs} + h`)
  const project = id('project', `y * ${projectsAYear} + p`)
  const place = `n * ${placesInAGroup} + k`
  return [
    `insert into expressions_of_interest (${columns})
      select ${id('interest', place)}, ${offer}, ${project}, ${id('school', schoolOf(plan))}, 'placed', ${rest}, ${id('place', place)}
      from numbered, generate_series(0, ${placesInAGroup - 1}) k where y = 0`,
    `insert into expressions_of_interest (${columns})
      select ${id('interest', `1000000000 + ${place}`)}, ${offer}, ${project}, ${id('school', `(h + ${plan.hubs} * ${undecided})`)}, 'confirmed', ${rest}, null
      from numbered, generate_series(0, 2) k where y = 0 and w = 0`,
    `insert into interest_people (id, interest_id, position, name, email, post, part)
      select gen_random_uuid(), i.id, k, 'Person ' || k, 'person-' || k || '@large.example', 'class_teacher', case when k = 1 then 'lead' else 'other' end from expressions_of_interest i, generate_series(1, 2) k`,
    `insert into interest_verdicts (id, interest_id, criterion_id, position, strength, sentence, rule, answer, facts, reached_at)
      select gen_random_uuid(), i.id, c.id, 1, c.strength, c.sentence, c.rule, 'yes', '[]', '2021-06-20' from expressions_of_interest i join criteria c on c.project_id = i.project_id`,
  ]
}

const writeHistory = async (client: Client): Promise<void> => {
  for (let last: string | null = null; ; ) {
    const { rows }: { rows: { last: string | null }[] } = await client.query(
      `with told as (insert into events (occurred_at, name, subject_type, subject_id, actor_kind, acting_by, hash)
          select received_at, 'interest.received', 'interest', id, 'system', 'large-world', ''
          from expressions_of_interest where $1::uuid is null or id > $1 order by id limit ${eventsAtOnce} returning id, subject_type, subject_id),
        found as (insert into event_subjects (event_id, subject_type, subject_id) select * from told returning subject_id)
        select max(subject_id::text) as last from found`,
      [last],
    )
    last = rows[0]?.last ?? null
    if (last === null) return
  }
}

const countsOf = async (client: Client): Promise<LargeWorld> => {
  const { rows } =
    await client.query(`select (select count(*)::int from organisations) as schools, (select count(*)::int from hubs) as hubs, (select count(*)::int from academic_years) as years,
    (select count(*)::int from groups) as groups, (select count(*)::int from sessions) as sessions, (select count(*)::int from participants) as participants, (select count(*)::int from marks) as marks`)
  return rows[0] as LargeWorld
}

const everything = [network, people, offers, groups, sessions, interest]
/** What public pages read: the network with its schools, years, projects and offers, and nobody in them. */
const catalogue = [network, offers]

/** Fills an empty, migrated database with a share of the large world, as its owner. */
export const loadLargeWorld = async (
  ownerUrl: string,
  volume = 0.1,
  what: 'everything' | 'catalogue' = 'everything',
): Promise<LargeWorld> => {
  const plan = planOf(volume)
  const client = new Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(functions)
    const parts = (what === 'everything' ? everything : catalogue).flatMap((part) => part(plan))
    for (const statement of parts) await client.query(statement)
    await writeHistory(client)
    await client.query('vacuum analyze')
    return await countsOf(client)
  } finally {
    await client.end()
  }
}
