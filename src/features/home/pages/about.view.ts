import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

export const accessibilityView = (frame: Frame): Html =>
  layout(
    frame,
    { title: 'Accessibility', breadcrumbs: [{ text: 'Accessibility' }] },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Accessibility</h1>
<p class="govuk-body">We want everybody to be able to use this service. You should be able to:</p>
<ul class="govuk-list govuk-list--bullet">
<li>do everything with a keyboard only</li>
<li>do everything without JavaScript</li>
<li>zoom in to 200% without text being cut off</li>
<li>use it with a screen reader</li>
</ul>
<h2 class="govuk-heading-m">What is tested</h2>
<p class="govuk-body">The pages are meant to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every change is checked with axe in a real browser and with an HTML validator, on every page of the demonstration. An automatic check does not find everything: no audit by people with disabilities has been made yet.</p>
<h2 class="govuk-heading-m">If something does not work for you</h2>
<p class="govuk-body">Tell your <a class="govuk-link" href="/hubs">hub</a>. It can give you any page in another form, and it passes on what needs to be mended.</p>
</div></div>`,
  )

export const privacyView = (frame: Frame): Html =>
  layout(
    frame,
    { title: 'Privacy', breadcrumbs: [{ text: 'Privacy' }] },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Privacy</h1>
<p class="govuk-body">What is kept about you, why, and who sees it.</p>
<h2 class="govuk-heading-m">What is kept</h2>
<ul class="govuk-list govuk-list--bullet">
<li>your name, work email address and, if you give it, telephone number</li>
<li>where you work and what your post is, as you or your school stated it</li>
<li>what your school asked to join, which groups you take part in, and which sessions you came to</li>
<li>access needs, if you tell us, for the sessions they are about</li>
<li>what you write in reflections and evaluations</li>
</ul>
<h2 class="govuk-heading-m">Why</h2>
<p class="govuk-body">To decide who can take part, run the groups, tell you dates, and show what the programme came to. The legal basis is public task. Usually the ministry is the controller and the hub’s lead school is its processor; where a hub says otherwise, its own page says so.</p>
<h2 class="govuk-heading-m">Who sees it</h2>
<ul class="govuk-list govuk-list--bullet">
<li>staff of the hub you deal with: all of it</li>
<li>leads of your groups: name, post, school, attendance, access needs and reflections</li>
<li>partner hubs of a shared group: name, post, school, attendance and access needs</li>
<li>the national team and evaluators: numbers without names</li>
</ul>
<h2 class="govuk-heading-m">Your rights</h2>
<p class="govuk-body">You can see, correct and have erased what is held about you. Sign in to see <a class="govuk-link" href="/account">your details</a>, or write to your <a class="govuk-link" href="/hubs">hub</a>.</p>
<p class="govuk-body">This site sets one cookie, and only when you sign in: it keeps you signed in.</p>
</div></div>`,
  )
