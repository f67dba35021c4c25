import { isPostKind, type PostKind, postLabels } from '../../vocabulary/posts.ts'

const words: readonly (readonly [RegExp, PostKind])[] = [
  [/\b(prospective|aspiring|future|about to (become|lead))\b/, 'prospective_subject_lead'],
  [/\btrust\b.*\b(maths|mathematics|lead)|\bmat\b.*\blead/, 'trust_maths_lead'],
  [/\b(itt|pgce|scitt|university|initial teacher)\b.*\b(tutor|lecturer|lead)?|\b(lecturer|tutor)\b/, 'itt_tutor'],
  [/\bmentor\b/, 'mentor'],
  [/\b(deputy|assistant|associate|vice)[ -]*(head|principal)|\b(slt|smt|senior leader\w*|aht|dht)\b/, 'senior_leader'],
  [
    /\b(head of|hod|director of|2 ?i ?c|second in|curriculum leader for|faculty lead\w* for)\b.*\b(maths|mathematics|numeracy|department|dept|faculty)?/,
    'head_of_department',
  ],
  [
    /\b(maths|mathematics|numeracy|subject|mastery)\b.*\b(lead\w*|co ?ordinator|champion|manager)|\b(lead|co ?ordinator)\b.*\b(maths|mathematics|numeracy)/,
    'maths_subject_lead',
  ],
  [/\b(head ?teacher|head ?master|head ?mistress|principal|executive head|head of school|ht)\b|^head$/, 'headteacher'],
  [/\b(ect|nqt|rqt|early career|newly qualified)\b/, 'early_career_teacher'],
  [/\b(non ?specialist)\b/, 'non_specialist_teacher'],
  [/\b(early years|eyfs|nursery|reception) (practitioner|nurse|worker|leader|lead)\b/, 'early_years_practitioner'],
  [/\b(teaching assistant|ta|hlta|lsa|learning support)\b/, 'teaching_assistant'],
  [/\b(office|administrat\w*|secretary|business manager|admin|cpd)\b/, 'office_staff'],
  [/\b(teacher|year \d|y\d|ks\d|class|maths|mathematics)\b/, 'class_teacher'],
]

/** The kind of post that somebody's own words mean; null when they tell nothing. */
export const postInWords = (text: string): PostKind | null => {
  const typed = text.trim().toLowerCase()
  if (isPostKind(typed)) return typed
  const labelled = Object.entries(postLabels).find(([, label]) => label.toLowerCase() === typed)?.[0]
  if (labelled && isPostKind(labelled)) return labelled
  const plain = typed
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll('head of school', 'headteacher')
    .trim()
  return words.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}
