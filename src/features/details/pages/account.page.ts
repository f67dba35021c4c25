import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'
import { personById, personIdOf, rolesOf, workplacesOf } from '../../people/index.ts'
import { accountView } from './account.view.ts'

export const showAccount: Page = async ({ context, frame }) => {
  const personId = found(personIdOf(context.actor))
  const [person, roles, workplaces] = await Promise.all([
    personById(context.db, personId),
    rolesOf(context.db, personId),
    workplacesOf(context.db, personId),
  ])
  const own = found(person)
  return page(
    accountView(frame, {
      name: own.name,
      address: own.address,
      workplaces: workplaces.map(({ name }) => name),
      parts: roles
        .filter(({ to }) => to === null || Temporal.PlainDate.compare(to, context.today) >= 0)
        .map(({ role, at, from }) => ({ part: roleLabels[role as RoleName], at, from })),
    }),
  )
}
