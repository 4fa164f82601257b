/**
 * The in-memory form of an ONNX model. Plain, read-only records: a change makes new records that share
 * the rest. Each record carries an opaque `wire` (the decoded protobuf message it came from), so that the
 * writer can give back every field that prune-gate does not understand. Only `codec.ts` looks into it.
 */
/** ONNX `TensorProto.DataType`. */
export declare const DataType: {
    readonly UNDEFINED: 0;
    readonly FLOAT: 1;
    readonly UINT8: 2;
    readonly INT8: 3;
    readonly UINT16: 4;
    readonly INT16: 5;
    readonly INT32: 6;
    readonly INT64: 7;
    readonly STRING: 8;
    readonly BOOL: 9;
    readonly FLOAT16: 10;
    readonly DOUBLE: 11;
    readonly UINT32: 12;
    readonly UINT64: 13;
    readonly COMPLEX64: 14;
    readonly COMPLEX128: 15;
    readonly BFLOAT16: 16;
    readonly FLOAT8E4M3FN: 17;
    readonly FLOAT8E4M3FNUZ: 18;
    readonly FLOAT8E5M2: 19;
    readonly FLOAT8E5M2FNUZ: 20;
    readonly UINT4: 21;
    readonly INT4: 22;
    readonly FLOAT4E2M1: 23;
};
export type DataType = number;
/** Where a tensor's elements are. Bytes are little-endian, as ONNX stores them. */
export type TensorData = 
/** A view on the model file's buffer (never copied) or bytes made by prune-gate. */
{
    readonly kind: 'raw';
    readonly bytes: Uint8Array;
}
/** Elements in float_data, int32_data, int64_data, string_data, ...; they stay in `wire`. */
 | {
    readonly kind: 'typed';
}
/** A range of another file; `path` is absolute and was checked to lie in the workspace. */
 | {
    readonly kind: 'external';
    readonly path: string;
    readonly offset: number;
    readonly length: number;
};
export interface Tensor {
    readonly name: string;
    readonly dataType: DataType;
    readonly dims: readonly number[];
    readonly data: TensorData;
    readonly wire?: unknown;
}
/** A `SparseTensorProto`: the elements that are stored, and where they belong; all others are zero. */
export interface SparseTensor {
    /** Of the dense tensor. */
    readonly dims: readonly number[];
    /** [n], of the dense tensor's element type; its name is the weight's. */
    readonly values: Tensor;
    /** INT64: [n] positions in row-major order, or [n, rank] coordinates. */
    readonly indices: Tensor;
    readonly wire?: unknown;
}
/** An attribute's value. `int` is exact (bigint); `string` is bytes, as in ONNX. */
export type Attribute = {
    readonly kind: 'float';
    readonly value: number;
} | {
    readonly kind: 'int';
    readonly value: bigint;
} | {
    readonly kind: 'string';
    readonly value: Uint8Array;
} | {
    readonly kind: 'tensor';
    readonly value: Tensor;
} | {
    readonly kind: 'graph';
    readonly value: Graph;
} | {
    readonly kind: 'floats';
    readonly value: readonly number[];
} | {
    readonly kind: 'ints';
    readonly value: readonly bigint[];
} | {
    readonly kind: 'strings';
    readonly value: readonly Uint8Array[];
} | {
    readonly kind: 'tensors';
    readonly value: readonly Tensor[];
} | {
    readonly kind: 'graphs';
    readonly value: readonly Graph[];
}
/** A sparse tensor (of a `Constant`). */
 | {
    readonly kind: 'sparse';
    readonly value: SparseTensor;
}
/** Lists of sparse tensors, type protos, references to a function's attribute: carried, not read. */
 | {
    readonly kind: 'opaque';
};
export interface Node {
    readonly name: string;
    readonly opType: string;
    /** '' is the default ONNX domain ('ai.onnx' is read as ''). */
    readonly domain: string;
    /** '' marks an absent optional input or output. */
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    /** Attribute wire messages, for those carried over unchanged, live behind `wire`. */
    readonly attributes: ReadonlyMap<string, Attribute>;
    readonly wire?: unknown;
}
/** A dimension: a size, a symbolic name, or unknown. */
export type Dim = number | string | null;
export interface ValueInfo {
    readonly name: string;
    /** Element type of a tensor; 0 where the value is no tensor (sequence, optional, map). */
    readonly elemType: DataType;
    /** `null` where no shape is given. */
    readonly dims: readonly Dim[] | null;
    readonly wire?: unknown;
}
export interface Graph {
    readonly name: string;
    readonly nodes: readonly Node[];
    readonly initializers: ReadonlyMap<string, Tensor>;
    /** Weights in coordinate form, by name. `densified` makes initializers of them (sparse.ts), which is what everybody else reads. */
    readonly sparseInitializers: ReadonlyMap<string, SparseTensor>;
    /** As declared; before IR 4 (and when overridable) this list also names initializers. */
    readonly inputs: readonly ValueInfo[];
    readonly outputs: readonly ValueInfo[];
    readonly valueInfos: readonly ValueInfo[];
    readonly wire?: unknown;
}
export interface Model {
    readonly irVersion: number;
    /** Domain to version; '' is the default domain. */
    readonly opsets: ReadonlyMap<string, number>;
    readonly producer: string;
    readonly graph: Graph;
    /** `domain:name` of each model-local function; bodies are carried in `wire`. */
    readonly functions: readonly string[];
    readonly wire?: unknown;
}
/** Inputs a caller must feed: declared inputs that no initializer provides. */
export declare function requiredInputs(graph: Graph): readonly ValueInfo[];
export declare function intAttribute(node: Node, name: string, fallback: number): number;
export declare function intsAttribute(node: Node, name: string): readonly number[] | undefined;
export declare function floatAttribute(node: Node, name: string, fallback: number): number;
export declare function stringAttribute(node: Node, name: string): string | undefined;
