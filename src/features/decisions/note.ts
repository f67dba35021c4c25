/** What somebody of a hub noted beside a request. */
export type Note = {
  readonly id: string
  readonly body: string
  readonly writtenAt: Temporal.Instant
  readonly by: { readonly id: string; readonly name: string } | null
}
