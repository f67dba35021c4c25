/** What is put on a group's page: a link, or a file as it was sent. */
export type NewMaterial = {
  readonly title: string
  readonly sessionId: string | null
} & ({ readonly url: string } | { readonly file: { readonly name: string; readonly content: Uint8Array } })

/** A group's page holds so much and no more: what is old is taken back first. */
export const mostMaterials = 60

export const longestTitle = 200

/** How large a file is, in words. */
export const sizeInWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** The mail of a message waits so long, and can be taken back until then. */
export const minutesToTakeBack = 10

export const longestSubject = 150
export const longestBody = 5000
