import { get, post } from '../../platform/http/routes.ts'
import { hubStaff, nationalTeam } from '../people/index.ts'
import { decidePair, showDuplicates, showPair } from './pages/duplicates.page.ts'
import { showMerge, undoMergeHere } from './pages/merge.page.ts'

export const routes = [
  get('/network/duplicates', nationalTeam, showDuplicates),
  get('/network/duplicates/:first/:second', nationalTeam, showPair),
  post('/network/duplicates/:first/:second', nationalTeam, decidePair),
  get('/network/merges/:id', nationalTeam, showMerge),
  post('/network/merges/:id', nationalTeam, undoMergeHere),
  get('/hub/:hub/people/duplicates', hubStaff, showDuplicates),
  get('/hub/:hub/people/duplicates/:first/:second', hubStaff, showPair),
  post('/hub/:hub/people/duplicates/:first/:second', hubStaff, decidePair),
  get('/hub/:hub/people/merges/:id', hubStaff, showMerge),
  post('/hub/:hub/people/merges/:id', hubStaff, undoMergeHere),
]
