import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { letterAsText } from '../../../platform/mail/index.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import {
  isMailingKind,
  kindsStopped,
  letMailKindGo,
  mailTimesOf,
  stopMailKind,
  timesInWords,
} from '../../mail-times/index.ts'
import { type Hub, hubBySlug } from '../../organisations/index.ts'
import { keepMailSettings } from '../actions/keep-mail-settings.ts'
import { settleMailing } from '../actions/send-mail-to-come.ts'
import { bundlesToCome } from '../bundle-queries.ts'
import { instructionsLetter, reminderLetter } from '../emails/session.email.ts'
import type { Mailing } from '../mailing.ts'
import { mailBefore, mailToCome } from '../plan-queries.ts'
import { plannedRows } from '../planned-row.ts'
import { contactOf, mailSentBefore, mailSettingsOf } from '../queries.ts'
import type { SessionMailKind } from '../session-mail.ts'
import { goesOf } from '../sources.ts'
import { deedForm, kindForm, settingsForm } from './mail.form.ts'
import { mailToComeView } from './mail-to-come.view.ts'
import { mailingView } from './mailing.view.ts'
import { settingsView } from './settings.view.ts'

const daysShown = 14
const daysAhead = 28

const hubOf = async ({ context, params }: PageRequest): Promise<Hub> =>
  found(await hubBySlug(context.db, params['hub'] ?? ''))

const notices: Readonly<Record<string, string>> = {
  settings: 'Saved. Mail that has not been sent yet goes by it.',
  hold: 'The mail is held. It goes when you let it go.',
  release: 'The mail is let go. It goes at its time.',
  drop: 'This mail is not sent for this date.',
  send: 'The mail is on its way to everybody who had not had it.',
  'kind-hold': 'All mail of this kind is held. It goes when you let it go.',
  'kind-release': 'Mail of this kind is let go. It goes at its time.',
  'kind-drop': 'No mail of this kind is sent.',
}
const noticed = ({ frame, query }: PageRequest) => ({
  ...frame,
  notice: wordedAs(notices, query.get('said')) ?? frame.notice,
})

const pageSize = 50

const drawMailToCome = async (request: PageRequest, asked: string | null, form: FormState) => {
  const { context, query } = request
  const hub = await hubOf(request)
  const kind = asked !== null && isMailingKind(asked) ? asked : null
  const [mailings, bundles, sent, settings, times] = [
    await mailToCome(context, hub.id),
    await bundlesToCome(context, hub.id, { kind, days: daysAhead }),
    await mailSentBefore(context.db, hub.id, context.now.subtract({ hours: 24 * daysShown })),
    await mailSettingsOf(context.db, hub.id),
    await mailTimesOf(context.db, hub.id),
  ]
  return mailToComeView(noticed(request), {
    hub,
    rows: plannedRows(
      mailings.filter((mailing) => kind === null || mailing.kind === kind),
      bundles,
    ),
    page: pageFrom(query),
    pageSize,
    kind,
    goes: kind ? goesOf(kind) : '',
    stopped: await kindsStopped(context.db, [hub.id]),
    form,
    sent,
    settings,
    times: timesInWords(times),
    daysShown,
    daysAhead,
  })
}

export const showMailToCome: Page = async (request) =>
  page(await drawMailToCome(request, request.query.get('kind'), emptyForm))

export const settleKind: Page = async (request) => {
  const form = parseForm(kindForm, request.body)
  const asked = request.body['of']
  if (!form.ok) return invalid(await drawMailToCome(request, typeof asked === 'string' ? asked : null, form))
  const hub = await hubOf(request)
  const { of: kind, deed } = form.value
  if (deed === 'release') await letMailKindGo(request.context, { hubId: hub.id, kind })
  else await stopMailKind(request.context, { hubId: hub.id, kind, decision: deed === 'hold' ? 'held' : 'dropped' })
  return redirect(`/hub/${hub.slug}/mail?kind=${kind}&said=kind-${deed}`)
}

const drawSettings = async (request: PageRequest, form: FormState) => {
  const hub = await hubOf(request)
  return settingsView(request.frame, { hub, settings: await mailSettingsOf(request.context.db, hub.id), form })
}

export const showSettings: Page = async (request) => page(await drawSettings(request, emptyForm))

export const saveSettings: Page = async (request) => {
  const form = parseForm(settingsForm, request.body)
  if (!form.ok) return invalid(await drawSettings(request, form))
  const hub = await hubOf(request)
  await keepMailSettings(request.context, hub.id, form.value)
  return redirect(`/hub/${hub.slug}/mail?said=settings`)
}

type Here = { readonly hub: Hub; readonly mailing: Mailing }

const mailingHere = async (request: PageRequest, kind: SessionMailKind): Promise<Here> => {
  const hub = await hubOf(request)
  const sessionId = request.params['datedSession'] ?? ''
  if (!isId(sessionId)) throw new NotFound('There is no such session')
  return { hub, mailing: found(await mailBefore(request.context, { hubId: hub.id, sessionId, kind })) }
}

/** The mail as it would reach one of its readers, without the link by which they alone give notice. */
const textOf = async ({ context }: PageRequest, { mailing }: Here): Promise<string> => {
  const { session, settings, kind, readers } = mailing
  const reader = readers.find(({ due }) => due !== null) ?? readers[0]
  const letter = (kind === 'instructions' ? instructionsLetter : reminderLetter)({
    session,
    name: reader?.name ?? 'Name',
    ownWords: settings.ownWords,
    policy: reader?.policy ?? null,
    contact: await contactOf(context.db, session.groupId, context.today),
    cancelUrl: `${context.config.baseUrl}/cancel/… (each reader’s own link)`,
    isChanged: reader?.due === 'changed',
  })
  return `${letter.subject}\n\n${letterAsText(letter)}`
}

const drawMailing = async (request: PageRequest, here: Here, form: FormState) =>
  mailingView(noticed(request), { ...here, text: await textOf(request, here), form })

export const showMailing =
  (kind: SessionMailKind): Page =>
  async (request) =>
    page(await drawMailing(request, await mailingHere(request, kind), emptyForm))

export const settle =
  (kind: SessionMailKind): Page =>
  async (request) => {
    const here = await mailingHere(request, kind)
    const form = parseForm(deedForm, request.body)
    if (!form.ok) return invalid(await drawMailing(request, here, form))
    const { deed } = form.value
    const at = { hubId: here.hub.id, sessionId: here.mailing.session.id }
    try {
      await settleMailing(request.context, { ...at, kind, deed })
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      const errors = [{ field: 'deed', message: problem.message }]
      return invalid(await drawMailing(request, await mailingHere(request, kind), { typed: request.body, errors }))
    }
    return redirect(`/hub/${here.hub.slug}/mail/${at.sessionId}/${kind}?said=${deed}`)
  }
