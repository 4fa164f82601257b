/**
 * What a policy of the right shape must also keep to:
 *
 * 1. Model names are unique, letter case aside: they become file names.
 * 2. Every model has `prune`, `metrics` and `gate` (or a `budget`), its own or those of `defaults`.
 * 3. Metric ids are unique within a model, and none is the name of a measure.
 * 4. A check is about a metric of its model or about a measure, and its limit is a quantity; so are limits of a budget.
 * 5. Patterns can be read.
 * 6. Factors are above 1, shares between 0 and 1.
 * 7. Paths are plain, relative and without `..`.
 * 8. `mean` and `std` fit together; the crop lies within the resized picture.
 * 9. `top` and `threshold` stand only where the metric looks at them.
 * 10. An unstructured step has a share or a pattern, which leaves something out; a block stands without a pattern.
 * 11. Slices divide the held-out samples alone, none takes the name of those by label, and a limit on them needs some.
 * 12. What has to be measured for a target is measured by structured steps alone.
 */
import schema from '../../schemas/policy.schema.json' with { type: 'json' };
import { budgetLimits } from './budget.js';
import type { Segment } from './document.js';
import type { Complaint } from './explain.js';
import { quote } from './explain.js';
import { MEASURES } from './measures.js';
import { type MergedModel, mergedModels } from './merge.js';
import { nearest } from './nearest.js';
import { pathProblem } from './paths.js';
import { patternProblem } from './patterns.js';
import type { BlocksStep, Check, Data, Metric, MetricName, PolicyFile, Preprocess, PruneStep, StructuredStep, Target, UnstructuredStep } from './policy-file.gen.js';
import { parseAmount, parseDrop, parseFactor, parseLimit, parseShare } from './targets.js';

type Path = readonly Segment[];

export function checkRules(file: PolicyFile): Complaint[] {
  const models = mergedModels(file);
  return [
    ...uniqueNames(file),
    ...policyPaths(file).flatMap(({ at, path }) => told(at, pathProblem(path))),
    ...models.flatMap((merged) => [
      ...missingParts(merged), ...metricRules(merged), ...gateRules(merged), ...pruneRules(merged),
      ...preprocessRules(merged.model.data.preprocess ?? {}, [...merged.path, 'data', 'preprocess']),
      ...sliceRules(merged.model.data, [...merged.path, 'data']),
    ]),
  ];
}

function complaint(path: Path, message: string): Complaint {
  return { path, aboutKey: false, message };
}

function told(path: Path, problem: string | undefined): Complaint[] {
  return problem === undefined ? [] : [complaint(path, problem)];
}

/** Rule 1. */
function uniqueNames(file: PolicyFile): Complaint[] {
  const names = file.models.map(({ name }) => name.toLowerCase());
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    return first === index ? [] : [complaint(['models', index, 'name'], `models[${first}] has this name too${file.models[first]?.name === file.models[index]?.name ? '' : ' (letter case aside)'}`)];
  });
}

/** Every path a policy names, with its place: rule 7 looks at their text, `readPolicy` at the links they go through. */
export function policyPaths(file: PolicyFile): { readonly at: Path; readonly path: string }[] {
  return file.models.flatMap(({ path, data }, index) => {
    const at: Path = ['models', index];
    const sources = (['heldout', 'calibration'] as const).flatMap((name) => (['path', 'labels'] as const).map((key) => ({
      at: [...at, 'data', name, key], path: data[name]?.[key],
    })));
    return [{ at: [...at, 'path'], path }, ...sources].flatMap((named) => (named.path === undefined ? [] : [{ at: named.at, path: named.path }]));
  });
}

/** Rule 2. */
function missingParts({ model, path }: MergedModel): Complaint[] {
  return (['prune', 'metrics', 'gate'] as const)
    .filter((key) => model[key] === undefined && !(key === 'gate' && model.budget !== undefined))
    .map((key) => complaint(path, `missing key "${key}": give it here or in defaults`));
}

const metricId = ({ id, name }: Metric): string => id ?? name;

/** Rules 3 and 9. */
function metricRules({ model, pathOf }: MergedModel): Complaint[] {
  const metrics = model.metrics ?? [];
  const ids = metrics.map(metricId);
  return metrics.flatMap((metric, index) => {
    const path = [...pathOf('metrics'), index];
    const first = ids.indexOf(metricId(metric));
    const place = metric.id === undefined ? path : [...path, 'id'];
    return [
      ...told(place, first === index ? undefined : `metrics[${first}] is called ${quote(metricId(metric))} too; give one of them another \`id\``),
      ...told(place, isMeasure(metricId(metric)) ? `${quote(metricId(metric))} is the name of a measure; choose another \`id\`` : undefined),
      ...unusedOptions(metric, path),
    ];
  });
}

function isMeasure(name: string): boolean {
  return MEASURES.some((measure) => measure === name);
}

/** Which metrics look at an option; the others would ignore it silently. */
const USED_BY: Readonly<Record<'top' | 'threshold', readonly MetricName[]>> = {
  top: ['accuracy'],
  threshold: ['accuracy', 'balanced-accuracy', 'macro-f1', 'iou', 'agreement'],
};

function unusedOptions(metric: Metric, path: Path): Complaint[] {
  return (['top', 'threshold'] as const)
    .filter((option) => metric[option] !== undefined && !USED_BY[option].includes(metric.name))
    .map((option) => complaint([...path, option], `${metric.name} does not use \`${option}\` (${USED_BY[option].join(', ')} ${USED_BY[option].length === 1 ? 'does' : 'do'}); remove it`));
}

/** Rule 4. */
function gateRules({ model, pathOf }: MergedModel): Complaint[] {
  const ids = (model.metrics ?? []).map(metricId);
  const checks = (model.gate ?? []).flatMap((check, index) => {
    const path = [...pathOf('gate'), index];
    return [...told([...path, 'check'], subjectProblem(check, model.name, ids) ?? sliceProblem(check, model.data)), ...limitProblem(check, path)];
  });
  return [...checks, ...budgetLimits(model.budget ?? {}).flatMap(({ key, written }) => quantityProblem(written, [...pathOf('budget'), key]))];
}

function subjectProblem({ check }: Check, model: string, ids: readonly string[]): string | undefined {
  const subject = check.slice(0, check.indexOf('.'));
  // A model without metrics is told so by rule 2.
  if (ids.length === 0 || ids.includes(subject) || isMeasure(subject)) return undefined;
  const near = nearest(subject, [...ids, ...MEASURES]);
  const hint = near === undefined ? '' : `; did you mean "${near}${check.slice(subject.length)}"?`;
  return `model ${model} has no metric ${quote(subject)} (it has ${[...new Set(ids)].join(', ')}), nor is it a measure (${MEASURES.join(', ')})${hint}`;
}

function limitProblem(check: Check, path: Path): Complaint[] {
  return (['max', 'min'] as const).flatMap((bound) => quantityProblem(check[bound], [...path, bound]));
}

function quantityProblem(written: string | number | undefined, path: Path): Complaint[] {
  const parsed = written === undefined ? undefined : parseLimit(written);
  return parsed === undefined || parsed.ok ? [] : [complaint(path, parsed.reason)];
}

/** Rules 5, 6 and 10. */
function pruneRules({ model, pathOf }: MergedModel): Complaint[] {
  return (model.prune ?? []).flatMap((step, index) => {
    const path = [...pathOf('prune'), index];
    const amount = step.method === 'unstructured' ? sparsityRules(step, path) : [...targetRules(step.target, [...path, 'target']), ...countedOnly(step, [...path, 'target'])];
    return [...amount, ...patternRules(step, path)];
  });
}

/** Rule 12. */
function countedOnly({ method, target }: StructuredStep | BlocksStep, path: Path): Complaint[] {
  const measured = (['latency', 'accuracy-drop', 'lossless'] as const).filter((kind) => method === 'blocks' && target[kind] !== undefined);
  return measured.map((kind) => complaint([...path, kind], `blocks are not dropped by ${kind}; use macs, params, size or ratio, or a structured step`));
}

/** All keys but the one that may stand beside another. */
const TARGET_KINDS = Object.keys(schema.$defs.Target.properties).filter((key) => key !== 'cost');

function targetRules(target: Target, path: Path): Complaint[] {
  const kinds = TARGET_KINDS.filter((kind) => kind in target);
  if (kinds.length > 1) return [complaint(path, `expected exactly one of ${TARGET_KINDS.join(', ')}; found ${String(kinds.length)}`)];
  const factors = (['macs', 'params', 'size', 'latency'] as const).flatMap((kind) => {
    const written = target[kind];
    const parsed = written === undefined ? undefined : kind === 'latency' ? parseFactor(written) : parseAmount(kind, written);
    return parsed === undefined || parsed.ok ? [] : [complaint([...path, kind], parsed.reason)];
  });
  const share = target.ratio === undefined ? [] : shareProblem([...path, 'ratio'], target.ratio);
  const drop = target['accuracy-drop'] === undefined ? undefined : parseDrop(target['accuracy-drop']);
  return [...factors, ...share, ...(drop === undefined || drop.ok ? [] : [complaint([...path, 'accuracy-drop'], drop.reason)])];
}

/** Rule 10. */
function sparsityRules({ sparsity, pattern, block }: UnstructuredStep, path: Path): Complaint[] {
  if (pattern === undefined) return sparsity === undefined ? [complaint(path, 'missing key "sparsity" (or "pattern")')] : shareProblem([...path, 'sparsity'], sparsity);
  const [n = 0, m = 0] = pattern.split(':').map(Number);
  return [
    ...told([...path, 'sparsity'], sparsity === undefined ? undefined : 'a pattern says how many weights stay; remove `sparsity` or `pattern`'),
    ...told([...path, 'pattern'], n < m ? undefined : `expected fewer to stay than there are, such as 2:4; found ${quote(pattern)}`),
    ...told([...path, 'block'], block === undefined ? undefined : 'a pattern is made of single weights; remove `block` or `pattern`'),
  ];
}

function shareProblem(path: Path, written: string | number): Complaint[] {
  const parsed = parseShare(written);
  return parsed.ok ? [] : [complaint(path, parsed.reason)];
}

function patternRules(step: PruneStep, path: Path): Complaint[] {
  return (['keep', 'only'] as const).flatMap((key) => (step[key] ?? []).flatMap((pattern, index) => told([...path, key, index], patternProblem(pattern))));
}

/** Rule 8. */
function preprocessRules({ mean, std, resize, crop }: Preprocess, path: Path): Complaint[] {
  const [means, stds] = [mean?.length ?? 1, std?.length ?? 1];
  const fits = means === stds || means === 1 || stds === 1;
  const inside = resize === undefined || crop === undefined || (crop.width <= resize.width && crop.height <= resize.height);
  return [
    ...told([...path, 'std'], fits ? undefined : `mean has ${means} values, std has ${stds}: give one each, or one per channel`),
    ...told([...path, 'crop'], inside ? undefined : 'the crop is larger than the resized picture'),
  ];
}

function sliceProblem({ check }: Check, { heldout }: Data): string | undefined {
  return check.endsWith('.slice-drop') && heldout.slices === undefined
    ? 'there are no slices: name columns of the held-out data in `data.heldout.slices` (classes have `class-drop`)' : undefined;
}

/** What slices by the label are called in reports. */
const BY_LABEL = 'class';

/** Rule 11. */
function sliceRules({ heldout, calibration }: Data, path: Path): Complaint[] {
  return [
    ...told([...path, 'calibration', 'slices'], calibration?.slices === undefined ? undefined : 'only held-out samples are judged by slices; move it to `heldout`'),
    ...(heldout.slices ?? []).flatMap((name, index) => told([...path, 'heldout', 'slices', index], name === BY_LABEL ? `slices by the label are called ${quote(BY_LABEL)} and need no column; give this column another name` : undefined)),
  ];
}
