// Personal fields: the one table of everything held about people, with why, who sees it, how long, and what erasure does with it;
// whose rows are whose, and who may ask for somebody else. Notices, reports, erasure and retention are made from it in later rooms.
export { type Basis, columnsIn, erasedMention, goesWhole, type Holding, type Shown } from './holding.ts'
export { belongsTo, type DataSubject, dataSubject, eventsAbout, personIn, rowsAbout } from './holding-queries.ts'
export { holdings } from './personal-fields.ts'
export { isAboutOneself, mayAskForOther } from './policy.ts'
export { changesOf, stillHolds } from './still-holds-queries.ts'
export { textsThatMayName } from './texts-that-may-name.ts'
