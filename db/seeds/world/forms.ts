import { beginForm } from '../../../src/features/asking/actions/begin-form.ts'
import { saveStep, sendFile } from '../../../src/features/asking/actions/save-step.ts'
import { sendForm } from '../../../src/features/asking/actions/send-form.ts'
import { askColleague, mailOwnLink } from '../../../src/features/asking/actions/share-form.ts'
import { colleaguesOf, filesOfForm, formById } from '../../../src/features/asking/form-queries.ts'
import type { StepKey } from '../../../src/features/asking/interest-form.ts'
import { readAsk } from '../../../src/features/asking/pages/ask.form.ts'
import { askingFor, detailsOf, termsOf } from '../../../src/features/asking/pages/asking-for.page.ts'
import { type Asked, confirmInterest } from '../../../src/features/interest/index.ts'
import { offerById } from '../../../src/features/offers/index.ts'
import { organisationById } from '../../../src/features/organisations/index.ts'
import {
  correctProject,
  everyField,
  markOf,
  writePart,
  writtenProject,
} from '../../../src/features/project-writing/index.ts'
import type { Question } from '../../../src/features/projects/index.ts'
import { found } from '../../../src/platform/errors.ts'
import { schoolsIn } from './organisations.ts'
import { after, type Scene } from './scene.ts'

const hub = 'london-central-and-west'
const slug = 'years-5-to-8-continuity'
const farida = 'farida.okonjo@coordinator.example'

const years = ['Year 5', 'Year 6', 'Year 7', 'Year 8'].map((label) => ({
  key: label.toLowerCase().replace(' ', '_'),
  label,
}))

/** What the national team asks every school that would like to join this project. */
const questions: readonly Question[] = [
  {
    key: 'years_taught',
    kind: 'choices',
    label: 'Which of these years do the people you would send teach?',
    hint: 'All that apply',
    isRequired: true,
    choices: years,
  },
  {
    key: 'shares_pupils',
    kind: 'choice',
    label: 'Do you know which schools your pupils come from or go to?',
    hint: null,
    isRequired: true,
    choices: [
      { key: 'yes_named', label: 'Yes, and we talk with some of them' },
      { key: 'yes', label: 'Yes, but we have not met' },
      { key: 'no', label: 'No, they come from too many' },
    ],
  },
  {
    key: 'pupils_moving',
    kind: 'number',
    label: 'About how many pupils move up each year?',
    hint: null,
    isRequired: false,
    choices: [],
  },
  {
    key: 'first_visit',
    kind: 'date',
    label: 'From when could somebody of the group visit your lessons?',
    hint: null,
    isRequired: false,
    choices: [],
  },
  {
    key: 'hopes',
    kind: 'text',
    label: 'What would you like your pupils to keep when they change school?',
    hint: 'A sentence or two',
    isRequired: false,
    choices: [],
  },
  {
    key: 'overview',
    kind: 'file',
    label: 'Your overview of maths in the years you teach, if you have one',
    hint: null,
    isRequired: false,
    choices: [],
  },
]

const person = (at: number, { name, email }: { name: string; email: string }, post: string) => ({
  [`person_${at}_name`]: name,
  [`person_${at}_email`]: email,
  [`person_${at}_post`]: post,
  [`person_${at}_held`]: 'now',
})

/** Forms in each state: questions written and put, one sent with a file, one resumed by a colleague, one for a school that telephoned. */
export const playForms = async (scene: Scene): Promise<void> => {
  await ask(scene)
  const [sent, begun, telephoned] = schoolsIn('primary', ['304', '310', '312', '313'])
    .filter((_urn, at) => at % 2 === 0)
    .slice(-3)
  await sendWithAFile(scene, found(sent))
  await begin(scene, found(begun))
  await enterByTelephone(scene, found(telephoned))
}

const ask = async (scene: Scene): Promise<void> => {
  const id = scene.ids.project(2021, slug)
  const written = async () => found(await writtenProject(scene.tx, id, null)).written
  const mark = markOf(await written(), ['questions'])
  await writePart(await scene.as(farida, '2021-09-20T10:15'), { id, part: { questions }, mark })
  const now = await written()
  await correctProject(await scene.as(farida, '2021-09-20T10:50'), {
    id,
    mark: markOf(now, everyField(now)),
    note: 'Hubs need to know which years people teach before they put schools together.',
  })
}

const start = async (scene: Scene, urn: number, when: string) => {
  const offerId = scene.ids.offer(hub, 2021, slug)
  const organisationId = scene.ids.school(urn)
  return beginForm(scene.visitor(when), { offerId, organisationId, onBehalf: false, typed: {} })
}

const sender = ({ name, email }: { name: string; email: string }) => ({ name, email, post: 'maths_subject_lead' })

const sendWithAFile = async (scene: Scene, urn: number): Promise<void> => {
  const [lead, other] = [scene.somebodyAt(urn, 'lead'), scene.somebodyAt(urn, 'other 1')]
  const when = '2021-10-06T16:05'
  const { formId, linkId } = await start(scene, urn, when)
  const by = (minutes: number) => scene.link('interest-form', linkId, after(when, minutes))
  const save = (minutes: number, step: StepKey, typed: Record<string, string | string[]>) =>
    saveStep(by(minutes), { formId, step, typed, times: 0 })
  await save(1, 'you', sender(lead))
  await save(2, 'people', { self: 'yes', ...person(2, other, 'class_teacher') })
  const answers = { answer_years_taught: ['year_5', 'year_6'], answer_shares_pupils: 'yes', answer_pupils_moving: '58' }
  await save(5, 'questions', { ...answers, answer_hopes: 'That they draw before they calculate.' })
  const content = Buffer.from('Years 5 and 6: place value, bar models, fractions as numbers, ratio from patterns.\n')
  await sendFile(by(7), {
    formId,
    questionKey: 'overview',
    name: 'Maths in Years 5 and 6.txt',
    type: 'text/plain; charset=utf-8',
    content,
  })
  await save(9, 'preferences', { days: ['tuesday', 'wednesday'], travel: '6' })
  await save(10, 'agreement', await agreed(scene))
  const asked = await readForm(scene, formId)
  const made = await sendForm(by(11), { formId, asked })
  const interestId = found(made.interestId)
  await confirmInterest(scene.link('confirm-interest', interestId, after(when, 30)), interestId)
}

const agreed = async (scene: Scene) => {
  const offer = found(await offerById(scene.tx, scene.ids.offer(hub, 2021, slug)))
  return { commitments: ['full_year'], ...(offer.policy ? { policy: offer.policy.id } : {}) }
}

const readForm = async (scene: Scene, formId: string): Promise<Asked> => {
  const form = found(await formById(scene.tx, formId))
  const offer = found(await offerById(scene.tx, form.offerId))
  const organisation = found(await organisationById(scene.tx, form.organisationId))
  const context = scene.visitor('2021-10-06T16:16')
  const details = await detailsOf(context, askingFor(offer, '', false), organisation)
  const files = await filesOfForm(scene.tx, form)
  const read = readAsk(termsOf(offer, details, { files, formKey: form.id }), form.typed)
  if (!read.ok) throw new Error(`The form is not filled in: ${read.errors.map(({ message }) => message).join('; ')}`)
  return read.value
}

/** Begun on a phone, mailed to herself, and looked over by a colleague, who has corrected what she typed. */
const begin = async (scene: Scene, urn: number): Promise<void> => {
  const [lead, other] = [scene.somebodyAt(urn, 'lead'), scene.somebodyAt(urn, 'other 1')]
  const when = '2021-10-15T12:40'
  const { formId, linkId } = await start(scene, urn, when)
  const by = (minutes: number) => scene.link('interest-form', linkId, after(when, minutes))
  await saveStep(by(1), { formId, step: 'you', typed: sender(lead), times: 0 })
  await saveStep(by(3), { formId, step: 'questions', typed: { answer_pupils_moving: 'about sixty' }, times: 0 })
  await mailOwnLink(by(4), { formId, address: lead.email })
  await askColleague(by(4), { formId, name: other.name, address: other.email, from: lead.name })
  const [colleague] = await colleaguesOf(scene.tx, formId)
  const typed = { answer_years_taught: ['year_6'], answer_shares_pupils: 'no', answer_pupils_moving: '60' }
  const helping = scene.link('interest-form', found(colleague).id, after(when, 95))
  await saveStep(helping, { formId, step: 'questions', typed, times: 1 })
}

/** Somebody rang up, and the hub has typed what they said until they had to teach. */
const enterByTelephone = async (scene: Scene, urn: number): Promise<void> => {
  const rohan = (when: string) => scene.as('rohan.petrescu@lcw-hub.example', when)
  const offerId = scene.ids.offer(hub, 2021, slug)
  const form = { offerId, organisationId: scene.ids.school(urn), onBehalf: true, typed: {} }
  const { formId } = await beginForm(await rohan('2021-10-15T14:30'), form)
  const typed = { ...sender(scene.somebodyAt(urn, 'lead')), telephone: '020 7946 0321' }
  await saveStep(await rohan('2021-10-15T14:34'), { formId, step: 'you', typed, times: 0 })
}
