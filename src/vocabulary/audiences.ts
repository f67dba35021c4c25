export const audiences = ['itt', 'leadership'] as const

/** Whom a project is for beside the phases: teacher training, or those who lead professional development. */
export type Audience = (typeof audiences)[number]

export const audienceLabels: Readonly<Record<Audience, string>> = {
  itt: 'Initial teacher training',
  leadership: 'Leadership in maths education',
}

/** The audience that an address names; null when it names none. */
export const parseAudience = (text: string): Audience | null => {
  const named = text.trim().toLowerCase()
  return audiences.find((audience) => audience === named) ?? null
}
