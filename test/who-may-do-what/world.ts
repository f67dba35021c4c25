// The records of the demonstration that the table asks for, and forms as they are filled in on the pages.
import { holdPlace } from '../../src/features/places/index.ts'
import { createContext, type Installation } from '../../src/platform/context.ts'
import { linkToken } from '../../src/platform/links.ts'
import { hashOf } from '../../src/platform/secrets.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import { castEmails } from '../access-matrix/expected.ts'
import { foreignRecords, ownRecords } from '../access-matrix/records.ts'
import type { Demonstration } from '../support/demonstration.ts'
import type { Visitor } from '../support/visitor.ts'
import type { World } from './cell.ts'

const one = async ({ connections }: Installation, query: string, ...values: readonly unknown[]): Promise<string> => {
  const { rows } = await connections.pool.query<{ found: string }>(query, [...values])
  if (!rows[0]) throw new Error(`The world has none: ${query}`)
  return rows[0].found
}

const ownHub = `(select id from hubs where slug = 'london-central-and-west')`
const school = (urn: number): string => `(select id from organisations where urn = ${urn})`

/** What a page has filled in already, and the boxes that must be ticked. */
const filledIn = async (browser: Visitor, url: string): Promise<Record<string, string>> => {
  const { body } = await browser.get(url)
  const inputs = [...body.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
  const of = (tag: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1]
  return Object.fromEntries(
    inputs
      .filter((tag) => /type="hidden"/.test(tag) || /name="(policy|commitments)"/.test(tag))
      .flatMap((tag) => [[of(tag, 'name') ?? '', of(tag, 'value') ?? '']]),
  )
}

type Somebody = { readonly name: string; readonly email: string }

const formOf = (filled: Record<string, string>, { name, email }: Somebody, organisation: string): string => {
  const post = 'head_of_department'
  const person = { person_1_name: name, person_1_email: email, person_1_post: post, person_1_held: 'now' }
  const head = { headteacher_name: 'Head Teacher', headteacher_email: `head.${email}` }
  return JSON.stringify({ ...filled, ...person, ...head, step: 'send', organisation, name, email, post })
}

const asking = async (installation: Installation, browser: Visitor) => {
  const offerToAsk = await one(
    installation,
    `select o.id as found from offers o join projects p on p.id = o.project_id where o.hub_id = ${ownHub} and o.status = 'published' and o.year = 2021
      and p.unit = 'organisation' and p.people_min = 1 and not ('itt' = any (p.audiences)) and not exists (select from project_themes t where t.project_id = p.id)
      and not exists (select from expressions_of_interest i where i.offer_id = o.id) order by o.slug limit 1`,
  )
  const form = async (urn: number, who: Somebody): Promise<string> => {
    const organisation = await one(installation, `select ${school(urn)}::text as found`)
    const begun = await browser.post(`/offers/${offerToAsk}/interest/new`, { organisation })
    const agreement = String(begun.headers.location).replace(/you$/, 'agreement')
    return formOf(await filledIn(browser, agreement), who, organisation)
  }
  const of = (name: string, column: keyof typeof castEmails) => ({ name, email: castEmails[column] ?? '' })
  return {
    offerToAsk,
    formOfVisitor: await form(900_011, { name: 'A Visitor', email: 'a.visitor@school.example' }),
    formOfSchoolLead: await form(900_001, of('Nadia Rosewarne', 'school lead')),
    formOfParticipant: await form(900_002, of('Ifeoma Castellan', 'participant')),
    formOnBehalf: await form(900_003, { name: 'By Telephone', email: 'by.telephone@school.example' }),
    formOnBehalfToo: await form(900_004, { name: 'By Letter', email: 'by.letter@school.example' }),
  }
}

const project = {
  year: '2021-22',
  title: 'Ratio tables',
  summary: 'Teaching ratio well.',
  delivery_model: 'work_group',
  unit: 'organisation',
  phases: 'secondary',
}

const drafts = async (installation: Installation, national: string) => {
  const insert = (title: string, hub: string | null) =>
    one(
      installation,
      `with made as (insert into projects (id, year, title, slug, summary, delivery_model, unit, phases, status, hub_id)
        values (gen_random_uuid(), 2021, $1, lower($1), 'In a sentence', 'work_group', 'organisation', '{secondary}', 'draft', ${hub ?? 'null'}) returning id),
      texts as (insert into project_sections (id, project_id, key, heading, body, position)
        select gen_random_uuid(), id, key, key, 'Words', 0 from made, unnest(array['outline', 'who']) as key),
      promises as (insert into project_outcomes (id, project_id, audience, outcome, position) select gen_random_uuid(), id, 'participants', 'teach it well', 0 from made)
      select id::text as found from made`,
      title,
    )
  return { ownDraft: await insert('Surds', ownHub), nationalDraft: await insert(national, null) }
}

// A charge to the participant of the cast, like one that somebody else has been proposed.
const charged = (installation: Installation): Promise<string> =>
  one(
    installation,
    `with own as (select a.id, a.place_id, p.group_id, s.id as session_id from participants a join people n on n.id = a.person_id join places p on p.id = a.place_id
        join sessions s on s.group_id = p.group_id where n.id = (${onlyParticipant}) and p.status = 'held' order by s.number limit 1),
      made as (insert into charges (id, place_id, participant_id, session_id, hub_id, policy_id, cause, amount_pence, status, evidence, proposed_at)
        select gen_random_uuid(), own.place_id, own.id, own.session_id, c.hub_id, c.policy_id, c.cause, c.amount_pence, 'proposed', c.evidence, c.proposed_at
        from own, (select * from charges limit 1) c returning place_id)
      select group_id::text as found from own where place_id in (select place_id from made)`,
  )

// The school of the cast's lead takes part in another group of the hub.
const placed = async (installation: Installation, but: string): Promise<string> => {
  const groupId = await one(
    installation,
    `select g.id as found from groups g join projects p on p.id = g.project_id where g.hub_id = ${ownHub} and g.id <> $1 and g.year = 2021
      and p.unit = 'organisation' and g.status in ('forming', 'confirmed', 'running') and g.organisations_taken < g.organisations_room
      and g.people_taken < g.people_room order by g.name limit 1`,
    but,
  )
  const personId = await one(installation, `select id as found from people where name = 'Desmond Ayliffe-Khan'`)
  await holdPlace(createContext(installation, { kind: 'system', task: 'test' }, 'test'), {
    groupId,
    organisationId: await one(installation, `select ${school(900_001)}::text as found`),
    people: [{ personId, part: 'lead', post: 'headteacher' }],
    peopleCount: 1,
  })
  return groupId
}

// Somebody who takes part in the group of the cast's lead with a colleague, and has no part beside it: the cast's own
// participant leads her school as well.
const onlyParticipant = `select n.id from participants a join places p on p.id = a.place_id join people n on n.id = a.person_id
    where p.group_id = (select r.group_id from roles r join people l on l.id = r.person_id join groups g on g.id = r.group_id
        where l.name = 'Marisol Featherby' order by g.year desc limit 1)
      and p.status = 'held' and a.to_on is null and not exists (select from roles r where r.person_id = n.id)
      and exists (select from participants b where b.place_id = p.id and b.id <> a.id and b.to_on is null)
    order by n.name limit 1`

/** A token of a session that this participant has signed in with. */
export const signedInParticipant = async (installation: Installation): Promise<string> => {
  const token = newId()
  const now = Temporal.Now.instant()
  await installation.connections.kysely
    .insertInto('signed_in_sessions')
    .values({
      id: newId(),
      person_id: await one(installation, `select id as found from (${onlyParticipant}) n`),
      token_hash: hashOf(token),
      created_at: now,
      last_seen_at: now,
      expires_at: now.add({ hours: 1 }),
    })
    .execute()
  return token
}

/** Everything the table asks for, beside the records that every address has. */
export const worldOf = async ({ installation }: Demonstration, browser: Visitor): Promise<World> => {
  const own = await ownRecords(installation)
  const foreign = await foreignRecords(installation)
  const find = (query: string, ...values: readonly unknown[]) => one(installation, query, ...values)
  const interest = await find(
    `select i.id as found from expressions_of_interest i where i.organisation_id = ${school(900_001)} and i.received_at is not null
      and i.status in ('received', 'confirmed', 'waiting') limit 1`,
  )
  const status = linkToken(installation.config, 'status', interest, 30)
  const [session, marked] = (
    await find(
      `select concat_ws(' ', s.id, a.id) as found from sessions s join places p on p.group_id = s.group_id and p.status = 'held'
        join participants a on a.place_id = p.id and a.to_on is null join people n on n.id = a.person_id
        where s.group_id = $1 and s.status = 'confirmed' and n.id <> (${onlyParticipant}) order by s.number, n.name limit 1`,
      own['group'],
    )
  ).split(' ')
  return {
    own: { ...own, session },
    foreign,
    more: {
      ...(await asking(installation, browser)),
      ...(await drafts(installation, 'Vectors')),
      project: JSON.stringify(project),
      offerElsewhere: foreign['offerId'] ?? '',
      statusLink: `/status/${status}`,
      instead: JSON.stringify({
        act: 'replace',
        position: await find(
          `select min(position)::text as found from interest_people where interest_id = $1`,
          interest,
        ),
        name: 'Somebody Else',
        email: 'somebody.else@tamsel.sch.example',
        post: 'class_teacher',
        held: 'yes',
      }),
      brokenLink: `/status/${status.slice(0, -3)}xyz`,
      draftOffer: await find(
        `insert into offers (id, hub_id, project_id, year, slug, status, updated_at)
          select gen_random_uuid(), ${ownHub}, id, 2021, 'a-second-one', 'draft', now() from projects where id = $1 returning id as found`,
        own['project'],
      ),
      sessionForm: JSON.stringify({
        title: 'A further meeting',
        kind: 'workshop',
        mode: 'online',
        certainty: 'provisional',
      }),
      registerForm: JSON.stringify({ [`mark-${marked}`]: 'absent' }),
      groupOfSchool: await placed(installation, own['group'] ?? ''),
      chargedGroup: await charged(installation),
      participant: await find(`select name as found from people where id = (${onlyParticipant})`),
      colleague: await find(
        `select n.name as found from participants a join people n on n.id = a.person_id where a.person_id <> (${onlyParticipant})
          and a.place_id in (select b.place_id from participants b join places p on p.id = b.place_id where b.person_id = (${onlyParticipant}) and p.group_id = $1) limit 1`,
        own['group'],
      ),
      schoolOfHub: await find(
        `select p.organisation_id as found from places p where p.group_id = $1 limit 1`,
        own['group'],
      ),
      charge: await find(`select id as found from charges where hub_id = ${ownHub} and status = 'proposed' limit 1`),
      hubId: await find(`select ${ownHub}::text as found`),
      ownSchool: await find(`select ${school(900_001)}::text as found`),
      otherSchool: await find(`select ${school(900_002)}::text as found`),
    },
  }
}
