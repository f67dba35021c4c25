import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub } from '../people/index.ts'
import type { FormLink, InterestForm } from './interest-form.ts'

type Opened = Pick<InterestForm, 'id' | 'onBehalf'>

/** Whoever holds a link to a form fills it in; a form on somebody's behalf is filled in by staff of the hub that makes the offer. */
export const mayFillIn = (actor: Actor, form: Opened, by: { hubId: string; link: FormLink | null }): boolean =>
  form.onBehalf ? isAtHub(actor, by.hubId) : holdsLink(actor, form, by.link)

/** Only the sender's own link, or the hub on their behalf, sends a form and asks colleagues to help. */
export const maySendForm = (actor: Actor, form: Opened, by: { hubId: string; link: FormLink | null }): boolean =>
  mayFillIn(actor, form, by) && (form.onBehalf || by.link?.part === 'sender')

const holdsLink = (actor: Actor, form: Opened, link: FormLink | null): boolean =>
  actor.kind === 'link' && actor.purpose === 'interest-form' && link?.id === actor.subjectId && link.formId === form.id
