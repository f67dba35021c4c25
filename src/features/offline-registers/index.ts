// Offline registers: the register of a session on a phone or tablet that has no network.
// The page keeps itself on the device (a service worker with the narrowest scope), and what it is told of a register it
// keeps there encrypted under a PIN. What was marked is sent when there is a network, and received once (domain rule 6).
export { wasChanged } from './sending.ts'
