// Links that are mailed, once they are out: the hub stops those that went astray and sends new ones, whoever got one by mistake
// says so, and whoever holds one whose time is over has a new one sent to the address that it was meant for.
export { mayRenewFeed, mayStopLinks } from './policy.ts'
