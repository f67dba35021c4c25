type Named = { readonly id: string; readonly name: string }
type Theme = { readonly id: string; readonly title: string; readonly suffix: string | null }

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const only = <T>(all: readonly T[], is: (each: T) => boolean): T | null => {
  const fitting = all.filter(is)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

const namesOneOther = (said: string, name: string): boolean =>
  name !== '' &&
  (plain(said) === plain(name) ||
    plain(said).includes(plain(name)) ||
    (plain(said).length > 3 && plain(name).includes(plain(said))))

/** Which theme or group somebody's own words mean; null when they mean none of them, or more than one. */
export const preferenceMeant = (
  said: string,
  { themes, groups }: { themes: readonly Theme[]; groups: readonly Named[] },
): { readonly themeId: string | null; readonly groupPreferenceId: string | null } | null => {
  const theme = only(themes, ({ title, suffix }) => namesOneOther(said, title) || plain(said) === plain(suffix ?? ''))
  const group = theme ? null : only(groups, ({ name }) => namesOneOther(said, name))
  return theme || group ? { themeId: theme?.id ?? null, groupPreferenceId: group?.id ?? null } : null
}
