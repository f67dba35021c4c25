// Group pages: the page of a group for those who take part in it, open to them signed in or by their personal link: dates, people by
// name and school, materials, tasks and messages. Its leads and its hubs' staff add materials to it, and write to everybody.
export { addMaterial } from './actions/add-material.ts'
export { writeMessage } from './actions/write-message.ts'
export { memberIn } from './queries.ts'
