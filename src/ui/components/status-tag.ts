import { classes, type Html } from '../html.ts'
import { tag } from './tag.ts'

/** How far something has come: the colour only repeats what the words say. */
export type Tone = 'new' | 'waiting' | 'good' | 'attention' | 'bad' | 'over' | 'plain'

const colours: Readonly<Record<Tone, string | false>> = {
  new: 'govuk-tag--blue',
  waiting: 'govuk-tag--yellow',
  good: 'govuk-tag--green',
  attention: 'govuk-tag--orange',
  bad: 'govuk-tag--red',
  over: 'govuk-tag--grey',
  plain: false,
}

/** A state in a word or two, such as "Waiting" or "Place offered". */
export const statusTag = (text: string, tone: Tone = 'plain'): Html =>
  tag({ text, classes: classes('app-tag', colours[tone]) })
