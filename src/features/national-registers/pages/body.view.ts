import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { isSchoolPhase, schoolPhaseLabels } from '../../../vocabulary/school-phases.ts'
import { parseTelephone } from '../../../vocabulary/telephone.ts'
import { statusOf } from '../../organisations/index.ts'
import { type Body, type BodyInFull, bodyKindLabels } from '../body.ts'
import { type ChangeSeen, inWords } from '../said.ts'
import { changesTable } from './changes.view.ts'

const day = (date: string | null): string => (date === null ? '' : formatDate(Temporal.PlainDate.from(date)))

const spanInWords = ({ from, to }: { from: string | null; to: string | null }): string => {
  if (to === null) return from === null ? 'As far as we know' : `Since ${day(from)}`
  return from === null ? `Until ${day(to)}` : `${day(from)} to ${day(to)}`
}

const linked = ({ id, name }: { id: string; name: string }): Html =>
  html`<a class="govuk-link" href="/network/organisations/${id}">${name}</a>`

const listed = (items: readonly Html[]): Html | null =>
  items.length === 0 ? null : html`${items.map((item) => html`<div>${item}</div>`)}`

const number = (value: number | null): string | null => value?.toLocaleString('en-GB') ?? null

const standing = (body: Body): string =>
  [
    statusOf(body),
    body.openedOn && `opened ${formatDate(body.openedOn)}`,
    body.closedOn && `closed ${formatDate(body.closedOn)}`,
  ]
    .filter(Boolean)
    .join(', ')

const facts = (body: Body): readonly (readonly [string, Html | string | null])[] => [
  ['Kind', bodyKindLabels[body.kind]],
  ['URN', body.urn === null ? null : html`<a class="govuk-link" href="/schools/${body.urn}">${body.urn}</a>`],
  ['UKPRN', body.ukprn],
  ['Provider code', body.providerCode],
  ['Number as a trust', body.trustCode],
  ['Status', standing(body)],
  ['Phase', body.phase && isSchoolPhase(body.phase) ? schoolPhaseLabels[body.phase] : null],
  ['Type', body.typeName],
  ['Ages', body.lowAge !== null && body.highAge !== null ? `${body.lowAge} to ${body.highAge}` : null],
  ['Gender of entry', body.gender],
  ['Religious character', body.religiousCharacter],
  ['Pupils', number(body.pupils)],
  ['Capacity', number(body.capacity)],
  ['Free school meals', body.freeMealsPercent === null ? null : `${body.freeMealsPercent} per cent`],
  ['Address', [body.street, body.locality, body.town, body.postcode].filter(Boolean).join(', ') || null],
  [
    'Local authority',
    body.authorityCode
      ? html`<a class="govuk-link" href="/network/authorities/${body.authorityCode}">${body.authority}</a>`
      : body.authority,
  ],
  ['Region', body.region],
  ['Urban or rural', body.urbanRural],
  ['Website', body.website],
  ['Telephone', body.telephone && (parseTelephone(body.telephone) ?? body.telephone)],
]

const itt = ({ body, accreditations }: BodyInFull): readonly (readonly [string, Html | string | null])[] => [
  ['Kind of provider', body.ittKind && inWords('itt_kind', body.ittKind)],
  ['Phases of teacher training', body.ittPhases.length > 0 ? inWords('itt_phases', body.ittPhases) : null],
  ['Accredited', listed(accreditations.map((span) => html`${spanInWords(span)}`)) ?? (body.ittKind ? 'No' : null)],
]

const company = ({
  formerNames,
  predecessors,
  successors,
  trusts,
  isTrustByHand,
  body,
}: BodyInFull): readonly (readonly [string, Html | string | null])[] => [
  ['Former names', listed(formerNames.map(({ name, to }) => html`${name}, until ${day(to)}`))],
  ['Came before it', listed(predecessors.map(linked))],
  ['Followed by', listed(successors.map(linked))],
  [
    'Trust',
    body.kind === 'school'
      ? html`${listed(trusts.map((trust) => html`${linked(trust)}, ${spanInWords(trust).toLowerCase()}`)) ?? 'None known'}${isTrustByHand && html`<div class="govuk-hint">Stated by the national team; it holds until the register says something new.</div>`}<div><a class="govuk-link" href="/network/organisations/${body.id}/trust">Change its trust</a></div>`
      : null,
  ],
]

const rowsOf = (all: readonly (readonly [string, Html | string | null])[]) =>
  all.flatMap(([key, value]) => (value === null || value === '' ? [] : [{ key, value }]))

const membersTable = ({ members }: BodyInFull): Html | false =>
  members.length > 0 &&
  table({
    caption: 'Its schools',
    captionClasses: 'govuk-table__caption--m',
    head: ['School', 'URN', 'When'],
    rows: members.map((member) => [linked(member), member.urn ?? 'None', spanInWords(member)]),
    stacks: true,
  })

const endOf = (body: Body, { id, part, year }: BodyInFull['partnerships'][number]): string =>
  `${part === 'provider' ? `${id}/${body.id}` : `${body.id}/${id}`}/${yearSlug(academicYear(year))}`

const partnershipsTable = ({ body, partnerships }: BodyInFull): Html | false =>
  partnerships.length > 0 &&
  table({
    caption: 'Partnerships in training teachers',
    captionClasses: 'govuk-table__caption--m',
    head: ['Academic year', 'With', 'Which is', 'Change'],
    rows: partnerships.map((partner) => [
      yearLabel(academicYear(partner.year)),
      linked(partner),
      `${partner.part === 'provider' ? 'the accredited provider' : 'a partner'}${partner.ended ? `, until ${day(partner.ended)}` : ''}`,
      partner.ended
        ? 'Ended'
        : html`<a class="govuk-link" href="/network/partnerships/${endOf(body, partner)}">End it<span class="govuk-visually-hidden">: ${partner.name}, ${yearLabel(academicYear(partner.year))}</span></a>`,
    ]),
    stacks: true,
  })

/** Everything known of one organisation. */
export const bodyView = (frame: Frame, shown: BodyInFull, changes: readonly ChangeSeen[]): Html => {
  const { body } = shown
  return layout(
    frame,
    {
      title: body.name,
      breadcrumbs: [
        { text: 'National picture', href: '/network' },
        { text: 'Organisations', href: '/network/organisations' },
        { text: body.name },
      ],
      wide: true,
    },
    html`${actionBar({
      title: body.name,
      caption: bodyKindLabels[body.kind],
      actions: [
        button({
          text: body.kind === 'school' ? 'Change its part in training teachers' : 'Change it',
          href: `/network/organisations/${body.id}/edit`,
          classes: 'govuk-button--secondary',
        }),
        ...(body.kind === 'school' || body.ittKind
          ? [
              button({
                text: 'Add a partnership',
                href: `/network/organisations/${body.id}/partnerships/new`,
                classes: 'govuk-button--secondary',
              }),
            ]
          : []),
      ],
    })}
${body.invented && html`<p class="govuk-body">${statusTag('Invented', 'plain')} It is made up for the demonstration.</p>`}
${summaryList({ rows: rowsOf([...facts(body), ...itt(shown), ...company(shown)]) })}
${membersTable(shown)}${partnershipsTable(shown)}
${changes.length > 0 ? changesTable(changes, { caption: 'What changed', isOfOne: true }) : html`<p class="govuk-body">No change has been noted since it became known here.</p>`}`,
  )
}
