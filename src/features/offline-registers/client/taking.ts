// One register on the device: a person a part of the page, with buttons large enough for a thumb.
import { isSameMarking, type MarkName, markLabels } from '../../../vocabulary/marks.ts'
import { box, button, complain, element, link, paragraph } from './drawing.ts'
import type { Kept, Marking, MarkMade, Person, Waiting } from './kept-registers.ts'

export type Taking = {
  readonly kept: Kept
  readonly waiting: readonly Waiting[]
  readonly mark: (person: Person, marking: Marking) => void
  readonly add: (name: string, school: string) => void
  readonly markRest: () => void
}

const marksOf = (waiting: readonly Waiting[], person: string): readonly MarkMade[] =>
  waiting.flatMap(({ item }) => (item.kind === 'mark' && item.participantId === person ? [item] : []))

/** The mark that stands on this device: what was made here last, or what we told. */
export const standingOn = (
  { waiting }: Pick<Taking, 'waiting'>,
  person: Person,
): (Marking & { id: string; isHere: boolean }) | null => {
  const last = marksOf(waiting, person.id).at(-1)
  if (last) return { ...last, isHere: true }
  const [first] = person.standing
  return first ? { ...first, isHere: false } : null
}

/** The marks in sight of which a new one is made. */
export const seenOf = (taking: Pick<Taking, 'waiting'>, person: Person): readonly string[] => {
  const last = marksOf(taking.waiting, person.id).at(-1)
  return last ? [last.id] : person.standing.map(({ id }) => id)
}

const inWords = ({ mark, minutes, substitute }: Marking): string =>
  [markLabels[mark], substitute, minutes === null ? null : `${minutes} minutes missed`].filter(Boolean).join(', ')

const said = (taking: Taking, person: Person): string => {
  const standing = standingOn(taking, person)
  if (!standing) return person.gaveNotice ? 'Not marked. Gave notice of not coming.' : 'Not marked'
  if (standing.isHere) return `${inWords(standing)} (on this device only)`
  return person.isConflict ? `Two marks differ: ${person.standing.map(inWords).join('; ')}` : inWords(standing)
}

const plain = (mark: MarkName): Marking => ({ mark, minutes: null, substitute: null })

const choice = (taking: Taking, person: Person, mark: MarkName): HTMLButtonElement => {
  const standing = standingOn(taking, person)
  const pressed = standing?.mark === mark
  return button(markLabels[mark], () => taking.mark(person, plain(mark)), {
    class: `govuk-button app-device__choice ${pressed ? '' : 'govuk-button--secondary'}`,
    'aria-pressed': String(pressed),
    'data-mark': mark,
  })
}

const withMinutes = (taking: Taking, person: Person): HTMLElement => {
  const { whole, input } = box(`minutes-${person.id}`, 'Minutes missed, if late or left early', {
    inputmode: 'numeric',
    class: 'govuk-input govuk-input--width-3',
  })
  const press = (mark: 'late' | 'left_early') => (): void => {
    const typed = input.value.trim()
    const minutes = Number(typed)
    if (typed !== '' && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 600))
      complain(input, 'Enter the minutes as a number from 1 to 600')
    else taking.mark(person, { mark, minutes: typed === '' ? null : minutes, substitute: null })
  }
  const pressing = (mark: 'late' | 'left_early') =>
    button(markLabels[mark], press(mark), {
      class: 'govuk-button govuk-button--secondary app-device__choice',
      'data-mark': mark,
      'aria-pressed': String(standingOn(taking, person)?.mark === mark),
    })
  return element('div', {}, whole, pressing('late'), ' ', pressing('left_early'))
}

const withName = (taking: Taking, person: Person): HTMLElement => {
  const { whole, input } = box(`substitute-${person.id}`, 'Who came instead', { maxlength: '100' })
  const press = (): void => {
    if (input.value.trim() === '') complain(input, 'Enter the name of who came instead')
    else taking.mark(person, { mark: 'substitute', minutes: null, substitute: input.value.trim() })
  }
  const pressed = String(standingOn(taking, person)?.mark === 'substitute')
  return element(
    'div',
    {},
    whole,
    button(markLabels.substitute, press, {
      class: 'govuk-button govuk-button--secondary app-device__choice',
      'data-mark': 'substitute',
      'aria-pressed': pressed,
    }),
  )
}

/** One person of the register. */
export const personPart = (taking: Taking, person: Person): HTMLElement => {
  const { groupId, id } = taking.kept.register.session
  const settle = person.isConflict && !standingOn(taking, person)?.isHere
  return element(
    'section',
    { class: 'app-device__person', id: `person-${person.id}`, 'aria-labelledby': `name-${person.id}` },
    element('h2', { class: 'govuk-heading-s govuk-!-margin-bottom-0', id: `name-${person.id}` }, person.name),
    element(
      'p',
      { class: 'govuk-hint govuk-!-margin-bottom-1' },
      `${person.organisation}${person.isSubstitute ? ', as a substitute' : ''}`,
    ),
    element('p', { class: 'govuk-body govuk-!-margin-bottom-2', 'data-said': true }, said(taking, person)),
    settle &&
      paragraph(link(`/groups/${groupId}/sessions/${id}/register/${person.id}`, `Settle it for ${person.name}`)),
    element(
      'div',
      { class: 'app-device__choices' },
      choice(taking, person, 'present'),
      choice(taking, person, 'absent'),
    ),
    element(
      'details',
      { class: 'govuk-details' },
      element(
        'summary',
        { class: 'govuk-details__summary app-device__more' },
        element(
          'span',
          { class: 'govuk-details__summary-text' },
          'Something else',
          element('span', { class: 'govuk-visually-hidden' }, ` for ${person.name}`),
        ),
      ),
      element(
        'div',
        { class: 'govuk-details__text' },
        element(
          'div',
          { class: 'app-device__choices' },
          choice(taking, person, 'online'),
          choice(taking, person, 'apologies'),
        ),
        withMinutes(taking, person),
        withName(taking, person),
      ),
    ),
  )
}

/** Whether a press says something new. */
export const isNews = (taking: Pick<Taking, 'waiting'>, person: Person, marking: Marking): boolean => {
  const standing = standingOn(taking, person)
  return !standing || person.isConflict || !isSameMarking(standing, marking)
}

/** Somebody who is not on the list. */
export const walkInPart = (taking: Taking): HTMLElement => {
  const name = box('walk-in-name', 'Their name', { maxlength: '100' })
  const school = box('walk-in-school', 'Their school, or where they come from', { maxlength: '150' })
  const here = taking.waiting.flatMap(({ item }) => (item.kind === 'walk-in' ? [item] : []))
  return element(
    'section',
    { class: 'app-device__person', 'aria-labelledby': 'walk-in' },
    element('h2', { class: 'govuk-heading-s', id: 'walk-in' }, 'Somebody who is not on the list'),
    here.length > 0 &&
      element(
        'ul',
        { class: 'govuk-list govuk-list--bullet' },
        ...here.map((each) => element('li', {}, `${each.name}, ${each.school} (on this device only)`)),
      ),
    name.whole,
    school.whole,
    button(
      'Add them',
      () => {
        if (name.input.value.trim() === '') return complain(name.input, 'Enter the name of who came')
        taking.add(name.input.value.trim(), school.input.value.trim())
      },
      { class: 'govuk-button govuk-button--secondary app-device__choice' },
    ),
  )
}
