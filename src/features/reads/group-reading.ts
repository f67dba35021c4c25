/** A page or export on which somebody reads personal data of others: the record it is of, named by a parameter of the address. */
export type Reading = {
  readonly record:
    | 'group'
    | 'interest'
    | 'interest-of-hub'
    | 'bulk-act'
    | 'passing'
    | 'charge'
    | 'person'
    | 'place'
    | 'participant'
    | 'placement'
    | 'statement'
    | 'hub'
    | 'network'
    | 'move'
    | 'import'
    | 'erasure'
  readonly parameter?: string
  readonly kind?: 'export'
}

export const group: Reading = { record: 'group', parameter: 'id' }

/** What of a group, and of one's own part in one, is personal data of others. */
export const readingsOfGroups: Readonly<Record<string, Reading>> = {
  '/groups/:id': group,
  '/groups/:id/who-comes': group,
  '/my/groups/:group/who-comes': { record: 'group', parameter: 'group' },
  '/groups/:id/page/messages/new': group,
  '/my/groups/:group/page': { record: 'group', parameter: 'group' },
  '/groups/:id/participants.pdf': { record: 'group', parameter: 'id', kind: 'export' },
  '/groups/:id/attendance': group,
  '/groups/:id/attendance/asked': group,
  '/groups/:id/attendance/asked.csv': { record: 'group', parameter: 'id', kind: 'export' },
  '/my/groups/:group/attendance': { record: 'group', parameter: 'group' },
  '/my/groups/:group/attendance.csv': { record: 'group', parameter: 'group', kind: 'export' },
  '/my/groups/:group': { record: 'group', parameter: 'group' },
  '/my/groups/:group/people.csv': { record: 'group', parameter: 'group', kind: 'export' },
  '/groups/:id/people.csv': { record: 'group', parameter: 'id', kind: 'export' },
  '/groups/:id/complete': group,
  '/groups/:id/evaluation': group,
  '/groups/:id/sessions/:session/register': group,
  '/groups/:id/sessions/:session/register/:participant': group,
  '/groups/:id/sessions/:session/report/:report': group,
  '/groups/:id/sessions/:session/paper': group,
  '/groups/:id/sessions/:session/register.pdf': { record: 'group', parameter: 'id', kind: 'export' },
  '/groups/:id/sessions/:session/register.json': { record: 'group', parameter: 'id', kind: 'export' },
  '/groups/:id/sessions/:session/register/set-aside/:mark': group,
  '/groups/:id/sessions/:session/register/walk-ins/:walkin': group,
  '/groups/:id/statements': group,
  '/groups/:id/statements/:statement': { record: 'statement', parameter: 'statement' },
  '/groups/:id/tasks/:task': group,
  '/groups/:id/tasks/:task/files/:file': group,
  '/groups/:id/schedule/confirm': group,
  '/groups/:id/schedule/shift/:datedSession': group,
  '/groups/:id/tell': group,
  '/groups/:id/places/:place': { record: 'place', parameter: 'place' },
}
