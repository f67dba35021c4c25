import type { Frame } from '../vocabulary/frame.ts'
import { type Html, html } from './html.ts'

/** The foot of every page: what this is, how accessible it is, and what is kept about people. */
export const footer = (frame: Frame): Html =>
  html`<footer class="govuk-template__footer app-footer"><div class="govuk-width-container">
<h2 class="govuk-visually-hidden">About this service</h2>
<p class="app-footer__words">${frame.serviceName} runs the ${frame.networkName} network: its projects, groups, sessions and what comes of them.</p>
<ul class="app-footer__links">
<li><a href="/account/details">Update my contact details</a></li>
<li><a href="/accessibility">Accessibility statement</a></li>
<li><a href="/privacy">Privacy</a></li>
</ul>
</div></footer>`
