/** What can happen when records are merged or schools are followed by others, and the sentence shown in the history. */
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
  'organisation.followed': 'What the school took part in followed to its successor',
  'place.followed': 'The place followed the school to its successor',
  'interest.followed': 'The request followed the school to its successor',
  'succession.asked': 'Somebody was asked what becomes of what a closed school takes part in',
  'succession.settled': 'It was decided what becomes of what a closed school takes part in',
} as const
