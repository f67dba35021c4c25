import type { Reader } from '../../platform/database/index.ts'

/** Everybody who takes or took part in a year's groups of a hub, or of all hubs. */
export const participantsOf = (db: Reader, { year, hubId }: { year: number; hubId: string | null }) =>
  db
    .selectFrom('participants as a')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('projects as r', 'r.id', 'p.project_id')
    .leftJoin('hub_names as h', (join) => join.onRef('h.hub_id', '=', 'g.hub_id').on('h.to_on', 'is', null))
    .select(['a.person_id', 'e.name', 'a.post', 'a.part', 'a.status', 'o.name as organisation', 'o.urn'])
    .select(['g.name as group', 'r.title as project', 'r.code', 'h.name as hub'])
    .where('g.year', '=', year)
    .where('e.erased_at', 'is', null)
    .$if(hubId !== null, (query) => query.where('g.hub_id', '=', hubId))
    .orderBy('h.name')
    .orderBy('g.name')
    .orderBy('o.name')
    .orderBy('e.name')
    .execute()

/** What can be chosen: the years with groups, and the hubs by name. */
export const exportChoices = async (db: Reader) => ({
  years: (await db.selectFrom('groups').select('year').distinct().orderBy('year', 'desc').execute()).map(
    ({ year }) => year,
  ),
  hubs: await db
    .selectFrom('hubs as h')
    .innerJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select(['h.id', 'n.name'])
    .orderBy('n.name')
    .execute(),
})
