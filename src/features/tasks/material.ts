/** A link, or a file, that belongs to a task. */
export type NewMaterial = {
  readonly title: string
  readonly link: string | null
  readonly file: { readonly name: string; readonly type: string; readonly content: Uint8Array } | null
}

export const mostMaterials = 12

/** What a material is called where nobody gave it a title: its file, or where it lies. */
export const titleOf = (title: string, { link, name }: { link: string; name: string | null }): string => {
  if (title !== '') return title
  return (name ?? link.replace(/^https?:\/\/(www\.)?/i, '')).slice(0, 200)
}
