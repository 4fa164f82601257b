/** Two models in one graph, reading the same inputs: for comparing what they compute without a copy leaving onnxruntime. */
import { allNames, subgraphs } from '../onnx/graph.js';
import type { Model, Node, Tensor } from '../onnx/ir.js';

export interface Merged {
  readonly model: Model;
  /** Name, in the merged graph, of a value of the second model. */
  readonly second: (value: string) => string;
}

/**
 * Undefined where a subgraph captures values by name: those names would have to be changed inside it too.
 *
 * @param shared inputs that both read under one name; default all that the second has to be fed
 */
export function mergeModels(first: Model, second: Model, shared: ReadonlySet<string> = fedInputs(second)): Merged | undefined {
  if ([...first.graph.nodes, ...second.graph.nodes].some((node) => subgraphs(node).length > 0)) return undefined;
  const taken = allNames(first.graph);
  const prefix = freePrefix(taken);
  const renamed = (value: string): string => (value === '' || shared.has(value) ? value : `${prefix}${value}`);
  const nodes = second.graph.nodes.map((node): Node => ({
    ...node, name: renamed(node.name), inputs: node.inputs.map(renamed), outputs: node.outputs.map(renamed),
  }));
  const initializers = [...second.graph.initializers].map(([name, tensor]): [string, Tensor] => [renamed(name), { ...tensor, name: renamed(name) }]);
  const declared = second.graph.inputs.filter(({ name }) => !shared.has(name)).map((info) => ({ ...info, name: renamed(info.name) }));
  return {
    model: {
      ...first,
      graph: {
        ...first.graph,
        nodes: [...first.graph.nodes, ...nodes],
        initializers: new Map([...first.graph.initializers, ...initializers]),
        inputs: [...first.graph.inputs, ...declared],
        valueInfos: [],
      },
    },
    second: renamed,
  };
}

function fedInputs({ graph }: Model): ReadonlySet<string> {
  return new Set(graph.inputs.map(({ name }) => name).filter((name) => !graph.initializers.has(name)));
}

function freePrefix(taken: ReadonlySet<string>): string {
  let prefix = 'second/';
  while ([...taken].some((name) => name.startsWith(prefix))) prefix = `_${prefix}`;
  return prefix;
}
