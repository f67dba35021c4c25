import { opened, say } from './opened.ts'
import type { Input } from './usage.ts'

/** Who can be signed in as. */
export const listCast = ({ json }: Input): Promise<number> =>
  opened(async ({ connections }) => {
    const row = await connections.kysely
      .selectFrom('settings')
      .select('value')
      .where('name', '=', 'demonstration-cast')
      .executeTakeFirst()
    const cast = (row?.value ?? []) as readonly { name: string; email: string; part: string; organisation: string }[]
    if (json) say(JSON.stringify(cast))
    else for (const { name, email, part, organisation } of cast) say(`${email}  ${name}, ${part}, ${organisation}`)
    return cast.length > 0 ? 0 : 1
  })
