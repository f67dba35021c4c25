import { found, NotFound } from '../../../platform/errors.ts'
import { file, type Page, type PageRequest, redirect } from '../../../platform/http/routes.ts'
import { ownLinkToken } from '../../../platform/links.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { type Interest, interestById, mayDecideOnInterest } from '../../interest/index.ts'
import { beginChange } from '../actions/begin-form.ts'
import { fileOfInterest } from '../form-queries.ts'
import { daysAFormIsKept } from '../interest-form.ts'
import { answersTyped } from './answers.form.ts'
import { typedPreferences } from './preferences.form.ts'

const peopleTyped = ({ people }: Interest): Typed =>
  Object.fromEntries(
    people.flatMap(({ name, email, post, held }, at) => [
      [`person_${at + 1}_name`, name],
      [`person_${at + 1}_email`, email],
      [`person_${at + 1}_post`, post],
      [`person_${at + 1}_held`, held === false ? 'later' : 'now'],
    ]),
  )

const text = (name: string, value: string | number | null): Typed => (value === null ? {} : { [name]: String(value) })

/** A request as its form shows it. */
const typedOf = (interest: Interest): Typed => ({
  name: interest.sender.name,
  email: interest.sender.email,
  post: interest.sender.post,
  ...text('telephone', interest.sender.telephone),
  ...text('theme', interest.themeId),
  ...(interest.fewerIsFine ? { fewer: 'yes' } : {}),
  ...text('travel', interest.travelLimitMiles),
  ...text('access', interest.accessNeeds),
  ...text('comments', interest.comments),
  ...(interest.commitments.length > 0 ? { commitments: [...interest.commitments] } : {}),
  ...peopleTyped(interest),
  ...text('unnamed', interest.unnamed === 0 ? null : interest.unnamed),
  ...answersTyped(interest.answers),
  ...typedPreferences(interest.preferences),
  sure: [interest.sender.email, ...interest.people.map(({ email }) => email)],
})

const interestOfLink = async ({ context }: PageRequest): Promise<Interest> => {
  if (context.actor.kind !== 'link') throw new NotFound('Not by a link')
  const interest = found(await interestById(context.db, context.actor.subjectId))
  return found(interest.receivedAt === null ? null : interest)
}

/** Begins to change the answers of a request, or goes on with what somebody has begun. */
export const change: Page = async (request) => {
  const interest = await interestOfLink(request)
  const { linkId } = await beginChange(request.context, { interestId: interest.id, typed: typedOf(interest) })
  return redirect(`/interest-form/${ownLinkToken(request.context, 'interest-form', linkId, daysAFormIsKept)}`)
}

const answerFile = async ({ context, params }: PageRequest, interestId: string) => {
  const id = params['answer'] ?? ''
  const sent = found(isId(id) ? ((await fileOfInterest(context.db, { id, interestId })) ?? null) : null)
  const answer = file({ body: sent.content, type: sent.type, name: sent.name })
  const disposition = String(answer.headers['content-disposition']).replace('inline', 'attachment')
  return { ...answer, headers: { ...answer.headers, 'content-disposition': disposition } }
}

/** A file that came with a request, for whoever sent it. */
export const showOwnFile: Page = async (request) => answerFile(request, (await interestOfLink(request)).id)

/** A file that came with a request, for the hub that was asked. */
export const showFileToHub: Page = async (request) => {
  const id = request.params['id'] ?? ''
  const interest = found(isId(id) ? await interestById(request.context.db, id) : null)
  if (interest.hub.slug !== request.params['hub'] || !mayDecideOnInterest(request.context.actor, interest.hub.id))
    throw new NotFound('A request to another hub')
  return answerFile(request, interest.id)
}
