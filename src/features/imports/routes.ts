import { get, post, postFile } from '../../platform/http/routes.ts'
import { mostBytes } from '../../platform/spreadsheets/index.ts'
import { hubStaff } from '../people/index.ts'
import { saveColumns, saveHeader, showColumns } from './pages/columns.page.ts'
import { discard, run, showImport, showRefused, undo } from './pages/import.page.ts'
import { forget, showImports } from './pages/imports.page.ts'
import { saveSchools, showSchools } from './pages/schools.page.ts'
import { showUpload, upload } from './pages/upload.page.ts'

export const routes = [
  get('/hub/:hub/imports', hubStaff, showImports),
  get('/hub/:hub/imports/new', hubStaff, showUpload),
  postFile('/hub/:hub/imports/new', hubStaff, upload, mostBytes),
  post('/hub/:hub/imports/matchings/:matching/forget', hubStaff, forget),
  get('/hub/:hub/imports/:import', hubStaff, showImport),
  get('/hub/:hub/imports/:import/columns', hubStaff, showColumns),
  post('/hub/:hub/imports/:import/columns', hubStaff, saveColumns),
  post('/hub/:hub/imports/:import/header', hubStaff, saveHeader),
  get('/hub/:hub/imports/:import/schools', hubStaff, showSchools),
  post('/hub/:hub/imports/:import/schools', hubStaff, saveSchools),
  get('/hub/:hub/imports/:import/refused.csv', hubStaff, showRefused),
  post('/hub/:hub/imports/:import/run', hubStaff, run),
  post('/hub/:hub/imports/:import/undo', hubStaff, undo),
  post('/hub/:hub/imports/:import/discard', hubStaff, discard),
]
