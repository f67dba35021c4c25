import type { AcademicYear } from '../../vocabulary/academic-year.ts'
import type { WrittenProject } from '../project-writing/index.ts'

type Known = { readonly id: string; readonly to: AcademicYear; readonly freshId: () => string }

/** A project as the draft of the new year says it: all that is carried, under ids of its own, and nothing that belongs to its year. */
export const writtenOver = (written: WrittenProject, { id, to, freshId }: Known): WrittenProject => {
  const themes = new Map(written.themes.map((theme) => [theme.id, freshId()] as const))
  const rules = new Map(written.criteria.map((rule) => [rule.id, freshId()] as const))
  return {
    ...written,
    year: to,
    code: null,
    isNew: false,
    formerly: null,
    outcomes: written.outcomes.map((outcome) => ({ ...outcome, id: freshId() })),
    themes: written.themes.map((theme) => ({ ...theme, id: themes.get(theme.id) ?? freshId() })),
    criteria: written.criteria.map(({ widens, ...rule }) => ({
      ...rule,
      id: rules.get(rule.id) ?? freshId(),
      themeId: rule.themeId === null ? null : (themes.get(rule.themeId) ?? null),
      ...(widens && rules.has(widens) ? { widens: rules.get(widens) as string } : {}),
    })),
    lineage: [{ earlierId: id, kind: 'continues', note: null }],
  }
}
