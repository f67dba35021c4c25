export const askingStatuses = ['asked', 'agreed', 'declined', 'withdrawn'] as const
export type AskingStatus = (typeof askingStatuses)[number]

/** One hub asks another to share a group: what of the room it would have, and what came of it. */
export type Asking = {
  readonly id: string
  readonly groupId: string
  readonly groupName: string
  readonly projectTitle: string
  readonly leadHubId: string
  readonly leadHubName: string
  readonly hubId: string
  readonly hubName: string
  readonly hubSlug: string
  readonly share: number | null
  readonly endOn: Temporal.PlainDate | null
  readonly word: string | null
  readonly status: AskingStatus
  readonly askedAt: Temporal.Instant
  readonly answeredAt: Temporal.Instant | null
  readonly answer: string | null
}

export const askingLabels: Readonly<Record<AskingStatus, string>> = {
  asked: 'Asked',
  agreed: 'Agreed',
  declined: 'Declined',
  withdrawn: 'Taken back',
}

/** Whether an asking can still be answered or taken back. */
export const isOpen = ({ status }: Pick<Asking, 'status'>): boolean => status === 'asked'
