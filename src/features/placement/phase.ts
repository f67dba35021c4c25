// The register tells finer than matters for who works together: middle schools count as what they are deemed to be.
const counted: Readonly<Record<string, string>> = {
  nursery: 'primary',
  primary: 'primary',
  middle_deemed_primary: 'primary',
  secondary: 'secondary',
  middle_deemed_secondary: 'secondary',
  post_16: 'post_16',
  all_through: 'all_through',
}

/** The phase a school counts as in a group; null for who teaches none. */
export const phaseCounted = (phase: string | null): string | null => (phase === null ? null : (counted[phase] ?? null))
