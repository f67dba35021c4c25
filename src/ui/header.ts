import type { Frame } from '../vocabulary/frame.ts'
import { serviceNavigation } from './components/service-navigation.ts'
import { type Html, html } from './html.ts'
import { mark } from './mark.ts'

const account = ({ signedInAs, acting }: Frame): Html => {
  if (acting)
    return html`<ul class="app-account"><li><span class="app-account__link">${acting.by} for ${acting.for}</span></li></ul>`
  return signedInAs === null
    ? html`<ul class="app-account"><li><a class="app-account__link" href="/sign-in">Sign in</a></li></ul>`
    : html`<ul class="app-account"><li><a class="app-account__link" href="/account"><span class="govuk-visually-hidden">Your account: </span>${signedInAs.name}</a></li><li><form method="post" action="/sign-out"><button class="app-account__link app-account__button" type="submit">Sign out</button></form></li></ul>`
}

const acts = ({ acting }: Frame): Html | false =>
  acting !== undefined &&
  acting !== null &&
  html`<aside class="app-acting" aria-label="You act for somebody else"><div class="govuk-width-container"><form class="app-acting__form" method="post" action="/acting/end"><p class="app-acting__words"><strong>You act for ${acting.for}</strong> for ${acting.minutesLeft} more ${acting.minutesLeft === 1 ? 'minute' : 'minutes'} at most. Everything you do is recorded as yours, for them, and they are told.</p><button class="govuk-button govuk-button--inverse govuk-!-margin-bottom-0" type="submit">Stop acting for ${acting.for}</button></form></div></aside>`

const demonstration = ({ demonstration: shown }: Frame): Html | false =>
  shown !== null &&
  html`<aside class="app-demonstration" aria-label="About this demonstration"><div class="govuk-width-container"><p class="app-demonstration__words"><strong class="app-demonstration__tag">Demonstration</strong> <span>Invented schools and people. The clock says <span class="app-demonstration__clock">${shown.clock}</span>.</span> <span class="app-demonstration__links"><a href="/outbox">Read the mail it sent</a> <a href="/sign-in">Sign in as somebody</a></span></p></div></aside>`

/** The head of every page: mark and name, account, navigation, and the note of a demonstration. */
export const header = (frame: Frame): Html =>
  html`<header class="govuk-template__header app-header">
<div class="app-header__bar"><div class="govuk-width-container app-header__container">
<a class="app-header__home" href="/">${mark}<span class="app-header__names"><span class="app-header__service">${frame.serviceName}</span> <span class="app-header__network">${frame.networkName}</span></span></a>
${frame.isKept !== true && html`<nav class="app-header__account" aria-label="Account">${account(frame)}</nav>`}
</div></div>
${
  frame.navigation.length > 0 &&
  serviceNavigation({
    navigation: frame.navigation.map(({ label, href, current }) => ({ text: label, href, current })),
    classes: 'app-navigation',
  })
}
${acts(frame)}
${demonstration(frame)}
</header>`
