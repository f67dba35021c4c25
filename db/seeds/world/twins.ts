import { findOrCreatePerson, grantRole, statePost } from '../../../src/features/people/index.ts'
import { findDuplicates, mergeRecords } from '../../../src/features/records/index.ts'
import { newId } from '../../../src/vocabulary/ids.ts'
import type { Scene, When } from './scene.ts'

const hub = 'london-central-and-west'
const administrator = 'rohan.petrescu@lcw-hub.example'

type Known = {
  readonly personId: string
  readonly name: string
  readonly post: string
  readonly organisationId: string
}

/** People who take part for a school of the hub beside its lead participant, each of another school, the same each time. */
const knownAtTheHub = async ({ tx, ids }: Scene): Promise<readonly Known[]> => {
  const rows = await tx
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('people as n', 'n.id', 'a.person_id')
    .select(['n.id as personId', 'n.name', 'p.organisation_id as organisationId'])
    .select((select) => select.fn.coalesce('a.post', select.val('class_teacher')).as('post'))
    .where('g.hub_id', '=', ids.hub(hub))
    .where('g.year', '=', 2021)
    .where('p.status', '=', 'held')
    .where('a.to_on', 'is', null)
    .where('a.part', '=', 'other')
    .orderBy('o.urn')
    .orderBy('n.name')
    .execute()
  return [...new Map(rows.toReversed().map((row) => [row.organisationId, row])).values()].toReversed()
}

/** The same person again: the hub named them for their school under another address, as it was told. */
const again = async (
  scene: Scene,
  known: Known,
  { name, email, when }: { name: string; email: string; when: When },
) => {
  const hubWork = await scene.as(administrator, when)
  const { id } = await findOrCreatePerson(hubWork, { name, email, confirmed: false })
  const { organisationId, post } = known
  await statePost(hubWork, { personId: id, organisationId, post, held: true, statedBy: 'hub' })
  await grantRole(hubWork, { personId: id, role: 'school_lead', hubId: null, groupId: null, organisationId })
  return id
}

const dotted = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '.')
const initialAndSurname = (name: string): string => name.replace(/^(.)\S*/, '$1')

/** Two pairs of people and one of organisations look as if they were one; a third pair of people was merged last week. */
export const playTwins = async (scene: Scene): Promise<void> => {
  const [first, second, third] = await knownAtTheHub(scene)
  if (!first || !second || !third) throw new Error('The hub has too few people')
  await again(scene, first, {
    name: first.name,
    email: `${dotted(first.name)}@home.example`,
    when: '2021-10-06T11:20',
  })
  const short = initialAndSurname(second.name)
  await again(scene, second, { name: short, email: `${dotted(short)}@maths.example`, when: '2021-10-07T15:10' })
  const mergedId = await again(scene, third, {
    name: third.name,
    email: `${dotted(third.name)}@home.example`,
    when: '2021-09-29T10:05',
  })
  const pair = { keptId: third.personId, mergedId }
  await mergeRecords(await scene.as(administrator, '2021-10-12T09:45'), { kind: 'person', pair, choices: {} })
  await twinOfSchool(scene)
  await findDuplicates(scene.system('2021-10-18T05:30'))
}

// A school that somebody wrote down as a body of its own before it was looked for in the register, and who said it.
const twinOfSchool = async (scene: Scene): Promise<void> => {
  const { tx, ids } = scene
  const school = await tx
    .selectFrom('organisations')
    .select(['name', 'town', 'postcode'])
    .where('id', '=', ids.school(900_012))
    .executeTakeFirstOrThrow()
  const organisationId = newId()
  await tx
    .insertInto('organisations')
    .values({ id: organisationId, kind: 'other', invented: true, ...school })
    .execute()
  const context = scene.system('2021-10-11T16:40')
  const somebody = { name: 'Perpetua Anstruther', email: 'perpetua.anstruther@home.example', confirmed: true }
  const { id: personId } = await findOrCreatePerson(context, somebody)
  await statePost(context, { personId, organisationId, post: 'maths_subject_lead', held: true, statedBy: 'sender' })
}
