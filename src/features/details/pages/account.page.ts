import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { type RoleName, roleLabels } from '../../../vocabulary/actor.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { comingMovesOf, personById, personIdOf, rolesOf, workplacesOf } from '../../people/index.ts'
import { accountView } from './account.view.ts'

const said: Readonly<Record<string, string>> = {
  coming: 'We have noted it. Nothing changes before that day, and everybody concerned has been told.',
  'taken-back': 'You have taken it back. Everybody who was told of it knows.',
}

export const showAccount: Page = async ({ context, frame, query }) => {
  const personId = found(personIdOf(context.actor))
  const [person, roles, workplaces, coming] = await Promise.all([
    personById(context.db, personId),
    rolesOf(context.db, personId),
    workplacesOf(context.db, personId),
    comingMovesOf(context.db, personId),
  ])
  const own = found(person)
  return page(
    accountView(
      { ...frame, notice: wordedAs(said, query.get('said')) },
      {
        name: own.name,
        address: own.address,
        coming,
        workplaces: workplaces.map(({ name }) => name),
        parts: roles
          .filter(({ to }) => to === null || Temporal.PlainDate.compare(to, context.today) >= 0)
          .map(({ role, at, from }) => ({ part: roleLabels[role as RoleName], at, from })),
      },
    ),
  )
}
