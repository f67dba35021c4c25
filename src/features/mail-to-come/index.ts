// Mail to come: all mail of a hub that the clock sends, whichever room sends it; and what everybody who comes to a session needs to know, some days before, and a reminder shortly before; each once, and
// again only when something that matters has changed. A hub sets when and adds its own words; it sees all mail to come with its text
// and its recipients, holds it, lets it go, sends it now or not at all, one by one or all of a kind.
export { keepMailSettings } from './actions/keep-mail-settings.ts'
export { sendMailToCome, settleMailing } from './actions/send-mail-to-come.ts'
export { settleBundle } from './actions/settle-bundle.ts'
