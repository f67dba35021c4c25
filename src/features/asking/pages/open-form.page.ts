import type { Context } from '../../../platform/context.ts'
import { found, NotFound } from '../../../platform/errors.ts'
import type { PageRequest } from '../../../platform/http/routes.ts'
import type { FieldError, Parsed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { type Asked, agreementStanding, type Interest, interestById } from '../../interest/index.ts'
import { offerById } from '../../offers/index.ts'
import { organisationById } from '../../organisations/index.ts'
import { colleaguesOf, filesOfForm, formById, formLinkById } from '../form-queries.ts'
import { type FormLink, type InterestForm, type Step, stepOfField, stepsOf } from '../interest-form.ts'
import { isOfOrganisation } from '../known-queries.ts'
import { mayFillIn } from '../policy.ts'
import { readAsk } from './ask.form.ts'
import { type Asking, askingFor, closedSentence, detailsOf, termsOf } from './asking-for.page.ts'
import type { DetailsAsked } from './details.view.ts'

/** A form that somebody has open, with all that its pages need. */
export type OpenForm = {
  readonly form: InterestForm
  readonly link: FormLink | null
  readonly asking: Asking
  readonly details: DetailsAsked
  readonly files: Awaited<ReturnType<typeof filesOfForm>>
  readonly steps: readonly Step[]
  readonly interest: Interest | null
  /** What the form asks for, read anew from what is typed. */
  readonly read: Parsed<Asked>
  readonly closed: string | null
  readonly colleagues: readonly FormLink[]
}

const formOf = async ({ context, params }: PageRequest): Promise<{ form: InterestForm; link: FormLink | null }> => {
  const { actor, db } = context
  if (actor.kind === 'link') {
    const link = found(await formLinkById(db, actor.subjectId))
    return { form: found(await formById(db, link.formId)), link }
  }
  const id = params['form'] ?? ''
  return { form: found(isId(id) ? await formById(db, id) : null), link: null }
}

// A school in an agreement for the year is not asked for its headteacher again; only whoever belongs to it is told so.
const withAgreement = async (context: Context, form: InterestForm, asking: Asking, details: DetailsAsked) => {
  const agreement =
    details.asksHeadteacher && (await isOfOrganisation(context.db, form))
      ? await agreementStanding(context.db, { organisationId: form.organisationId, projectId: asking.offer.project.id })
      : null
  return agreement ? { ...details, asksHeadteacher: false, agreement } : details
}

const isOwnPlace = ({ people: [first], sender }: Interest): boolean =>
  first === undefined || first.email.toLowerCase() === sender.email.toLowerCase()

// Of a request whose answers are changed, who sent it, what was agreed to and the headteacher stay.
const asChange = (details: DetailsAsked, interest: Interest | null): DetailsAsked =>
  interest
    ? {
        ...details,
        asksHeadteacher: false,
        policy: null,
        people: { ...details.people, isForOne: details.people.isForOne && isOwnPlace(interest) },
      }
    : details

/** The form that the link or the address names, for whoever may fill it in. */
export const openForm = async (request: PageRequest): Promise<OpenForm> => {
  const { context, params } = request
  const { form, link } = await formOf(request)
  const offer = found(await offerById(context.db, form.offerId))
  const hub = params['hub']
  if (hub !== undefined && hub !== offer.hub.slug) throw new NotFound('A form of another hub')
  if (!mayFillIn(context.actor, form, { hubId: offer.hub.id, link })) throw new NotFound('A form of others')
  const base = hub === undefined ? `/interest-form/${params['token']}` : `/hub/${hub}/interest-forms/${form.id}`
  const asking = askingFor(offer, base, form.onBehalf)
  const organisation = found(await organisationById(context.db, form.organisationId))
  const [asked, files, interest, colleagues] = await Promise.all([
    detailsOf(context, asking, organisation),
    filesOfForm(context.db, form),
    form.changes === null ? null : interestById(context.db, form.changes),
    colleaguesOf(context.db, form.id),
  ])
  const details = asChange(await withAgreement(context, form, asking, asked), interest)
  const read = readAsk(termsOf(offer, details, { files, formKey: form.id }), form.typed)
  return {
    ...{ form, link, asking, details, files, interest, colleagues },
    steps: stepsOf({
      questions: details.questions,
      isChange: form.changes !== null,
      isOnBehalf: form.onBehalf,
      hasPeople: asking.offer.project.unit === 'organisation',
      asksToAgree:
        details.commitments.length > 0 ||
        details.policy !== null ||
        details.asksHeadteacher ||
        details.agreement !== undefined,
    }),
    read,
    closed: closedSentence(context, asking),
  }
}

/** What is still wrong or missing in a step. */
export const errorsIn = ({ read, steps }: OpenForm, key: string): readonly FieldError[] =>
  read.ok ? [] : read.errors.filter(({ field }) => stepOfField(steps, field) === key)
