import type { PostKind } from './posts.ts'

/** What a body is called that asks to join, and who is asked to agree for it. */
export type Speaker = {
  /** "school". */
  readonly body: string
  /** "headteacher". */
  readonly who: string
}

const speakers: Readonly<Record<string, Speaker>> = {
  school: { body: 'school', who: 'headteacher' },
  itt_provider: { body: 'institution', who: 'head of teacher training' },
  trust: { body: 'trust', who: 'head of the trust' },
  authority: { body: 'authority', who: 'head of service' },
}

const anyBody: Speaker = { body: 'organisation', who: 'head of the organisation' }

/** Who speaks for an organisation of a kind, where a project asks that it agrees. */
export const speakerFor = (kind: string): Speaker => speakers[kind] ?? anyBody

/** Whether somebody in a post speaks for their organisation themselves, so that nobody else is asked. */
export const speaksFor = (kind: string, post: PostKind | null): boolean =>
  post === 'headteacher' || (kind !== 'school' && post === 'senior_leader')

/** "your headteacher", "your head of teacher training". */
export const yourSpeaker = (kind: string): string => `your ${speakerFor(kind).who}`

/** "Headteacher", "Head of teacher training", to begin a sentence or a label with. */
export const speakerTitle = (kind: string): string => {
  const { who } = speakerFor(kind)
  return `${who.charAt(0).toUpperCase()}${who.slice(1)}`
}
