// Joining: what a school, a provider of teacher training, a trust's schools or somebody in a post can join: now, soon, not yet and
// not for them, with distance, dates, places and the reason for each. Everything that is published is set against one asker at
// a time, in a fixed number of questions; whoever is not of the school or its hub is told what the public register says.
