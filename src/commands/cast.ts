import { castOf } from '../cast.ts'
import { opened, say } from './opened.ts'
import type { Input } from './usage.ts'

/** Who can be signed in as. */
export const listCast = ({ json }: Input): Promise<number> =>
  opened(async ({ connections }) => {
    const cast = await castOf(connections.kysely)
    if (json) say(JSON.stringify(cast))
    else for (const { name, email, part, organisation } of cast) say(`${email}  ${name}, ${part}, ${organisation}`)
    return cast.length > 0 ? 0 : 1
  })
