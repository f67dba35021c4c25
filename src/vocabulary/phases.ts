export const phases = ['early_years', 'primary', 'secondary', 'post_16'] as const

/** A phase of education; a project has one or more of them. */
export type Phase = (typeof phases)[number]

export const phaseLabels: Readonly<Record<Phase, string>> = {
  early_years: 'Early years',
  primary: 'Primary',
  secondary: 'Secondary',
  post_16: 'Post-16',
}

/** A phase as it stands in an address: post-16. */
export const phaseSlug = (phase: Phase): string => phase.replaceAll('_', '-')

/** The phase that an address or an old spreadsheet names; null when it names none. */
export const parsePhase = (text: string): Phase | null => {
  const named = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  return phases.find((phase) => phase === named) ?? null
}
