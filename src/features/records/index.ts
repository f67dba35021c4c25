// Records: what is done to the records themselves, across all rooms at once. Two people, or two organisations, that turn out to be
// one are merged, with everything that means them, and parted again if that was wrong; what a closed school takes part in follows to
// its successor. What becomes of each table is declared in `people-references.ts` and `organisations-references.ts`.
export { findDuplicates } from './actions/find-duplicates.ts'
export { sayNotTheSame } from './actions/judge-pair.ts'
export { mergeRecords } from './actions/merge-records.ts'
export { openDuplicates } from './duplicates-queries.ts'
export {
  mayJudgePeople,
  mayMergeOrganisations,
  mayMergePeople,
  maySettleSuccession,
  mayUndoMerge,
} from './policy.ts'
