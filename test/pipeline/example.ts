/** A copy of a real example for each test, with a policy of the test's own, and the pipeline run on it in this process. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import type { Report } from '../../src/report/types.js';
import type { RunRequest } from '../../src/request.js';

const examples = resolve(fileURLToPath(import.meta.url), '../../../examples');

export class Example {
  folder = '';

  get outDir(): string {
    return join(this.folder, 'out');
  }

  run(policy: string, request: Partial<RunRequest> = {}): Promise<Report> {
    writeFileSync(join(this.folder, 'policy.yml'), policy);
    return runPipeline({ command: 'run', workspace: this.folder, policyPath: 'policy.yml', outDir: this.outDir, models: [], ...request }, () => undefined);
  }
}

/** @param name folder under `examples/` */
export function useExample(name = 'spoken-digits-dscnn'): Example {
  const used = new Example();
  beforeEach(() => {
    used.folder = mkdtempSync(join(tmpdir(), 'prune-gate-example-'));
    for (const part of ['models', 'data']) cpSync(join(examples, name, part), join(used.folder, part), { recursive: true });
  });
  afterEach(() => { rmSync(used.folder, { recursive: true, force: true }); });
  return used;
}
