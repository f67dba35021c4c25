// Home: the first page for each kind of person, the way round the site, and the pages about the site itself.
// It stands last: it may look into every room, and no room looks into it.
export { frameFor } from './navigation.ts'
export { problemView } from './pages/problem.view.ts'
