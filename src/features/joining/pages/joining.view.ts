import { details } from '../../../ui/components/details.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import { type PostKind, postLabels } from '../../../vocabulary/posts.ts'
import { verdictList } from '../../criteria/index.ts'
import { offerPath } from '../../offers/index.ts'
import { projectPath } from '../../projects/index.ts'
import type { Near, ProjectOnBoard } from '../board.ts'
import { type Entry, type Standing, standings } from '../entries.ts'
import { type Own, ownInWords } from '../own.ts'
import { answerInWords, explained, firstInWords, headings, offerInWords, reasonsOf } from '../words.ts'

/** What is told of somebody: which organisation asks, where it is named, and for which post. */
export type Told = {
  readonly entries: readonly Entry[]
  /** null: whoever looks is not told. */
  readonly own: readonly Own[] | null
  readonly organisationId: string | null
  readonly post: PostKind | null
  /** Where to sign in so as to be told of the school's history. */
  readonly signIn: string | null
  /** The academic year that has begun: what belongs to another says so. */
  readonly year: number
}

const mostOffers = 3
const mostAtOnce = 5

const pathOf = ({ offer, hub }: Near): string => offerPath({ hub, year: academicYear(offer.year), slug: offer.slug })
const pathOfProject = ({ year, slug }: ProjectOnBoard): string => projectPath({ year: academicYear(year), slug })

const titleOf = ({ project, theme, ownOfferId, offers }: Entry): string => {
  const title = theme ? `${project.title}: ${theme.title}` : project.title
  return ownOfferId && offers[0] ? `${title}, by the rules of ${offers[0].hub.name}` : title
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

const about = (entry: Entry): Html => html`<span class="govuk-visually-hidden">: ${titleOf(entry)}</span>`

const asking = ({ offer }: Near, { organisationId }: Told): string =>
  `/offers/${offer.id}/interest/new${organisationId ? `?organisation=${organisationId}` : ''}`

const toAsk = (near: Near, entry: Entry, told: Told): Html =>
  near.offer.registering === 'form'
    ? html`<a class="govuk-link" href="${asking(near, told)}">${near.places.kind === 'waiting_list' ? 'Ask to join the waiting list' : 'Ask to join'}${about(entry)}, ${near.hub.name}</a>`
    : html`<a class="govuk-link" href="${pathOf(near)}#joining">How to ask ${near.hub.name}${about(entry)}</a>`

const toBeTold = (near: Near, entry: Entry): Html =>
  html`<a class="govuk-link" href="/offers/${near.offer.id}/dates?for=opening">Tell me when it opens${about(entry)}, ${near.hub.name}</a>`

const actionOf = (near: Near, entry: Entry, told: Told): Html | false =>
  near.window === 'open' ? toAsk(near, entry, told) : near.window === 'opens' && toBeTold(near, entry)

const offerLine = (near: Near, entry: Entry, told: Told): Html => {
  const action = entry.standing === 'now' || entry.standing === 'soon' ? actionOf(near, entry, told) : false
  return html`<li><a class="govuk-link" href="${pathOf(near)}">${near.hub.name}</a>${action && html`: <strong>${action}</strong>`}<br><span class="app-result__where">${offerInWords(near)}</span></li>`
}

const offersOf = (entry: Entry, told: Told): Html | false => {
  const { offers, project, standing } = entry
  const most = standing === 'not_yet' ? 1 : mostOffers
  // What one's own hub offers is told even where others, with places left, come before it.
  const shown = offers.filter(({ serves, inReach }, at) => at < most || (serves && inReach && standing !== 'not_yet'))
  const more = offers.length - shown.length
  return (
    shown.length > 0 &&
    html`<ul class="app-result__offers" aria-label="Where ${titleOf(entry)} is offered">${shown.map((near) => offerLine(near, entry, told))}${
      more > 0 &&
      html`<li><a class="govuk-link" href="${pathOfProject(project)}">And ${more} more<span class="govuk-visually-hidden"> ${more === 1 ? 'offer' : 'offers'} of ${titleOf(entry)}</span></a></li>`
    }</ul>`
  )
}

const firstOf = (entry: Entry): Html | false =>
  entry.first.length > 0 &&
  html`<p class="govuk-body">${entry.first.map((first) =>
    first.near
      ? html`<a class="govuk-link" href="${pathOf(first.near)}">${firstInWords(first)}</a>. `
      : html`${firstInWords(first)} `,
  )}</p>`

const whenDone = (entry: Entry, told: Told): Html | false => {
  if (entry.obstacle !== 'history') return false
  const [best] = entry.offers
  return html`<p class="govuk-body">${told.signIn && html`<a class="govuk-link" href="${told.signIn}">Sign in</a> to see how your school stands${about(entry)}. `}${
    best?.window === 'open' && html`If it has: <strong>${toAsk(best, entry, told)}</strong>.`
  }</p>`
}

const classes: Readonly<Record<Standing, string>> = {
  now: 'app-verdict--yes',
  soon: 'app-verdict--yes',
  not_yet: 'app-verdict--not-yet',
  not_for_you: 'app-verdict--no',
}

const tagOf = (entry: Entry): Html => {
  const { standing, answered, obstacle } = entry
  if (obstacle === 'history') return statusTag('Not yet known', 'waiting')
  return statusTag(
    answerInWords(entry),
    standing === 'not_yet' ? 'waiting' : answered.answer === 'yes' ? 'good' : 'waiting',
  )
}

const reasons = (entry: Entry): Html | false => {
  const all = reasonsOf(entry)
  return (
    all.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${all.map((reason) => html`<li>${reason}</li>`)}</ul>`
  )
}

const ruleByRule = (entry: Entry): Html | false =>
  entry.answered.verdicts.length > 0 &&
  details({ summaryText: html`Rule by rule${about(entry)}`, text: verdictList(entry.answered.verdicts) })

const inFull = (entry: Entry, told: Told): Html =>
  html`<section class="app-verdict ${classes[entry.standing]}"><h3 class="govuk-heading-s govuk-!-margin-bottom-1"><a class="govuk-link" href="${pathOfProject(entry.project)}">${titleOf(entry)}</a> ${tagOf(entry)}${
    entry.mark?.kind === 'next' && html` ${statusTag(entry.mark.words, 'new')}`
  }${entry.project.year !== told.year && html` ${statusTag(yearLabel(academicYear(entry.project.year)), 'plain')}`}</h3>
<p class="govuk-body govuk-!-margin-bottom-2">${told.post && entry.answered.forPost === 'named' && html`<strong>It is meant for you: ${lowerFirst(postLabels[told.post])}.</strong> `}${
    entry.standing === 'now' || entry.standing === 'soon' ? entry.answered.sentence : entry.project.summary
  }</p>
${reasons(entry)}${firstOf(entry)}${whenDone(entry, told)}${offersOf(entry, told)}${ruleByRule(entry)}</section>`

const inShort = (entry: Entry): Html =>
  html`<li><a class="govuk-link" href="${pathOfProject(entry.project)}">${titleOf(entry)}</a>: ${reasonsOf(entry).join(' ')}</li>`

const folded = (summaryText: Content, body: Html): Html => details({ summaryText, text: body })

const listed = (entries: readonly Entry[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${entries.map(inShort)}</ul>`

// Many a school is kept out of many projects by the same rule: told once, with all of them.
const byReason = (entries: readonly Entry[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${[...Map.groupBy(entries, (entry) => reasonsOf(entry).join(' '))].map(
    ([reason, own]) =>
      own.length === 1
        ? own.map(inShort)
        : html`<li>${reason} So not for you: ${own.map((entry, at) => html`${at > 0 && '; '}<a class="govuk-link" href="${pathOfProject(entry.project)}">${titleOf(entry)}</a>`)}.</li>`,
  )}</ul>`

const counted = (entries: readonly Entry[], what: string): string =>
  entries.length === 1 ? `One project ${what}` : `${entries.length} projects ${what}`

// What nobody near takes requests for is told in a line each: there is nothing to do about it here.
const isOutOfHand = ({ obstacle }: Entry): boolean =>
  obstacle === 'over' || obstacle === 'far' || obstacle === 'not_offered'

const inGroup = (standing: Standing, entries: readonly Entry[], told: Told): Html => {
  if (standing === 'not_for_you')
    return folded(counted(entries, 'with the rule that stands against it'), byReason(entries))
  const [outOfHand, rest] = [entries.filter(isOutOfHand), entries.filter((entry) => !isOutOfHand(entry))]
  const first = told.post ? rest.slice(0, mostAtOnce) : rest
  const others = rest.slice(first.length)
  return html`${first.map((entry) => inFull(entry, told))}${
    others.length > 0 &&
    folded(
      html`${others.length} more<span class="govuk-visually-hidden"> ${headings[standing].toLowerCase()}</span>`,
      html`${others.map((entry) => inFull(entry, told))}`,
    )
  }${outOfHand.length > 0 && folded(counted(outOfHand, 'that nobody near you takes requests for'), listed(outOfHand))}`
}

const group = (standing: Standing, entries: readonly Entry[], told: Told): Html | false =>
  entries.length > 0 &&
  html`<h2 class="govuk-heading-l govuk-!-margin-bottom-2" id="${standing.replaceAll('_', '-')}">${headings[standing]}</h2><p class="govuk-body">${explained[standing]}</p>${inGroup(standing, entries, told)}`

const already = (own: readonly Own[]): Html | false =>
  own.length > 0 &&
  html`<h2 class="govuk-heading-l" id="already">Already asked for or joined</h2><ul class="govuk-list govuk-list--bullet">${own.map(
    (one) => html`<li><strong>${one.title}</strong>. ${ownInWords(one)}</li>`,
  )}</ul>`

/** How everything stands to somebody, in four groups: now, soon, not yet and not for them; before that what is theirs already. */
export const joiningView = (told: Told): Html => {
  const theirs = new Set((told.own ?? []).map(({ projectId }) => projectId))
  const rest = told.entries.filter(({ project }) => !theirs.has(project.id))
  const byStanding = Map.groupBy(rest, ({ standing }) => standing)
  return html`${already(told.own ?? [])}${standings.map((standing) => group(standing, byStanding.get(standing) ?? [], told))}`
}
