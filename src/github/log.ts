/** The job's log. Names in it come from models and files, and the runner takes commands from what a step prints. */
import * as core from '@actions/core';

/**
 * One line that the runner reads as text: it takes `::name::` at the start of a line and `##[name]` anywhere as a
 * command. Control characters would start a new line or repaint the terminal.
 */
export function harmless(text: string): string {
  const line = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').replaceAll('##[', '# #[');
  return line.trimStart().startsWith('::') ? `. ${line}` : line;
}

export function info(text: string): void {
  core.info(harmless(text));
}

/** Something that a reader of the run's page should see and that changes no verdict. */
export function notice(text: string): void {
  core.notice(harmless(text), { title: 'prune-gate' });
}

/** Shown where the repository has debug logging on. Several lines are several messages. */
export function debug(text: string): void {
  for (const line of text.split('\n')) core.debug(harmless(line));
}

/** Keeps the token out of the log, whatever prints it. */
export function maskSecret(secret: string): void {
  if (secret !== '') core.setSecret(secret);
}

/** An error on the run's page. The runner decodes line ends in it, so they cannot start a command. */
export function failure(text: string): void {
  core.error(text, { title: 'prune-gate' });
}
