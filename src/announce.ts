import { castOf } from './cast.ts'
import type { Installation } from './platform/context.ts'

/** Says on standard output that requests are answered, and in the demonstration who to sign in as. */
export const announce = async ({ config, connections }: Installation): Promise<void> => {
  process.stdout.write(`ready ${config.baseUrl}\n`)
  if (!config.demo) return
  const cast = await castOf(connections.kysely)
  process.stdout.write(
    `\nThe demonstration's cast. Sign in at ${config.baseUrl}/sign-in, or: bin/tessellate sign-in-link EMAIL\n`,
  )
  for (const { name, email, part, organisation } of cast)
    process.stdout.write(`  ${email.padEnd(44)} ${name}, ${part}, ${organisation}\n`)
}
