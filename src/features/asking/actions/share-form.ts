import { type Context, transaction } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { hashOf } from '../../../platform/secrets.ts'
import { offerById } from '../../offers/index.ts'
import { organisationById } from '../../organisations/index.ts'
import { addressee } from '../../people/index.ts'
import { colleagueLetter, resumeLetter } from '../emails/form.email.ts'
import { colleaguesOf } from '../form-queries.ts'
import { daysAFormIsKept, type InterestForm } from '../interest-form.ts'
import { insertFormLink, stopFormLink, stopOwnLink } from '../store.ts'
import { formInHand } from './save-step.ts'

/** Colleagues who help with one form: more than these are a committee. */
export const mostColleagues = 5

const aboutOf = async (tx: Parameters<typeof offerById>[0], form: InterestForm, today: Temporal.PlainDate) => {
  const offer = found(await offerById(tx, form.offerId))
  const organisation = found(await organisationById(tx, form.organisationId))
  return {
    hub: offer.hub.name,
    project: offer.project.title,
    organisation: organisation.name,
    closesOn: offer.closesOn,
    until: today.add({ days: daysAFormIsKept }),
  }
}

const urlOf = ({ config }: Context, linkId: string): string =>
  `${config.baseUrl}/interest-form/${linkToken(config, 'interest-form', linkId, daysAFormIsKept)}`

/** Mails whoever fills a form in the link with which they go on later; the same address gets it once a day. */
export const mailOwnLink = (context: Context, input: { formId: string; address: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { form, link } = await formInHand(tx, context, input.formId, { isSent: true })
    const about = await aboutOf(tx, form, context.today)
    const letter = resumeLetter(about, urlOf(context, found(link).id))
    // An address that was put right is another one: it gets the link the same day.
    const to = hashOf(input.address.toLowerCase()).toString('base64url')
    const key = `interest-form:${form.id}:own:${context.today}:${to}`
    await post(tx, context, await addressee(tx, input.address), letter, key)
    await record(tx, context, { name: 'interest-form.link-mailed', subject: { type: 'interest-form', id: form.id } })
  })

/** Asks a colleague to help with a form: they get a link of their own, which fills in and does not send. */
export const askColleague = async (
  context: Context,
  input: { formId: string; name: string; address: string; from: string },
): Promise<void> => {
  try {
    await transaction(context, async (tx, context) => {
      const { form } = await formInHand(tx, context, input.formId, { isSent: true })
      if ((await colleaguesOf(tx, form.id)).length >= mostColleagues)
        throw new Refused(
          `At most ${mostColleagues} colleagues help with one form. Stop the link of one of them first.`,
        )
      const colleague = { formId: form.id, part: 'colleague', name: input.name, email: input.address } as const
      const id = await insertFormLink(tx, colleague, context.now)
      const about = await aboutOf(tx, form, context.today)
      const letter = colleagueLetter({ ...about, name: input.name, from: input.from }, urlOf(context, id))
      await post(tx, context, await addressee(tx, input.address), letter, `interest-form:colleague:${id}`)
      await record(tx, context, {
        name: 'interest-form.colleague-asked',
        subject: { type: 'interest-form', id: form.id },
      })
    })
  } catch (problem) {
    if (refusedBy(problem) === 'interest_form_links_one_for_each_colleague')
      throw new Refused('This colleague has a link already. Stop it first if it went astray.')
    throw problem
  }
}

/** The link to a form that was not sent yet went astray: it opens nothing from now on, and whoever fills the form in goes on with a new one. */
export const renewOwnLink = (context: Context, input: { formId: string }): Promise<{ url: string }> =>
  transaction(context, async (tx, context) => {
    const { form } = await formInHand(tx, context, input.formId, { isSent: true })
    await stopOwnLink(tx, { formId: form.id, now: context.now })
    const own = { formId: form.id, part: 'sender', name: null, email: null } as const
    const id = await insertFormLink(tx, own, context.now)
    await record(tx, context, { name: 'interest-form.link-renewed', subject: { type: 'interest-form', id: form.id } })
    return { url: urlOf(context, id) }
  })

/** Stops the link of a colleague: it opens nothing from now on. What they typed stays. */
export const stopColleague = (context: Context, input: { formId: string; linkId: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { form } = await formInHand(tx, context, input.formId, { isSent: true })
    if (!(await stopFormLink(tx, { id: input.linkId, formId: form.id, now: context.now }))) return
    await record(tx, context, { name: 'interest-form.link-stopped', subject: { type: 'interest-form', id: form.id } })
  })
