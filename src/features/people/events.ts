/** What can happen to people, and the sentence shown in the history. */
export const peopleEvents = {
  'person.made-known': 'became known here',
  'address.confirmed': 'confirmed an email address',
  'post.stated': 'stated a post',
  'post.taken-back': 'had a post taken back that a hub stated by mistake',
  'role.granted': 'was given a part',
} as const
