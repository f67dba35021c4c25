import { type Access, holders } from '../../platform/http/access.ts'
import { holdsRole, type RoleName } from '../../vocabulary/actor.ts'

export { nationalReaders, nationalTeam } from '../organisations/index.ts'

const atHub = (names: readonly RoleName[], sentence: string): Access => ({
  sentence,
  admit: (actor, params) => {
    if (actor.kind !== 'person') return 'sign-in'
    const here = actor.roles.filter((role) => role.hubSlug === params['hub'])
    if (here.length === 0) return 'not-found'
    return here.some((role) => names.includes(role.name)) ? 'admitted' : 'forbidden'
  },
})

/** Staff of the hub named by the parameter `hub`; for everybody else there is no such page (domain rule 9). */
export const hubStaff: Access = atHub(['hub_lead', 'hub_administrator'], 'administrators and leads of the hub')

/** Leads of the hub named by the parameter `hub`; its administrators are told that it is not theirs to do. */
export const hubLeads: Access = atHub(['hub_lead'], 'leads of the hub')

/** Staff of the hub, and the national team, who read along and change nothing. */
export const hubStaffAndNationalTeam: Access = {
  sentence: 'administrators and leads of the hub, and the national team to read',
  admit: (actor, params) => (holdsRole(actor, ['national_team']) ? 'admitted' : hubStaff.admit(actor, params)),
}

/** Anybody with a part in some group or hub; which records they see is decided by the queries. */
export const groupLeads: Access = holders(
  ['group_lead', 'hub_lead', 'hub_administrator'],
  'leads of the group and staff of its hubs',
)

/** Staff of any hub, with more who may read along. */
export const hubStaffAnd = (...names: readonly RoleName[]): Access =>
  holders(
    ['hub_lead', 'hub_administrator', ...names],
    `staff of hubs${names.length ? `, ${names.join(', ').replaceAll('_', ' ')}` : ''}`,
  )
