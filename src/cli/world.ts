/** The part of `process` that the terminal door uses, so that tests can pass one of their own. */

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  on?(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

export interface World {
  /** As in `process.argv`: node, script, arguments. */
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
  cwd(): string;
}

/** https://no-color.org: any non-empty value; a terminal is needed unless FORCE_COLOR asks for it. */
export function wantsColor(world: World, output: Output): boolean {
  if ((world.env.NO_COLOR ?? '') !== '') return false;
  if ((world.env.FORCE_COLOR ?? '') !== '') return world.env.FORCE_COLOR !== '0';
  return output.isTTY === true && world.env.TERM !== 'dumb';
}

/** Width to render for; reports stay readable on a laptop screen even where the terminal is wider. */
export function widthOf(output: Output): number {
  const WIDEST = 120;
  const UNKNOWN = 100;
  const NARROWEST = 40;
  return Math.max(NARROWEST, Math.min(output.columns ?? UNKNOWN, WIDEST));
}

/** A reader that stops early (`| head`) closes the pipe; that is no failure, and the verdict still counts. */
export function tolerateClosedPipe(output: Output): void {
  output.on?.('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
