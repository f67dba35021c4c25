// Decisions: where a hub begins its work, reads what is asked of its offers, and decides on each request.
// What a decision does is the acts of the earlier rooms, interest above all.
export {}
