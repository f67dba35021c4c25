import type { Goal, YearNotice, YearPartner } from './project.ts'

/** A part of a year's catalogue, with its projects in their order and the parts below it. */
export type CatalogueSection = {
  readonly key: string
  readonly title: string
  readonly introduction: string | null
  readonly projectIds: readonly string[]
  readonly parts: readonly CatalogueSection[]
}

/** What a year says around its projects, as everybody reads it. */
export type PublishedYear = {
  readonly introduction: string | null
  /** Why what it showed was withdrawn; null where it was not, or is published again. */
  readonly withdrawnBecause: string | null
  readonly notices: readonly YearNotice[]
  readonly goals: readonly Goal[]
  readonly partners: readonly YearPartner[]
  readonly sections: readonly CatalogueSection[]
}

type Row = {
  readonly id: string
  readonly parent_id: string | null
  readonly key: string
  readonly title: string
  readonly introduction: string | null
}
type Entry = { readonly section_id: string; readonly project_id: string }

/** Puts the parts of a catalogue under one another; rows and entries come in their order. */
export const layOut = (
  rows: readonly Row[],
  entries: readonly Entry[],
  parent: string | null = null,
): readonly CatalogueSection[] =>
  rows
    .filter((row) => row.parent_id === parent)
    .map((row) => ({
      key: row.key,
      title: row.title,
      introduction: row.introduction,
      projectIds: entries.filter((entry) => entry.section_id === row.id).map((entry) => entry.project_id),
      parts: layOut(rows, entries, row.id),
    }))
