import { json, type Transaction } from '../../src/platform/database/index.ts'
import type { RoleName } from '../../src/vocabulary/actor.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import type { PostKind } from '../../src/vocabulary/posts.ts'
import type { Directory } from './directory.ts'

type CastMember = {
  readonly name: string
  readonly email: string
  /** What they were called when they became known here. */
  readonly formerly?: string
  readonly part: string
  readonly organisation: string
  readonly role?: RoleName
  readonly hub?: string
  readonly school?: number
  readonly provider?: string
  readonly post?: PostKind
}

const lcw = 'London Central and West Maths Hub'
const lcnw = 'London Central and NW Maths Hub'

/** Whom a newcomer can sign in as: one invented person for each kind of person there is. */
export const cast = [
  {
    name: 'Farida Okonjo',
    email: 'farida.okonjo@coordinator.example',
    part: 'national coordinator',
    organisation: 'NCETM',
    role: 'national_team',
  },
  {
    name: 'Gwilym Trevarthen',
    email: 'gwilym.trevarthen@ministry.example',
    part: 'analyst',
    organisation: 'Department for Education',
    role: 'analyst',
  },
  {
    name: 'Adaeze Lindqvist',
    email: 'adaeze.lindqvist@lcw-hub.example',
    part: 'hub lead',
    organisation: lcw,
    role: 'hub_lead',
    hub: 'london-central-and-west',
  },
  {
    name: 'Rohan Petrescu',
    email: 'rohan.petrescu@lcw-hub.example',
    part: 'hub administrator',
    organisation: lcw,
    role: 'hub_administrator',
    hub: 'london-central-and-west',
  },
  {
    name: 'Siobhan Achterberg',
    email: 'siobhan.achterberg@lcnw-hub.example',
    part: 'hub administrator',
    organisation: lcnw,
    role: 'hub_administrator',
    hub: 'london-central-and-nw',
  },
  {
    name: 'Tunde Hallworthy',
    email: 'tunde.hallworthy@eme-hub.example',
    part: 'hub administrator',
    organisation: 'East Midlands East Maths Hub',
    role: 'hub_administrator',
    hub: 'east-midlands-east',
  },
  {
    name: 'Perpetua Vance-Iqbal',
    email: 'perpetua.vance-iqbal@venn-hub.example',
    part: 'hub administrator',
    organisation: 'Venn Essex Maths Hub',
    role: 'hub_administrator',
    hub: 'venn-essex',
  },
  {
    name: 'Marisol Featherby',
    email: 'marisol.featherby@plovergate.sch.example',
    formerly: 'Marisol Quennell',
    part: 'Work Group Lead of the secondary subject leaders',
    organisation: lcw,
    school: 900006,
    post: 'senior_leader',
  },
  {
    name: 'Kwabena Szymanski',
    email: 'kwabena.szymanski@larkholm.sch.example',
    part: 'Work Group Lead of three other groups',
    organisation: lcw,
    school: 900007,
    post: 'class_teacher',
  },
  {
    name: 'Ottoline Bhattacharya',
    email: 'ottoline.bhattacharya@saltings.example',
    part: 'Community Lead',
    organisation: 'Venn Essex Maths Hub',
    provider: '19000005',
    post: 'itt_tutor',
  },
  {
    name: 'Nadia Rosewarne',
    email: 'nadia.rosewarne@tamsel.sch.example',
    part: 'head of maths, lead for her school',
    organisation: 'Tamsel Park School',
    role: 'school_lead',
    school: 900001,
    post: 'head_of_department',
  },
  {
    name: 'Desmond Ayliffe-Khan',
    email: 'desmond.ayliffe-khan@tamsel.sch.example',
    part: 'headteacher',
    organisation: 'Tamsel Park School',
    school: 900001,
    post: 'headteacher',
  },
  {
    name: 'Ifeoma Castellan',
    email: 'ifeoma.castellan@brackenwell.sch.example',
    part: 'participant, maths lead of another school',
    organisation: 'Brackenwell High School',
    school: 900002,
    post: 'head_of_department',
  },
  {
    name: 'Leofric Mbeki-Shaw',
    email: 'leofric.mbeki-shaw@norththameside.example',
    part: 'ITT tutor',
    organisation: 'University of North Thameside',
    provider: '19000001',
    post: 'itt_tutor',
  },
  {
    name: 'Yasmin Thorogood',
    email: 'yasmin.thorogood@dunnockstow.sch.example',
    part: 'ITT mentor',
    organisation: 'Dunnockstow High School',
    school: 900021,
    post: 'mentor',
  },
] as const satisfies readonly CastMember[]

const since = Temporal.PlainDate.from('2020-09-01')
const knownSince = Temporal.Instant.from('2020-09-01T08:00:00Z')

/** The cast with its posts and roles, and the list of it that a newcomer is shown. */
export const loadCast = async (tx: Transaction, ids: Directory): Promise<void> => {
  const members: readonly CastMember[] = cast
  await tx
    .insertInto('people')
    .values(
      members.map(({ name, formerly, email }) => ({
        id: ids.person(email),
        name: formerly ?? name,
        created_at: knownSince,
      })),
    )
    .execute()
  await tx
    .insertInto('email_addresses')
    .values(
      members.map(({ email }) => ({
        id: newId(),
        person_id: ids.person(email),
        address: email,
        confirmed_at: knownSince,
        from_at: knownSince,
      })),
    )
    .execute()
  await tx
    .insertInto('posts')
    .values(members.flatMap((member) => postsOf(member, ids)))
    .execute()
  await tx
    .insertInto('roles')
    .values(members.flatMap((member) => rolesOf(member, ids)))
    .execute()
  const shown = members.map(({ name, email, part, organisation }) => ({ name, email, part, organisation }))
  await tx
    .insertInto('settings')
    .values({ name: 'demonstration-cast', value: json(shown) })
    .execute()
}

const organisationOf = ({ school, provider }: CastMember, ids: Directory): string | null =>
  school ? ids.school(school) : provider ? ids.body(provider) : null

const postsOf = (member: CastMember, ids: Directory) => {
  const organisationId = organisationOf(member, ids)
  if (!member.post || !organisationId) return []
  return [
    {
      id: newId(),
      person_id: ids.person(member.email),
      organisation_id: organisationId,
      post: member.post,
      from_on: since,
      stated_at: knownSince,
    },
  ]
}

const rolesOf = (member: CastMember, ids: Directory) =>
  member.role
    ? [
        {
          id: newId(),
          person_id: ids.person(member.email),
          role: member.role,
          hub_id: member.hub ? ids.hub(member.hub) : null,
          organisation_id: member.role === 'school_lead' ? organisationOf(member, ids) : null,
          from_on: since,
        },
      ]
    : []
