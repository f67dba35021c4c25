/** In tables of school-based tasks: keys, states and what belongs to the task, which say nothing about anybody by themselves. */
export const plainColumnsOfTasks: Readonly<Record<string, string>> = {
  reflection_files: 'id type bytes',
  reflections: 'id',
  task_requests: 'id',
  host_askings: 'id',
  task_materials: 'id task_id title link name type bytes content',
  tasks: 'id session_id shared_with digest_told_at follows_next',
}
