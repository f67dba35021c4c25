// Replacing leads: the hub ends somebody's part as lead of a group and names another from a day on, in one act: roles, the time of
// the sessions to come, calendars, and one mail each to both leads, to those who take part and to whoever hosts. Sessions at the old lead's school stay, move to
// the new lead's, or the rota of the room of hosting finds them a host.
export { replaceLead } from './actions/replace-lead.ts'
