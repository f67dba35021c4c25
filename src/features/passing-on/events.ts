/** What can happen while a request is passed on, beside what happens to the request itself. */
export const passingEvents = { 'passing.accepted': 'The other hub took the request' } as const
