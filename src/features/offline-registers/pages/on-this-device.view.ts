import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

/** The page that is kept on a device: what it shows is drawn there, once it is unlocked. */
export const onThisDeviceView = (frame: Frame): Html =>
  layout(
    frame,
    {
      title: 'Registers on this device',
      unlisted: true,
      scripts: ['on-this-device'],
      description: 'Take the register of a session on a phone or tablet, also without a network.',
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l" id="device-title">Registers on this device</h1>
<div id="device" class="app-device"><p class="govuk-body">This page keeps registers on a phone or tablet, so that they can be taken where there is no network. It needs JavaScript. Without it, take the register on the page of its session, under <a class="govuk-link" href="/groups">Groups</a>.</p></div>
<p class="govuk-visually-hidden" id="device-said" role="status"></p>
</div></div>`,
  )
