import type { OwnerConnection } from '../database/copy.ts'
import type { KeptTable } from './format.ts'

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const columnList = ({ columns }: KeptTable): string => columns.map(quoted).join(', ')

/** Every table of the installation with the columns that are written to it; the list of migrations stands in the header instead. */
export const tablesOf = async (owner: OwnerConnection): Promise<readonly KeptTable[]> => {
  const rows = await owner.query(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`)
  return rows as KeptTable[]
}

export const migrationsOf = async (owner: OwnerConnection): Promise<readonly string[]> =>
  (await owner.query('select name from migrations order by name')).map((row) => String(row['name']))
