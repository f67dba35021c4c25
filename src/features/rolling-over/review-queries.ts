import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import { type Point, type PointKept, type PointKind, pointKinds, pointsOf, type ToLookAt } from './attention.ts'

const isKind = (text: string): text is PointKind => pointKinds.some((kind) => kind === text)

type Row = Omit<ToLookAt, 'year' | 'texts' | 'promises' | 'namesBy'> & {
  readonly namesBy: string | null
  readonly id: string
  readonly title: string
  readonly status: string
  readonly year: number
  readonly summary: string
  readonly sections: readonly { readonly heading: string; readonly body: string }[]
  readonly models: readonly string[]
  readonly outcomes: readonly string[]
  readonly rules: readonly string[]
  readonly focuses: readonly { readonly title: string; readonly focus: string }[]
  readonly earlier: { readonly title: string; readonly year: number } | null
  readonly kept: readonly (Omit<Point, 'kind'> & { readonly kind: string; readonly ticked: string | null })[]
}

/** A draft that came of rolling a year over, with what needs attention and what was found before. */
export type DraftToReview = {
  readonly id: string
  readonly title: string
  readonly code: string | null
  readonly status: string
  readonly year: AcademicYear
  readonly earlier: { readonly title: string; readonly year: number } | null
  readonly points: readonly Point[]
  readonly kept: readonly PointKept[]
}

const textsOf = (row: Row) => [
  { place: 'Summary', text: row.summary },
  ...row.sections.map(({ heading, body }) => ({ place: heading, text: body })),
  ...row.models.map((text) => ({ place: 'Models of working', text })),
  ...row.outcomes.map((text) => ({ place: 'Benefits and outcomes', text })),
  ...row.rules.map((text) => ({ place: 'Who can take part', text })),
  ...row.focuses.map(({ title, focus }) => ({ place: title, text: focus })),
]

const draftOf = (row: Row): DraftToReview => {
  const year = academicYear(row.year)
  const { id, title, code, status, earlier } = row
  const kept = row.kept.flatMap(({ kind, ticked, ...point }) =>
    isKind(kind) ? [{ ...point, kind, tickedAt: ticked === null ? null : Temporal.Instant.from(ticked) }] : [],
  )
  const toLookAt = {
    ...{ year, code, partnerBodies: row.partnerBodies, themes: row.themes, goals: row.goals },
    namesBy: row.namesBy === null ? null : Temporal.PlainDate.from(row.namesBy),
    daysMin: row.daysMin,
    sessionsCount: row.sessionsCount,
    promises: row.outcomes.length,
  }
  return { id, title, code, status, year, earlier, points: pointsOf({ ...toLookAt, texts: textsOf(row) }), kept }
}

const drafts = async (db: Reader, { year, id }: { year: number | null; id: string | null }) => {
  const { rows } = await sql<Row>`
    select p.id, p.title, p.code, p.status, p.year, p.summary, p.days_min::float8 as "daysMin", p.sessions_count as "sessionsCount",
      p.partner_bodies as "partnerBodies", p.models_of_working as models,
      coalesce((select jsonb_agg(jsonb_build_object('heading', s.heading, 'body', s.body) order by s.position) from project_sections s where s.project_id = p.id), '[]') as sections,
      coalesce((select jsonb_agg(o.outcome order by o.position) from project_outcomes o where o.project_id = p.id), '[]') as outcomes,
      coalesce((select jsonb_agg(c.sentence order by c.position) from criteria c where c.project_id = p.id), '[]') as rules,
      coalesce((select jsonb_agg(jsonb_build_object('title', t.title, 'starts', t.starts) order by t.position) from project_themes t where t.project_id = p.id), '[]') as themes,
      coalesce((select jsonb_agg(jsonb_build_object('title', t.title, 'focus', t.focus) order by t.position) from project_themes t where t.project_id = p.id), '[]') as focuses,
      coalesce((select jsonb_agg(jsonb_build_object('goal', g.goal, 'by', g.by_label) order by g.by_label, g.goal) from programme_goals g
        where g.project_id = r.earlier_project_id and coalesce(g.standing, '') = ''), '[]') as goals,
      (select l.by_on::text from names_later l where l.project_id = p.id) as "namesBy",
      (select jsonb_build_object('title', e.title, 'year', e.year) from projects e where e.id = r.earlier_project_id) as earlier,
      coalesce((select jsonb_agg(jsonb_build_object('key', v.key, 'kind', v.kind, 'place', v.place, 'words', v.words, 'ticked', v.ticked_at) order by v.place, v.key)
        from review_points v where v.project_id = p.id), '[]') as kept
    from rolled_projects r join projects p on p.id = r.project_id
    where (${year}::int is null or p.year = ${year}) and (${id}::uuid is null or p.id = ${id})
    order by p.title collate people_order, p.id`.execute(db)
  return rows.map(draftOf)
}

/** The drafts of a year that came of rolling the year before over. */
export const draftsToReview = (db: Reader, year: AcademicYear): Promise<readonly DraftToReview[]> =>
  drafts(db, { year, id: null })

/** One of them; null when the project did not come of rolling over. */
export const draftToReview = async (db: Reader, id: string): Promise<DraftToReview | null> =>
  (await drafts(db, { year: null, id }))[0] ?? null
