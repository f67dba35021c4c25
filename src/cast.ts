import type { Reader } from './platform/database/index.ts'

type Member = { readonly name: string; readonly email: string; readonly part: string; readonly organisation: string }

/** Who can be signed in as in the demonstration; nobody elsewhere. */
export const castOf = async (db: Reader): Promise<readonly Member[]> => {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'demonstration-cast')
    .executeTakeFirst()
  return (row?.value ?? []) as readonly Member[]
}
