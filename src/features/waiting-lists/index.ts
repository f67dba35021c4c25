// Waiting lists: where who waits for an offer stands, as the hub and as the school see it, and the proof of the order in which places
// were passed on. The order itself, and passing on, are the room of interest's.
export {}
