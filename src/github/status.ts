/** HTTP status of what a request threw; 0 where there was no answer. */
export function statusOf(thrown: unknown): number {
  const answered = typeof thrown === 'object' && thrown !== null && 'response' in thrown && thrown.response !== undefined;
  return answered && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : 0;
}
