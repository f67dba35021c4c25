// Records: two people, or two organisations, that turn out to be one are merged across all rooms at once, with everything that means
// them, and parted again if that was wrong. What becomes of each table is declared in `people-references.ts` and
// `organisations-references.ts`.
export { findDuplicates } from './actions/find-duplicates.ts'
export { sayNotTheSame } from './actions/judge-pair.ts'
export { mergeRecords } from './actions/merge-records.ts'
export { kindOfRecord } from './comparing-queries.ts'
export { openDuplicates, recordMeant } from './duplicates-queries.ts'
export {
  mayJudgePeople,
  mayMergeOrganisations,
  mayMergePeople,
  mayUndoMerge,
} from './policy.ts'
