// The records of the demonstration world that the addresses name: our own, and those of another hub.
import { routes } from '../../src/app.ts'
import type { Installation } from '../../src/platform/context.ts'
import type { Route } from '../../src/platform/http/routes.ts'
import { linkToken } from '../../src/platform/links.ts'
import type { LinkPurpose } from '../../src/vocabulary/link-purpose.ts'

export const ownHub = 'london-central-and-west'
export const otherHub = 'east-midlands-east'

/** What stands for each parameter of an address; nothing when the world has no such record. */
export type Records = Readonly<Record<string, string | undefined>>

const firstOf = async (
  { connections }: Installation,
  query: string,
  values: readonly unknown[] = [],
): Promise<string | undefined> => {
  const { rows } = await connections.pool.query<{ found: string }>(query, [...values])
  return rows[0]?.found
}

/** Everything below one group, and below its hub. */
const recordsOf = async (installation: Installation, hub: string, group: string): Promise<Records> => {
  const one = (query: string, ...values: readonly unknown[]) => firstOf(installation, query, values)
  const session = await one(
    `select s.id as found from sessions s where s.group_id = $1 order by (select count(*) from marks m where m.session_id = s.id) desc, s.number limit 1`,
    group,
  )
  const offerId = await one(
    `select o.id as found from offers o join hubs h on h.id = o.hub_id where h.slug = $1 and o.year = 2021 and o.status = 'published' order by o.slug limit 1`,
    hub,
  )
  const atHub = `select a.person_id from participants a join places l on l.id = a.place_id join groups g on g.id = l.group_id join hubs h on h.id = g.hub_id where h.slug = $1`
  const pair = await one(
    `select concat_ws(' ', d.first_id, d.second_id) as found from possible_duplicates d
      where d.kind = 'person' and d.status = 'open' and (d.first_id in (${atHub}) or d.second_id in (${atHub})) order by weight desc limit 1`,
    hub,
  )
  return {
    hub,
    group,
    session,
    // Marks that differ are settled at an address of their own; without such marks it opens for nobody.
    hosting: await one(
      'select h.id as found from hostings h join sessions s on s.id = h.session_id where s.group_id = $1 limit 1',
      group,
    ),
    lead: await one(
      `select person_id as found from roles where group_id = $1 and role = 'group_lead' and to_on is null order by id limit 1`,
      group,
    ),
    time: await one('select id as found from time_beside where group_id = $1 limit 1', group),
    datedSession: await one(
      `select id as found from sessions where group_id = $1 and status in ('provisional', 'confirmed') and on_date is not null order by on_date desc limit 1`,
      group,
    ),
    mailToCome: await one(
      `select 'headteacher-reminder.' || i.id as found from expressions_of_interest i join offers o on o.id = i.offer_id join hubs h on h.id = o.hub_id
        where h.slug = $1 and i.status = 'received' and i.headteacher_answer_by is not null and i.headteacher_reminded_at is null
          and i.headteacher_ended_at is null order by i.id limit 1`,
      hub,
    ),
    participant: await one(
      `select m.participant_id as found from standing_marks m where m.session_id = $1 group by m.participant_id having count(*) > 1 limit 1`,
      session ?? null,
    ),
    pathway: await one(`select id as found from pathways order by key limit 1`),
    mark: await one(
      'select id as found from marks_set_aside where session_id = $1 and settled_at is null limit 1',
      session ?? null,
    ),
    report: await one(
      `select id as found from meeting_reports where session_id = $1 and status = 'proposed' limit 1`,
      session ?? null,
    ),
    walkin: await one(
      'select id as found from walk_ins where session_id = $1 and outcome is null limit 1',
      session ?? null,
    ),
    task: await one('select id as found from tasks where group_id = $1 limit 1', group),
    material: await one(
      'select id as found from group_materials where group_id = $1 and content is not null limit 1',
      group,
    ),
    written: await one('select id as found from group_messages where group_id = $1 limit 1', group),
    charge: await one(
      `select c.id as found from charges c join hubs h on h.id = c.hub_id where h.slug = $1 order by c.status = 'proposed' desc limit 1`,
      hub,
    ),
    grant: await one(
      `select a.id as found from grants a join hubs h on h.id = a.hub_id where h.slug = $1 order by a.due_at, a.id limit 1`,
      hub,
    ),
    payer: await one(
      `select l.organisation_id as found from ledger_lines l join hubs h on h.id = l.hub_id where h.slug = $1 order by l.entered_at limit 1`,
      hub,
    ),
    account: await one(
      `select s.id as found from account_statements s join hubs h on h.id = s.hub_id where h.slug = $1 order by s.number limit 1`,
      hub,
    ),
    approved: await one(
      `select a.id as found from grant_acts a join hubs h on h.id = a.hub_id where h.slug = $1 order by a.carried_out_at limit 1`,
      hub,
    ),
    decided: await one(
      `select a.id as found from charge_acts a join hubs h on h.id = a.hub_id where h.slug = $1 order by a.carried_out_at limit 1`,
      hub,
    ),
    interest: await one(
      `select i.id as found from expressions_of_interest i join offers o on o.id = i.offer_id join hubs h on h.id = o.hub_id
        where h.slug = $1 and i.received_at is not null order by i.status = 'confirmed' desc, i.id limit 1`,
      hub,
    ),
    // A form that the hub is filling in for somebody.
    form: await one(
      `select f.id as found from interest_forms f join offers o on o.id = f.offer_id join hubs h on h.id = o.hub_id
        where h.slug = $1 and f.on_behalf and f.sent_at is null limit 1`,
      hub,
    ),
    statement: await one('select id as found from statements where group_id = $1 limit 1', group),
    place: await one('select id as found from places where group_id = $1 limit 1', group),
    person: await one(
      `select a.person_id as found from participants a join places p on p.id = a.place_id join groups g on g.id = p.group_id join hubs h on h.id = g.hub_id
        where h.slug = $1 and a.to_on is null and p.status = 'held' order by a.id limit 1`,
      hub,
    ),
    move: await one(
      `select m.id as found from person_moves m join participants a on a.person_id = m.person_id and a.to_on is null
        join places p on p.id = a.place_id and p.organisation_id = m.from_organisation_id join groups g on g.id = p.group_id join hubs h on h.id = g.hub_id
        where h.slug = $1 order by m.id limit 1`,
      hub,
    ),
    left: await one(
      `select s.participant_id as found from successors_asked s join places p on p.id = s.place_id join groups g on g.id = p.group_id join hubs h on h.id = g.hub_id
        where h.slug = $1 order by s.participant_id limit 1`,
      hub,
    ),
    asking: await one(
      'select a.id as found from group_partner_askings a join hubs h on h.id = a.hub_id where h.slug = $1 order by a.asked_at limit 1',
      hub,
    ),
    table: await one(
      'select t.id as found from travel_tables t join hubs h on h.id = t.hub_id where h.slug = $1 order by t.sent_at limit 1',
      hub,
    ),
    run: await one(
      `select r.id as found from placement_runs r join offers o on o.id = r.offer_id join hubs h on h.id = o.hub_id where h.slug = $1 order by r.requested_at limit 1`,
      hub,
    ),
    interestInRun: await one(
      `select x.interest_id as found from placement_proposals x join placement_runs r on r.id = x.run_id join offers o on o.id = r.offer_id
        join hubs h on h.id = o.hub_id where h.slug = $1 order by r.requested_at, x.interest_id limit 1`,
      hub,
    ),
    offer: await one(
      `select o.slug as found from offers o join hubs h on h.id = o.hub_id where h.slug = $1 and o.year = 2021 and o.status = 'published' order by o.slug limit 1`,
      hub,
    ),
    offerId,
    ending: offerId?.slice(-10),
    date: await one(
      'select id as found from planned_dates where offer_id = $1 order by position limit 1',
      offerId ?? null,
    ),
    text: await one(
      'select s.key as found from project_sections s join offers o on o.project_id = s.project_id where o.id = $1 order by s.position limit 1',
      offerId ?? null,
    ),
    import: await one(
      `select i.id as found from imports i join hubs h on h.id = i.hub_id where h.slug = $1 order by i.status = 'settling' desc, i.id limit 1`,
      hub,
    ),
    matching: await one(
      `select m.id as found from import_matchings m join hubs h on h.id = m.hub_id where h.slug = $1 order by m.id limit 1`,
      hub,
    ),
    act: await one(
      'select b.id as found from bulk_acts b join hubs h on h.id = b.hub_id where h.slug = $1 order by b.begun_at limit 1',
      hub,
    ),
    template: await one(
      'select t.id as found from message_templates t join hubs h on h.id = t.hub_id where h.slug = $1 order by t.id limit 1',
      hub,
    ),
    passing: await one(
      `select s.id as found from interest_passings s join offers o on o.id = s.to_offer_id join hubs h on h.id = o.hub_id
        where h.slug = $1 and s.status = 'agreed' order by s.asked_at limit 1`,
      hub,
    ),
    message: await one('select id as found from messages limit 1'),
    figure: await one('select id as found from published_figures limit 1'),
    organisation: await one(`select id as found from organisations where kind = 'trust' order by name limit 1`),
    accredited: await one(
      'select provider_id as found from itt_partnerships where year = 2021 order by provider_id, partner_id limit 1',
    ),
    partner: await one(
      'select partner_id as found from itt_partnerships where year = 2021 order by provider_id, partner_id limit 1',
    ),
    authority: await one('select code as found from authorities order by code limit 1'),
    reading: await one('select id as found from register_imports order by imported_at desc, id desc limit 1'),
    question: await one(
      'select id as found from register_questions where settled_at is null order by raised_at, id limit 1',
    ),
    school: await one(
      `select id as found from organisations where kind = 'school' and status = 'open' order by urn limit 1`,
    ),
    venue: await one(
      'select v.id as found from venues v join hubs h on h.id = v.hub_id where h.slug = $1 limit 1',
      hub,
    ),
    fact: await one(
      'select n.id as found from hub_names n join hubs h on h.id = n.hub_id where h.slug = $1 limit 1',
      hub,
    ),
    merge: await one(
      'select m.id as found from merges m join hubs h on h.id = m.hub_id where h.slug = $1 limit 1',
      hub,
    ),
    succession: await one(`select id as found from register_questions where kind like '%_of_both' limit 1`),
    first: pair?.split(' ')[0],
    second: pair?.split(' ')[1],
    statementCode: await one('select code as found from statements where withdrawn_at is null limit 1'),
    urn: await one(
      `select urn::text as found from organisations where urn is not null and status = 'open' order by urn limit 1`,
    ),
    project: await one('select id as found from projects where year = 2021 and hub_id is null order by title limit 1'),
    schoolOfHub: await one(
      'select organisation_id as found from places where group_id = $1 order by id limit 1',
      group,
    ),
    authorityOfHub: await one(
      `select o.authority_code as found from places p join groups g on g.id = p.group_id join hubs h on h.id = g.hub_id join organisations o on o.id = p.organisation_id
        where h.slug = $1 and p.status = 'held' and o.authority_code is not null order by 1 limit 1`,
      hub,
    ),
    termList: await one('select id as found from term_lists where hub_id is null order by sent_at limit 1'),
    termListOfHub: await one(
      'select t.id as found from term_lists t join hubs h on h.id = t.hub_id where h.slug = $1 order by t.sent_at limit 1',
      hub,
    ),
    term: await one('select id as found from school_terms order by from_on, id limit 1'),
    day: await one('select id as found from national_days order by from_on limit 1'),
    list: await one("select id as found from target_lists order by status = 'waiting' desc, sent_at limit 1"),
    ownProject: await one(
      'select p.id as found from projects p join hubs h on h.id = p.hub_id where h.slug = $1 order by p.id limit 1',
      hub,
    ),
    code: await one('select code as found from projects where year = 2021 and code is not null order by code limit 1'),
    slug: await one('select slug as found from projects where year = 2021 and code is not null order by code limit 1'),
  }
}

export const ownRecords = async (installation: Installation): Promise<Records> =>
  recordsOf(
    installation,
    ownHub,
    (await firstOf(
      installation,
      `select g.id as found from groups g join roles r on r.group_id = g.id join people p on p.id = r.person_id where p.name = 'Marisol Featherby' order by g.year desc limit 1`,
    )) ?? '',
  )

export const foreignRecords = async (installation: Installation): Promise<Records> =>
  recordsOf(
    installation,
    otherHub,
    (await firstOf(
      installation,
      `select g.id as found from groups g join hubs h on h.id = g.hub_id where h.slug = $1 order by g.year desc, g.status = 'running' desc limit 1`,
      [otherHub],
    )) ?? '',
  )

/** A link of this kind from the mail of the world; the last parameters of the address follow it there. */
const mailedToken = (installation: Installation, page: string): Promise<string | undefined> =>
  firstOf(
    installation,
    `select substring(body_text from '/${page}/([A-Za-z0-9_-]{40,})') as found from messages where body_text ~ '/${page}/[A-Za-z0-9_-]{40,}' order by created_at desc limit 1`,
  )

/** People who take part in the group, each of another school, with a session they are to come to. */
const participations = async (
  { connections }: Installation,
  group: string,
): Promise<readonly { participant: string; session: string }[]> => {
  const { rows } = await connections.pool.query<{ participant: string; session: string }>(
    `select distinct on (p.id) a.id as participant, s.id as session
      from places p join participants a on a.place_id = p.id and a.to_on is null
      join sessions s on s.group_id = p.group_id and s.on_date > '2021-10-18' and s.status in ('confirmed', 'provisional')
      where p.group_id = $1 and p.status = 'held' and not exists (select from cancellations c where c.participant_id = a.id)
      order by p.id, a.id, s.number`,
    [group],
  )
  return rows
}

/** The link of a purpose that opens nothing here, though we have made it. */
export const otherToken = ({ config }: Installation, purpose: LinkPurpose): string =>
  linkToken(config, purpose === 'status' ? 'calendar' : 'status', '00000000-0000-7000-8000-000000000001', 7)

const pagesOfLinks = [
  'calendar',
  'confirm-address',
  'confirm-interest',
  'date-alert',
  'details',
  'evaluate',
  'headteacher',
  'host',
  'interest-form',
  'invitation',
  'passing-on',
  'place',
  'reflect',
  'status',
  'stop-address',
  'successor',
] as const

/** What each route of a link stands for: the link from a mail, or one that we make. Using one up leaves the others. */
export const linkRecords = async (installation: Installation, own: Records): Promise<(route: Route) => Records> => {
  const mailed = new Map<string, string | undefined>()
  for (const page of pagesOfLinks) mailed.set(page, await mailedToken(installation, page))
  const taking = await participations(installation, own['group'] ?? '')
  return (route) => {
    const { purpose } = route.access
    if (purpose !== 'cancel') return { token: mailed.get(route.path.split('/')[1] ?? '') }
    const chosen = taking[routes.indexOf(route) % taking.length]
    return { token: linkToken(installation.config, purpose, chosen?.participant ?? '', 7), session: chosen?.session }
  }
}
