import { get, post, postFile } from '../../platform/http/routes.ts'
import { mostBytes } from '../../platform/spreadsheets/index.ts'
import { groupLeads } from '../people/index.ts'
import { discard, saveReport, showReport, showUpload, takeReport } from './pages/report.page.ts'

export const routes = [
  get('/groups/:id/sessions/:session/report', groupLeads, showUpload),
  postFile('/groups/:id/sessions/:session/report', groupLeads, takeReport, mostBytes),
  get('/groups/:id/sessions/:session/report/:report', groupLeads, showReport),
  post('/groups/:id/sessions/:session/report/:report', groupLeads, saveReport),
  post('/groups/:id/sessions/:session/report/:report/discard', groupLeads, discard),
]
