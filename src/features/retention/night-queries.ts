import type { Reader } from '../../platform/database/index.ts'

export const nightSetting = 'retention-night'

/** Whether the work of this night has been done. */
export const isNightDone = async (db: Reader, today: Temporal.PlainDate): Promise<boolean> => {
  const row = await db.selectFrom('settings').select('value').where('name', '=', nightSetting).executeTakeFirst()
  return String(row?.value ?? '') >= today.toString()
}
