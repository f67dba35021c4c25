/** What can happen when records are merged, and the sentence shown in the history. */
export const recordsEvents = {
  'person.merged': 'was found to be here twice: two records became one',
  'person.parted': 'had a merge of two records undone',
  'person.told-of-merge': 'was told that two records became one',
  'organisation.merged': 'Two records of the organisation became one',
  'organisation.parted': 'A merge of two records of the organisation was undone',
  'duplicate.ruled-out': 'was looked at and is not the same as another',
  'duplicate.proposed': 'was proposed by a hub to be the same as another',
  'duplicates.looked-for': 'Records that may be the same were looked for',
  'merge-changes.forgotten': 'Merges of long ago can no longer be undone',
} as const
