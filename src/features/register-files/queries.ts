import type { Reader } from '../../platform/database/index.ts'
import type { RegisterFile } from './register-file.ts'

const files = (db: Reader) =>
  db
    .selectFrom('register_files as f')
    .innerJoin('people as p', 'p.id', 'f.sent_by_person_id')
    .select([
      'f.id',
      'f.register',
      'f.file_name as fileName',
      'f.bytes',
      'f.forced',
      'f.sent_at as sentAt',
      'f.sent_by_person_id as sentById',
      'p.name as sentBy',
      'f.status',
      'f.step',
    ])
    .select(['f.share', 'f.ended_at as endedAt', 'f.import_id as importId', 'f.reason'])

export const registerFileById = async (db: Reader, id: string): Promise<RegisterFile | null> =>
  ((await files(db).where('f.id', '=', id).executeTakeFirst()) as RegisterFile | undefined) ?? null

/** The files that were sent, the latest first. */
export const latestRegisterFiles = async (db: Reader, most: number): Promise<readonly RegisterFile[]> =>
  (await files(db).orderBy('f.sent_at', 'desc').orderBy('f.id', 'desc').limit(most).execute()) as RegisterFile[]

/** Those whose file must be kept, because it has not been read. */
export const idsUnderWay = async (db: Reader): Promise<ReadonlySet<string>> =>
  new Set(
    (await db.selectFrom('register_files').select('id').where('status', 'in', ['waiting', 'reading']).execute()).map(
      ({ id }) => id,
    ),
  )
