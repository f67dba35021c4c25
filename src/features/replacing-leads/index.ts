// Replacing leads: the hub ends somebody's part as lead of a group and names another from a day on, in one act: roles, the time of
// the sessions to come, calendars, and one mail each to both leads, to those who take part and to whoever hosts.
export { replaceLead } from './actions/replace-lead.ts'
