import type { Reader } from '../../platform/database/index.ts'
import type { NeedsKind, NeedsTold } from './place.ts'

/** The kinds of needs there are to choose from. */
export const kindsOfNeeds = async (db: Reader): Promise<readonly NeedsKind[]> =>
  (await db.selectFrom('needs_kinds').select(['kind', 'about', 'words']).orderBy('position').execute()).map((row) => ({
    ...row,
    about: row.about === 'dietary' ? 'dietary' : 'access',
  }))

/** What somebody has told wherever they take part today. */
export const needsToldBy = async (db: Reader, personId: string): Promise<NeedsTold> => {
  const rows = await db
    .selectFrom('participants')
    .select(['needs', 'access_needs as words'])
    .where('person_id', '=', personId)
    .where('to_on', 'is', null)
    .orderBy('id')
    .execute()
  const words = new Set(rows.flatMap((row) => (row.words ? [row.words] : [])))
  return { kinds: [...new Set(rows.flatMap((row) => row.needs ?? []))], words: [...words].join('\n') || null }
}
