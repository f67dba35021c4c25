/** What the database refuses of a project, in words. */
export const refusalsInWords: Readonly<Record<string, string>> = {
  projects_code_is_unique: 'Another project has this code already. A code stands for one project of one year.',
  projects_year_fkey: 'The network knows no such year: choose one that is offered.',
  projects_slug_is_unique_in_its_year: 'Another project of this year has this title already.',
  project_themes_once: 'Two themes have the same ending of the code. Give each its own.',
  offers_theme_id_fkey:
    'A hub offers one of the themes that would be gone. Keep it, and write in its focus that it ends.',
  groups_theme_id_fkey:
    'A group works on one of the themes that would be gone. Keep it, and write in its focus that it ends.',
  expressions_of_interest_theme_id_fkey:
    'Somebody asked for one of the themes that would be gone. Keep it, and write in its focus that it ends.',
  evaluation_questions_outcome_id_fkey:
    'An evaluation asks about one of the benefits that would be gone. Keep it, or word it anew in its place.',
  interest_verdicts_criterion_id_fkey:
    'Requests were decided by one of the rules that would be gone. Keep it, or word it anew in its place.',
}
