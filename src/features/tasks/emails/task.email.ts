import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'

type About = {
  readonly name: string
  readonly group: string
  readonly title: string
  readonly dueOn: Temporal.PlainDate
  readonly url: string
}

/** Tells a participant of a task, with the personal link under which they return their reflection. */
export const taskLetter = (task: About & { brief: string; shared: boolean }): Letter => ({
  subject: `${task.group}: ${task.title}, by ${formatDate(task.dueOn)}`,
  greeting: `Hello ${task.name},`,
  paragraphs: [`Your group has a task to do in school before ${formatDate(task.dueOn)}: ${task.title}.`, task.brief],
  action: { label: 'Return your reflection', url: task.url },
  after: [
    task.shared
      ? 'The others in your group read your reflection once they have returned theirs, and you theirs.'
      : 'Only the lead of your group reads your reflection.',
    'The link is yours alone and needs no account.',
  ],
  why: `you take part in ${task.group}.`,
})

/** Reminds a participant, once, three days before a task is due. */
export const reminderLetter = (task: About): Letter => ({
  subject: `${task.group}: ${task.title} is due on ${formatDate(task.dueOn)}`,
  greeting: `Hello ${task.name},`,
  paragraphs: [
    `The task “${task.title}” is due on ${formatDate(task.dueOn)}. A few sentences on what came of it are enough.`,
  ],
  action: { label: 'Return your reflection', url: task.url },
  why: `you take part in ${task.group} and have not returned a reflection yet. This is the only reminder.`,
})

type Digest = {
  readonly name: string
  readonly group: string
  readonly title: string
  readonly asked: number
  readonly returned: number
  readonly missing: readonly { readonly name: string; readonly organisation: string }[]
  readonly url: string
}

/** Tells a lead what came of a task, all at once. */
export const digestLetter = ({ name, group, title, asked, returned, missing, url }: Digest): Letter => ({
  subject: `${group}: ${returned} of ${asked} returned what came of “${title}”`,
  greeting: `Hello ${name},`,
  paragraphs: [
    missing.length === 0
      ? `Everybody has returned what came of “${title}”.`
      : `${returned} of ${asked} have returned what came of “${title}”. Still missing: ${missing.map((one) => `${one.name}, ${one.organisation}`).join('; ')}.`,
  ],
  action: { label: 'Read the reflections', url },
  why: `you lead ${group}. You are told of each task once.`,
})
