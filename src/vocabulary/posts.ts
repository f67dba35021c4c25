export const postKinds = [
  'headteacher',
  'senior_leader',
  'maths_subject_lead',
  'head_of_department',
  'prospective_subject_lead',
  'class_teacher',
  'early_career_teacher',
  'non_specialist_teacher',
  'early_years_practitioner',
  'teaching_assistant',
  'itt_tutor',
  'mentor',
  'trust_maths_lead',
  'office_staff',
  'other',
] as const

/** What a person does at an organisation. */
export type PostKind = (typeof postKinds)[number]

export const postLabels: Readonly<Record<PostKind, string>> = {
  headteacher: 'Headteacher or principal',
  senior_leader: 'Senior leader',
  maths_subject_lead: 'Maths subject lead',
  head_of_department: 'Head of maths department',
  prospective_subject_lead: 'Preparing to lead maths (not yet in post)',
  class_teacher: 'Class or subject teacher',
  early_career_teacher: 'Early career teacher',
  non_specialist_teacher: 'Teacher of maths trained in another subject',
  early_years_practitioner: 'Early years practitioner',
  teaching_assistant: 'Teaching assistant',
  itt_tutor: 'ITT tutor with responsibility for maths',
  mentor: 'Mentor of trainees or early career teachers',
  trust_maths_lead: 'Lead of maths across a trust',
  office_staff: 'Office staff',
  other: 'Another post',
}

/** Whether a text names a kind of post. */
export const isPostKind = (text: string): text is PostKind => postKinds.some((kind) => kind === text)

/** Whether the post is held now, and not only in prospect. */
export const isHeldPost = (kind: PostKind): boolean => kind !== 'prospective_subject_lead'
