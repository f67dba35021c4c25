import { type Html, html } from '../../../ui/html.ts'

type Way = { readonly path: string; readonly words: string; readonly forLeads?: true }
type Ways = { readonly heading: string; readonly ways: readonly Way[] }

const groups: readonly Ways[] = [
  {
    heading: 'Requests',
    ways: [
      { path: 'passed-on', words: 'Requests that other hubs pass on to you' },
      { path: 'acts', words: 'What was done with many requests at once' },
      { path: 'messages', words: 'Messages to those who ask: your own texts' },
      { path: 'answering', words: 'How long schools have to answer an offer' },
    ],
  },
  {
    heading: 'Recruiting',
    ways: [
      { path: 'targets', words: 'Recruitment against plan' },
      { path: 'forecast', words: 'What to expect: which offers will have enough' },
      { path: 'askings', words: 'Groups that other hubs ask you to share' },
      { path: 'travel-times', words: 'Minutes of travel between schools and venues' },
    ],
  },
  {
    heading: 'The year',
    ways: [
      { path: 'plan', words: 'Sessions by month and year, and where they clash' },
      { path: 'days', words: 'Bank holidays, terms and holidays of schools' },
      { path: 'mail', words: 'Mail to come: joining instructions and reminders' },
      { path: 'calendar', words: 'The hub’s calendar, to follow in your own' },
      { path: 'attendance', words: 'Attendance over your groups' },
    ],
  },
  {
    heading: 'Money',
    ways: [
      { path: 'charges', words: 'Charges to schools' },
      { path: 'grants', words: 'Grants to schools and payments for leads' },
      { path: 'accounts', words: 'What is owed, and statements of account' },
    ],
  },
  {
    heading: 'Next year',
    ways: [
      { path: 'next-stages', words: 'Schools to invite to their next stage' },
      { path: 'roll-over', words: 'Take offers along into the next year' },
      { path: 'projects', words: 'Projects that your hub devises for itself' },
    ],
  },
  {
    heading: 'Your hub',
    ways: [
      { path: 'about', words: 'What it says of itself, its contact, policies and venues' },
      { path: 'undelivered', words: 'People whom mail does not reach' },
      { path: 'people/duplicates', words: 'People who may be the same' },
      { path: 'access', words: 'Who can do and see what', forLeads: true },
      { path: 'personal-data', words: 'What is held about people, and who has read it', forLeads: true },
    ],
  },
]

const waysView = (base: string, { heading, ways }: Ways): Html => html`<div class="govuk-grid-column-one-third">
<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${heading}</h3>
<ul class="govuk-list govuk-!-margin-bottom-6">${ways.map(({ path, words }) => html`<li><a class="govuk-link" href="${base}/${path}">${words}</a></li>`)}</ul></div>`

/** Everything else of a hub's work, under the words by which one looks for it; some ways are for its leads alone. */
export const hubWays = (base: string, isLead: boolean): Html => {
  const seen = groups.map(({ heading, ways }) => ({
    heading,
    ways: ways.filter(({ forLeads }) => isLead || forLeads !== true),
  }))
  const rows = [seen.slice(0, 3), seen.slice(3)]
  return html`<h2 class="govuk-heading-m">More of your hub’s work</h2>
${rows.map((row) => html`<div class="govuk-grid-row">${row.map((each) => waysView(base, each))}</div>`)}`
}
