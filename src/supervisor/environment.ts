/**
 * The environment a worker gets: an allow-list, so that a token or a proxy password of tomorrow stays out as well.
 * This keeps secrets out of reach of mistakes (logs, crash dumps, subprocesses); it is no sandbox.
 */

const NAMES: ReadonlySet<string> = new Set([
  'PATH', 'HOME', 'LANG', 'LANGUAGE', 'TZ',
  // Windows cannot start a process, or find a home or a temporary folder, without these.
  'SYSTEMROOT', 'WINDIR', 'SYSTEMDRIVE', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA',
  // Where devices' libraries and drivers are found.
  'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'XDG_RUNTIME_DIR', 'XDG_DATA_DIRS',
]);

const PREFIXES: readonly string[] = ['PRUNE_GATE_', 'LC_', 'VK_', 'CUDA_', 'NVIDIA_'];

/** Copies the allowed variables; names are compared in upper case, as Windows does. */
export function scrubEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const allowed = (name: string): boolean =>
    NAMES.has(name.toUpperCase()) || PREFIXES.some((prefix) => name.toUpperCase().startsWith(prefix));
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== undefined && allowed(name)));
}
