/** Whose dates a calendar feed holds. */
export type FeedOf =
  | { readonly type: 'person'; readonly id: string }
  | { readonly type: 'hub'; readonly id: string }
  | { readonly type: 'group'; readonly id: string; readonly hubId: string }
