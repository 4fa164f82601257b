/** Bodies of model-local functions, as records: what `wire` carries of them. */
import { noExternalFiles } from '../external.js';
import type { Attribute, Model, Node } from '../ir.js';
import { ModelProtoSchema } from '../proto/onnx_pb.gen.js';
import type { FunctionProto } from '../proto/onnx_pb.gen.js';
import { attributeFromMessage, functionKey, nodeFromMessage, plainDomain } from './decode.js';
import { sourceOf } from './wire.js';

export interface LocalFunction {
  /** `domain:name`. */
  readonly key: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly opsets: ReadonlyMap<string, number>;
  /** Nodes of the body for a call with these attributes: references to them are filled in, or left out where a call gives none. */
  nodesFor(attributes: ReadonlyMap<string, Attribute>): readonly Node[];
}

/** The model's functions by key. One with an overload name is left out: which one a node means is told in a field that is not read. */
export function localFunctions(model: Model): ReadonlyMap<string, LocalFunction> {
  const messages = sourceOf(ModelProtoSchema, model)?.message.functions ?? [];
  return new Map(messages.filter(({ overload }) => overload === '').map((message) => [functionKey(message), functionOf(message)]));
}

function functionOf(message: FunctionProto): LocalFunction {
  const defaults = new Map(message.attributeProto.map((attribute) => [attribute.name, attributeFromMessage(attribute, noExternalFiles)]));
  const opsets = new Map(message.opsetImport.map(({ domain, version }) => [plainDomain(domain), Number(version)]));
  return {
    key: functionKey(message), inputs: message.input, outputs: message.output, opsets,
    nodesFor: (given) => message.node.map((each): Node => {
      const node = nodeFromMessage(each, noExternalFiles);
      const attributes = new Map(node.attributes);
      for (const { name, refAttrName } of each.attribute) {
        if (refAttrName === '') continue;
        const value = given.get(refAttrName) ?? defaults.get(refAttrName);
        if (value === undefined) attributes.delete(name);
        // A copy: the message behind an attribute has the name it was given under.
        else attributes.set(name, { ...value });
      }
      return { ...node, attributes };
    }),
  };
}
