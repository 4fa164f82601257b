/** The changed-record path of the writer: every record of a model is made anew by object spread, fields untouched. */
import type { Attribute, Graph, Model, Node, Tensor } from '../../src/onnx/ir.js';

export function respread(model: Model): Model {
  return { ...model, opsets: new Map(model.opsets), functions: [...model.functions], graph: respreadGraph(model.graph) };
}

function respreadGraph(graph: Graph): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map(respreadNode),
    initializers: new Map([...graph.initializers].map(([name, tensor]) => [name, respreadTensor(tensor)])),
    sparseInitializers: new Map([...graph.sparseInitializers].map(([name, sparse]) => [name, { ...sparse, values: respreadTensor(sparse.values), indices: respreadTensor(sparse.indices) }])),
    inputs: graph.inputs.map((info) => ({ ...info, dims: info.dims && [...info.dims] })),
    outputs: graph.outputs.map((info) => ({ ...info })),
    valueInfos: graph.valueInfos.map((info) => ({ ...info })),
  };
}

function respreadNode(node: Node): Node {
  const attributes = new Map([...node.attributes].map(([name, attribute]) => [name, respreadAttribute(attribute)]));
  return { ...node, inputs: [...node.inputs], outputs: [...node.outputs], attributes };
}

function respreadAttribute(attribute: Attribute): Attribute {
  switch (attribute.kind) {
    case 'tensor': return { ...attribute, value: respreadTensor(attribute.value) };
    case 'tensors': return { ...attribute, value: attribute.value.map(respreadTensor) };
    case 'graph': return { ...attribute, value: respreadGraph(attribute.value) };
    case 'graphs': return { ...attribute, value: attribute.value.map(respreadGraph) };
    default: return { ...attribute };
  }
}

function respreadTensor(tensor: Tensor): Tensor {
  const data = tensor.data.kind === 'raw' ? { ...tensor.data, bytes: tensor.data.bytes.slice() } : tensor.data;
  return { ...tensor, dims: [...tensor.dims], data };
}
