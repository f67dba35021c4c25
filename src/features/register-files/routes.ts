import { get, postLargeFile } from '../../platform/http/routes.ts'
import { nationalTeam } from '../organisations/index.ts'
import { sendFile, showFile, showFiles } from './pages/files.page.ts'
import { mostBytes } from './register-file.ts'

export const routes = [
  get('/network/registers/files', nationalTeam, showFiles),
  postLargeFile('/network/registers/files', nationalTeam, sendFile, mostBytes),
  get('/network/registers/files/:file', nationalTeam, showFile),
]
