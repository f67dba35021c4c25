import type { Tone } from '../../../ui/components/status-tag.ts'
import type { TableStatus } from '../travel-table.ts'

export const statusLabels: Readonly<Record<TableStatus, string>> = {
  waiting: 'To be confirmed',
  in_force: 'Counts',
  replaced: 'Replaced',
  taken_back: 'Taken back',
  discarded: 'Thrown away',
}
export const statusTones: Readonly<Record<TableStatus, Tone>> = {
  waiting: 'attention',
  in_force: 'good',
  replaced: 'over',
  taken_back: 'over',
  discarded: 'over',
}

export const title = 'Minutes for travel'

export const around = (hub: { readonly slug: string }) => [
  { text: 'Hub work', href: `/hub/${hub.slug}` },
  { text: 'Best placement', href: `/hub/${hub.slug}/placement` },
]

export type HubSeen = { readonly id: string; readonly slug: string; readonly name: string }
