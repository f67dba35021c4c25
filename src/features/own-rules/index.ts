// Own rules: where a project allows it, staff of a hub narrow or widen who can take part on one of their offers, composed of the
// same facts as the project's rules. What is composed waits until it is put in force; before that it can be tried on the requests of
// this year and last. The national team sees where hubs have rules of their own, and which no longer go with the project's.
export {}
