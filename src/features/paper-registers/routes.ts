import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { printSheet, savePaper, showPaper } from './pages/paper.page.ts'
import { printParticipants } from './pages/participants.page.ts'

export const routes = [
  get('/groups/:id/participants.pdf', groupLeads, printParticipants),
  get('/groups/:id/sessions/:session/register.pdf', groupLeads, printSheet),
  get('/groups/:id/sessions/:session/paper', groupLeads, showPaper),
  post('/groups/:id/sessions/:session/paper', groupLeads, savePaper),
]
