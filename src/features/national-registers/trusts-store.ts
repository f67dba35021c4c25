import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Writing } from './changes-store.ts'

type Trust = { readonly code: string; readonly name: string }

/** Finds or makes the trust for every code in `said`: known by its code, else by its name, else new. Gives how many are new. */
export const keepTrusts = async (tx: Transaction): Promise<number> => {
  await sql`create temp table trusts_told on commit drop as
    select distinct on (trust_code) trust_code as code, coalesce(trust_name, 'Trust ' || trust_code) as name
    from said where problem is null and trust_code is not null order by trust_code, line`.execute(tx)
  await sql`
    update organisations o set trust_code = n.code from (
      select distinct on (k.id) k.id, t.code from trusts_told t join organisations k on k.kind = 'trust' and k.trust_code is null
        and lower(k.name) = lower(t.name)
      where not exists (select from organisations h where h.trust_code = t.code) order by k.id, t.code) n
    where o.id = n.id`.execute(tx)
  const { rows } = await sql<Trust>`
    select t.code, t.name from trusts_told t where not exists (select from organisations o where o.trust_code = t.code) order by t.code`.execute(
    tx,
  )
  await sql`
    insert into organisations (id, kind, name, trust_code, invented)
    select n.id, 'trust', n.name, n.code, not exists (select from said s where s.trust_code = n.code and s.problem is null and s.urn < 900000)
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map(({ name }) => name)}::text[], ${rows.map(({ code }) => code)}::text[]) as n (id, name, code)`.execute(
    tx,
  )
  return rows.length
}

/** A trust that the register calls otherwise than before keeps its former name beside the new one. */
export const renameTrusts = async (tx: Transaction, { importId, now, today }: Writing): Promise<void> => {
  await sql`
    with renamed as (
      select o.id, o.name as before, t.name as after from organisations o join trusts_told t on t.code = o.trust_code where o.name <> t.name
    ), former as (
      insert into organisation_former_names (organisation_id, name, to_on) select id, before, ${today} from renamed on conflict do nothing
    ), noted as (
      insert into organisation_changes (organisation_id, import_id, kind, changed, held_on, recorded_at)
      select id, ${importId}, 'changed', jsonb_build_object('name', jsonb_build_array(before, after)), ${today}, ${now} from renamed
    )
    update organisations o set name = r.after from renamed r where r.id = o.id`.execute(tx)
}

/** Ends the memberships that the file no longer tells, and begins those that it tells anew. */
export const moveBetweenTrusts = async (tx: Transaction, today: Temporal.PlainDate): Promise<void> => {
  await sql`
    update trust_memberships m set to_on = greatest(m.from_on, case when d.closes then coalesce(d.said_closed_on, ${today}) else ${today} end)
    from differing d where d.changes_trust and m.organisation_id = d.id and m.to_on is null`.execute(tx)
  await sql`delete from trusts_by_hand h using differing d where d.changes_trust and h.organisation_id = d.id`.execute(
    tx,
  )
  await sql`
    insert into trust_memberships (id, organisation_id, trust_id, from_on)
    select s.id, d.id, t.id, ${today} from differing d join said s on s.urn = d.urn and s.problem is null
      join organisations t on t.trust_code = d.trust_code where d.changes_trust`.execute(tx)
}

/** Schools that were not known belong to their trusts since we know of them: the register does not say since when. */
export const beginMemberships = async (tx: Transaction): Promise<void> => {
  await sql`
    insert into trust_memberships (id, organisation_id, trust_id)
    select s.id, o.id, t.id from said s join organisations o on o.id = s.id join organisations t on t.trust_code = s.trust_code
    where s.problem is null`.execute(tx)
}
