import { z } from 'zod'
import { endpoint, withToken } from '../../platform/http/api.ts'
import { roleLabels } from '../../vocabulary/actor.ts'

const me = z
  .object({
    name: z.string(),
    parts: z
      .array(z.object({ part: z.string(), hub: z.string().nullable() }))
      .meta({ description: 'The parts in the network that the token’s scopes leave' }),
    token: z.object({ name: z.string(), scopes: z.array(z.string()), expiresAt: z.iso.datetime() }),
  })
  .meta({ id: 'Me' })

export const api = [
  endpoint({
    path: '/api/v1/me',
    id: 'me',
    summary: 'Whose token it is, and what it may read',
    access: withToken,
    answer: me,
    handle: async ({ context: { actor }, program }) => ({
      name: actor.kind === 'person' ? actor.name : '',
      parts:
        actor.kind === 'person'
          ? actor.roles.map(({ name, hubSlug }) => ({ part: roleLabels[name], hub: hubSlug }))
          : [],
      token: {
        name: program?.name ?? '',
        scopes: [...(program?.scopes ?? [])],
        expiresAt: String(program?.expiresAt.round('second')),
      },
    }),
  }),
]
