import { invite } from '../../../src/features/invitations/index.ts'
import {
  changeName,
  changeReferenceNumber,
  changeTelephone,
  confirmAddressChange,
  requestAddressChange,
  sayWhoMoved,
} from '../../../src/features/people/index.ts'
import { found } from '../../../src/platform/errors.ts'
import { cast } from '../cast.ts'
import { schoolsIn } from './organisations.ts'
import type { Scene, When } from './scene.ts'

/** What changes about people in the course of a year: an address, a school. */
export const playPeopleOverTime = async (scene: Scene): Promise<void> => {
  await changesOfAddress(scene)
  await changesOfSchool(scene)
  await invitations(scene)
}

const idOf = async ({ tx }: Scene, email: string): Promise<string> =>
  found(await tx.selectFrom('email_addresses').select('person_id').where('address', '=', email).executeTakeFirst())
    .person_id

/** Marisol Featherby became known as Marisol Quennell; a tutor gave what helps the hub to reach and to report him. */
export const playDetails = async (scene: Scene): Promise<void> => {
  const lead = cast.find(({ email }) => email.startsWith('marisol'))
  if (!lead) throw new Error('The cast has lost its Work Group Lead')
  const personId = await idOf(scene, lead.email)
  await changeName(await scene.as(lead.email, '2020-09-07T11:05'), { personId, name: lead.name })
  const tutor = 'leofric.mbeki-shaw@norththameside.example'
  const own = { personId: await idOf(scene, tutor) }
  await changeTelephone(await scene.as(tutor, '2021-09-02T09:30'), { ...own, telephone: '020 7946 0812' })
  await changeReferenceNumber(await scene.as(tutor, '2021-09-02T09:31'), { ...own, number: '9912345' })
}

// One new address waits to be confirmed; another was confirmed on Friday and can still be stopped from the old one.
const changesOfAddress = async (scene: Scene): Promise<void> => {
  await asksForAddress(scene, 900003, '2021-10-17T18:30')
  const changeId = await asksForAddress(scene, 900005, '2021-10-15T12:40')
  await confirmAddressChange(scene.link('confirm-address', changeId, '2021-10-15T12:52'), changeId)
}

const asksForAddress = async (scene: Scene, urn: number, when: When): Promise<string> => {
  const { email } = scene.somebodyAt(urn)
  const personId = await idOf(scene, email)
  await requestAddressChange(await scene.as(email, when), { personId, address: `${email.split('@')[0]}@post.example` })
  const asked = scene.tx.selectFrom('address_changes').select('id').where('person_id', '=', personId)
  return (await asked.orderBy('asked_at', 'desc').executeTakeFirstOrThrow()).id
}

// Two teachers have changed school in the middle of the year: the hub has still to decide about both. A third will at New Year.
const changesOfSchool = async (scene: Scene): Promise<void> => {
  const primaries = schoolsIn('primary', ['307', '207'])
  await moves(scene, { from: primaries[7] ?? 0, to: primaries[9] ?? 0, post: 'class_teacher', on: '2021-10-11' })
  await moves(scene, { from: 900004, to: 900024, post: 'head_of_department', on: '2021-10-14' })
  const comes = { from: 900009, to: 900004, post: 'head_of_department', on: '2022-01-04' }
  await moves(scene, comes, '2021-10-13T08:15')
}

type Move = { readonly from: number; readonly to: number; readonly post: string; readonly on: string }

const moves = async (scene: Scene, { from, to, post, on }: Move, said?: When): Promise<void> => {
  const { email } = scene.somebodyAt(from)
  await sayWhoMoved(await scene.as(email, said ?? `${on}T17:20`), {
    personId: await idOf(scene, email),
    fromOrganisationId: scene.ids.school(from),
    on: Temporal.PlainDate.from(on),
    to: { organisationId: scene.ids.school(to), post },
  })
}

// Nobody has answered yet: a colleague of Tamsel Park School, somebody for the hub’s office, a lead for Venn Essex.
const invitations = async (scene: Scene): Promise<void> => {
  const { name, email } = scene.somebodyAt(900001, 'colleague')
  await invite(await scene.as('nadia.rosewarne@tamsel.sch.example', '2021-10-15T16:40'), {
    name,
    address: email,
    role: 'school_lead',
    organisationId: scene.ids.school(900001),
    post: 'class_teacher',
  })
  const lcw = scene.ids.hub('london-central-and-west')
  await invite(await scene.as('adaeze.lindqvist@lcw-hub.example', '2021-10-14T11:10'), {
    name: 'Tamar Oyelaran',
    address: 'tamar.oyelaran@lcw-hub.example',
    role: 'hub_administrator',
    hubId: lcw,
    fromHubId: lcw,
  })
  await invite(await scene.as('farida.okonjo@coordinator.example', '2021-10-13T09:20'), {
    name: 'Corwin Adebayo-Hart',
    address: 'corwin.adebayo-hart@venn-hub.example',
    role: 'hub_lead',
    hubId: scene.ids.hub('venn-essex'),
  })
}
