import type { Reader } from '../../platform/database/index.ts'

/** The network of this installation, with the month in which its years begin; null before it is started. */
export const networkOfYears = async (
  db: Reader,
): Promise<{ readonly id: string; readonly firstMonth: number } | null> =>
  (await db.selectFrom('networks').select(['id', 'year_starts_in_month as firstMonth']).executeTakeFirst()) ?? null
