// Travel times: how many minutes it takes from schools to where groups meet, as a hub found out elsewhere and brought as a list.
// A table is looked at before it counts; for a year one of a hub counts, the one before it comes back when it is taken back.
// Placement asks `minutesToVenues`; for what the table does not tell there is the straight line.
export { putInForce, takeBack } from './actions/keep-table.ts'
export { sendTable } from './actions/send-table.ts'
export { travelTimesEvents } from './events.ts'
export { mayKeepTravelTimes } from './policy.ts'
export { minutesToVenues, tableInForce, tablesAtHub } from './queries.ts'
export type { TravelTable } from './travel-table.ts'
