import type { GenEnum, GenFile, GenMessage } from "@bufbuild/protobuf/codegenv2";
import type { Message } from "@bufbuild/protobuf";
/**
 * Describes the file onnx.proto.
 */
export declare const file_onnx: GenFile;
/**
 * @generated from message onnx.AttributeProto
 */
export type AttributeProto = Message<"onnx.AttributeProto"> & {
    /**
     * @generated from field: string name = 1;
     */
    name: string;
    /**
     * @generated from field: float f = 2;
     */
    f: number;
    /**
     * @generated from field: int64 i = 3;
     */
    i: bigint;
    /**
     * @generated from field: bytes s = 4;
     */
    s: Uint8Array;
    /**
     * @generated from field: onnx.TensorProto t = 5;
     */
    t?: TensorProto;
    /**
     * @generated from field: onnx.GraphProto g = 6;
     */
    g?: GraphProto;
    /**
     * @generated from field: repeated float floats = 7;
     */
    floats: number[];
    /**
     * @generated from field: repeated int64 ints = 8;
     */
    ints: bigint[];
    /**
     * @generated from field: repeated bytes strings = 9;
     */
    strings: Uint8Array[];
    /**
     * @generated from field: repeated onnx.TensorProto tensors = 10;
     */
    tensors: TensorProto[];
    /**
     * @generated from field: repeated onnx.GraphProto graphs = 11;
     */
    graphs: GraphProto[];
    /**
     * @generated from field: bytes doc_string = 13;
     */
    docString: Uint8Array;
    /**
     * @generated from field: onnx.TypeProto tp = 14;
     */
    tp?: TypeProto;
    /**
     * @generated from field: repeated onnx.TypeProto type_protos = 15;
     */
    typeProtos: TypeProto[];
    /**
     * @generated from field: onnx.AttributeProto.AttributeType type = 20;
     */
    type: AttributeProto_AttributeType;
    /**
     * @generated from field: string ref_attr_name = 21;
     */
    refAttrName: string;
    /**
     * @generated from field: onnx.SparseTensorProto sparse_tensor = 22;
     */
    sparseTensor?: SparseTensorProto;
    /**
     * @generated from field: repeated onnx.SparseTensorProto sparse_tensors = 23;
     */
    sparseTensors: SparseTensorProto[];
};
/**
 * Describes the message onnx.AttributeProto.
 * Use `create(AttributeProtoSchema)` to create a new message.
 */
export declare const AttributeProtoSchema: GenMessage<AttributeProto>;
/**
 * @generated from enum onnx.AttributeProto.AttributeType
 */
export declare enum AttributeProto_AttributeType {
    /**
     * @generated from enum value: UNDEFINED = 0;
     */
    UNDEFINED = 0,
    /**
     * @generated from enum value: FLOAT = 1;
     */
    FLOAT = 1,
    /**
     * @generated from enum value: INT = 2;
     */
    INT = 2,
    /**
     * @generated from enum value: STRING = 3;
     */
    STRING = 3,
    /**
     * @generated from enum value: TENSOR = 4;
     */
    TENSOR = 4,
    /**
     * @generated from enum value: GRAPH = 5;
     */
    GRAPH = 5,
    /**
     * @generated from enum value: FLOATS = 6;
     */
    FLOATS = 6,
    /**
     * @generated from enum value: INTS = 7;
     */
    INTS = 7,
    /**
     * @generated from enum value: STRINGS = 8;
     */
    STRINGS = 8,
    /**
     * @generated from enum value: TENSORS = 9;
     */
    TENSORS = 9,
    /**
     * @generated from enum value: GRAPHS = 10;
     */
    GRAPHS = 10,
    /**
     * @generated from enum value: SPARSE_TENSOR = 11;
     */
    SPARSE_TENSOR = 11,
    /**
     * @generated from enum value: SPARSE_TENSORS = 12;
     */
    SPARSE_TENSORS = 12,
    /**
     * @generated from enum value: TYPE_PROTO = 13;
     */
    TYPE_PROTO = 13,
    /**
     * @generated from enum value: TYPE_PROTOS = 14;
     */
    TYPE_PROTOS = 14
}
/**
 * Describes the enum onnx.AttributeProto.AttributeType.
 */
export declare const AttributeProto_AttributeTypeSchema: GenEnum<AttributeProto_AttributeType>;
/**
 * @generated from message onnx.ValueInfoProto
 */
export type ValueInfoProto = Message<"onnx.ValueInfoProto"> & {
    /**
     * @generated from field: string name = 1;
     */
    name: string;
    /**
     * @generated from field: onnx.TypeProto type = 2;
     */
    type?: TypeProto;
    /**
     * @generated from field: bytes doc_string = 3;
     */
    docString: Uint8Array;
    /**
     * @generated from field: repeated onnx.StringStringEntryProto metadata_props = 4;
     */
    metadataProps: StringStringEntryProto[];
};
/**
 * Describes the message onnx.ValueInfoProto.
 * Use `create(ValueInfoProtoSchema)` to create a new message.
 */
export declare const ValueInfoProtoSchema: GenMessage<ValueInfoProto>;
/**
 * @generated from message onnx.NodeProto
 */
export type NodeProto = Message<"onnx.NodeProto"> & {
    /**
     * @generated from field: repeated string input = 1;
     */
    input: string[];
    /**
     * @generated from field: repeated string output = 2;
     */
    output: string[];
    /**
     * @generated from field: string name = 3;
     */
    name: string;
    /**
     * @generated from field: string op_type = 4;
     */
    opType: string;
    /**
     * @generated from field: repeated onnx.AttributeProto attribute = 5;
     */
    attribute: AttributeProto[];
    /**
     * @generated from field: bytes doc_string = 6;
     */
    docString: Uint8Array;
    /**
     * @generated from field: string domain = 7;
     */
    domain: string;
    /**
     * @generated from field: string overload = 8;
     */
    overload: string;
    /**
     * @generated from field: repeated onnx.StringStringEntryProto metadata_props = 9;
     */
    metadataProps: StringStringEntryProto[];
    /**
     * @generated from field: repeated onnx.NodeDeviceConfigurationProto device_configurations = 10;
     */
    deviceConfigurations: NodeDeviceConfigurationProto[];
};
/**
 * Describes the message onnx.NodeProto.
 * Use `create(NodeProtoSchema)` to create a new message.
 */
export declare const NodeProtoSchema: GenMessage<NodeProto>;
/**
 * @generated from message onnx.IntIntListEntryProto
 */
export type IntIntListEntryProto = Message<"onnx.IntIntListEntryProto"> & {
    /**
     * @generated from field: int64 key = 1;
     */
    key: bigint;
    /**
     * @generated from field: repeated int64 value = 2;
     */
    value: bigint[];
};
/**
 * Describes the message onnx.IntIntListEntryProto.
 * Use `create(IntIntListEntryProtoSchema)` to create a new message.
 */
export declare const IntIntListEntryProtoSchema: GenMessage<IntIntListEntryProto>;
/**
 * @generated from message onnx.NodeDeviceConfigurationProto
 */
export type NodeDeviceConfigurationProto = Message<"onnx.NodeDeviceConfigurationProto"> & {
    /**
     * @generated from field: string configuration_id = 1;
     */
    configurationId: string;
    /**
     * @generated from field: repeated onnx.ShardingSpecProto sharding_spec = 2;
     */
    shardingSpec: ShardingSpecProto[];
    /**
     * @generated from field: int32 pipeline_stage = 3;
     */
    pipelineStage: number;
};
/**
 * Describes the message onnx.NodeDeviceConfigurationProto.
 * Use `create(NodeDeviceConfigurationProtoSchema)` to create a new message.
 */
export declare const NodeDeviceConfigurationProtoSchema: GenMessage<NodeDeviceConfigurationProto>;
/**
 * @generated from message onnx.ShardingSpecProto
 */
export type ShardingSpecProto = Message<"onnx.ShardingSpecProto"> & {
    /**
     * @generated from field: string tensor_name = 1;
     */
    tensorName: string;
    /**
     * @generated from field: repeated int64 device = 2;
     */
    device: bigint[];
    /**
     * @generated from field: repeated onnx.IntIntListEntryProto index_to_device_group_map = 3;
     */
    indexToDeviceGroupMap: IntIntListEntryProto[];
    /**
     * @generated from field: repeated onnx.ShardedDimProto sharded_dim = 4;
     */
    shardedDim: ShardedDimProto[];
};
/**
 * Describes the message onnx.ShardingSpecProto.
 * Use `create(ShardingSpecProtoSchema)` to create a new message.
 */
export declare const ShardingSpecProtoSchema: GenMessage<ShardingSpecProto>;
/**
 * @generated from message onnx.ShardedDimProto
 */
export type ShardedDimProto = Message<"onnx.ShardedDimProto"> & {
    /**
     * @generated from field: int64 axis = 1;
     */
    axis: bigint;
    /**
     * @generated from field: repeated onnx.SimpleShardedDimProto simple_sharding = 2;
     */
    simpleSharding: SimpleShardedDimProto[];
};
/**
 * Describes the message onnx.ShardedDimProto.
 * Use `create(ShardedDimProtoSchema)` to create a new message.
 */
export declare const ShardedDimProtoSchema: GenMessage<ShardedDimProto>;
/**
 * @generated from message onnx.SimpleShardedDimProto
 */
export type SimpleShardedDimProto = Message<"onnx.SimpleShardedDimProto"> & {
    /**
     * @generated from oneof onnx.SimpleShardedDimProto.dim
     */
    dim: {
        /**
         * @generated from field: int64 dim_value = 1;
         */
        value: bigint;
        case: "dimValue";
    } | {
        /**
         * @generated from field: string dim_param = 2;
         */
        value: string;
        case: "dimParam";
    } | {
        case: undefined;
        value?: undefined;
    };
    /**
     * @generated from field: int64 num_shards = 3;
     */
    numShards: bigint;
};
/**
 * Describes the message onnx.SimpleShardedDimProto.
 * Use `create(SimpleShardedDimProtoSchema)` to create a new message.
 */
export declare const SimpleShardedDimProtoSchema: GenMessage<SimpleShardedDimProto>;
/**
 * @generated from message onnx.TrainingInfoProto
 */
export type TrainingInfoProto = Message<"onnx.TrainingInfoProto"> & {
    /**
     * @generated from field: onnx.GraphProto initialization = 1;
     */
    initialization?: GraphProto;
    /**
     * @generated from field: onnx.GraphProto algorithm = 2;
     */
    algorithm?: GraphProto;
    /**
     * @generated from field: repeated onnx.StringStringEntryProto initialization_binding = 3;
     */
    initializationBinding: StringStringEntryProto[];
    /**
     * @generated from field: repeated onnx.StringStringEntryProto update_binding = 4;
     */
    updateBinding: StringStringEntryProto[];
};
/**
 * Describes the message onnx.TrainingInfoProto.
 * Use `create(TrainingInfoProtoSchema)` to create a new message.
 */
export declare const TrainingInfoProtoSchema: GenMessage<TrainingInfoProto>;
/**
 * @generated from message onnx.ModelProto
 */
export type ModelProto = Message<"onnx.ModelProto"> & {
    /**
     * @generated from field: int64 ir_version = 1;
     */
    irVersion: bigint;
    /**
     * @generated from field: string producer_name = 2;
     */
    producerName: string;
    /**
     * @generated from field: string producer_version = 3;
     */
    producerVersion: string;
    /**
     * @generated from field: string domain = 4;
     */
    domain: string;
    /**
     * @generated from field: int64 model_version = 5;
     */
    modelVersion: bigint;
    /**
     * @generated from field: bytes doc_string = 6;
     */
    docString: Uint8Array;
    /**
     * @generated from field: onnx.GraphProto graph = 7;
     */
    graph?: GraphProto;
    /**
     * @generated from field: repeated onnx.OperatorSetIdProto opset_import = 8;
     */
    opsetImport: OperatorSetIdProto[];
    /**
     * @generated from field: repeated onnx.StringStringEntryProto metadata_props = 14;
     */
    metadataProps: StringStringEntryProto[];
    /**
     * @generated from field: repeated onnx.TrainingInfoProto training_info = 20;
     */
    trainingInfo: TrainingInfoProto[];
    /**
     * @generated from field: repeated onnx.FunctionProto functions = 25;
     */
    functions: FunctionProto[];
    /**
     * @generated from field: repeated onnx.DeviceConfigurationProto configuration = 26;
     */
    configuration: DeviceConfigurationProto[];
};
/**
 * Describes the message onnx.ModelProto.
 * Use `create(ModelProtoSchema)` to create a new message.
 */
export declare const ModelProtoSchema: GenMessage<ModelProto>;
/**
 * @generated from message onnx.DeviceConfigurationProto
 */
export type DeviceConfigurationProto = Message<"onnx.DeviceConfigurationProto"> & {
    /**
     * @generated from field: string name = 1;
     */
    name: string;
    /**
     * @generated from field: int32 num_devices = 2;
     */
    numDevices: number;
    /**
     * @generated from field: repeated string device = 3;
     */
    device: string[];
};
/**
 * Describes the message onnx.DeviceConfigurationProto.
 * Use `create(DeviceConfigurationProtoSchema)` to create a new message.
 */
export declare const DeviceConfigurationProtoSchema: GenMessage<DeviceConfigurationProto>;
/**
 * @generated from message onnx.StringStringEntryProto
 */
export type StringStringEntryProto = Message<"onnx.StringStringEntryProto"> & {
    /**
     * @generated from field: string key = 1;
     */
    key: string;
    /**
     * @generated from field: bytes value = 2;
     */
    value: Uint8Array;
};
/**
 * Describes the message onnx.StringStringEntryProto.
 * Use `create(StringStringEntryProtoSchema)` to create a new message.
 */
export declare const StringStringEntryProtoSchema: GenMessage<StringStringEntryProto>;
/**
 * @generated from message onnx.TensorAnnotation
 */
export type TensorAnnotation = Message<"onnx.TensorAnnotation"> & {
    /**
     * @generated from field: string tensor_name = 1;
     */
    tensorName: string;
    /**
     * @generated from field: repeated onnx.StringStringEntryProto quant_parameter_tensor_names = 2;
     */
    quantParameterTensorNames: StringStringEntryProto[];
};
/**
 * Describes the message onnx.TensorAnnotation.
 * Use `create(TensorAnnotationSchema)` to create a new message.
 */
export declare const TensorAnnotationSchema: GenMessage<TensorAnnotation>;
/**
 * @generated from message onnx.GraphProto
 */
export type GraphProto = Message<"onnx.GraphProto"> & {
    /**
     * @generated from field: repeated onnx.NodeProto node = 1;
     */
    node: NodeProto[];
    /**
     * @generated from field: string name = 2;
     */
    name: string;
    /**
     * @generated from field: repeated onnx.TensorProto initializer = 5;
     */
    initializer: TensorProto[];
    /**
     * @generated from field: bytes doc_string = 10;
     */
    docString: Uint8Array;
    /**
     * @generated from field: repeated onnx.ValueInfoProto input = 11;
     */
    input: ValueInfoProto[];
    /**
     * @generated from field: repeated onnx.ValueInfoProto output = 12;
     */
    output: ValueInfoProto[];
    /**
     * @generated from field: repeated onnx.ValueInfoProto value_info = 13;
     */
    valueInfo: ValueInfoProto[];
    /**
     * @generated from field: repeated onnx.TensorAnnotation quantization_annotation = 14;
     */
    quantizationAnnotation: TensorAnnotation[];
    /**
     * @generated from field: repeated onnx.SparseTensorProto sparse_initializer = 15;
     */
    sparseInitializer: SparseTensorProto[];
    /**
     * @generated from field: repeated onnx.StringStringEntryProto metadata_props = 16;
     */
    metadataProps: StringStringEntryProto[];
};
/**
 * Describes the message onnx.GraphProto.
 * Use `create(GraphProtoSchema)` to create a new message.
 */
export declare const GraphProtoSchema: GenMessage<GraphProto>;
/**
 * @generated from message onnx.TensorProto
 */
export type TensorProto = Message<"onnx.TensorProto"> & {
    /**
     * @generated from field: repeated int64 dims = 1;
     */
    dims: bigint[];
    /**
     * @generated from field: int32 data_type = 2;
     */
    dataType: number;
    /**
     * @generated from field: onnx.TensorProto.Segment segment = 3;
     */
    segment?: TensorProto_Segment;
    /**
     * @generated from field: repeated float float_data = 4 [features.repeated_field_encoding = PACKED];
     */
    floatData: number[];
    /**
     * @generated from field: repeated int32 int32_data = 5 [features.repeated_field_encoding = PACKED];
     */
    int32Data: number[];
    /**
     * @generated from field: repeated bytes string_data = 6;
     */
    stringData: Uint8Array[];
    /**
     * @generated from field: repeated int64 int64_data = 7 [features.repeated_field_encoding = PACKED];
     */
    int64Data: bigint[];
    /**
     * @generated from field: string name = 8;
     */
    name: string;
    /**
     * @generated from field: bytes raw_data = 9;
     */
    rawData: Uint8Array;
    /**
     * @generated from field: repeated double double_data = 10 [features.repeated_field_encoding = PACKED];
     */
    doubleData: number[];
    /**
     * @generated from field: repeated uint64 uint64_data = 11 [features.repeated_field_encoding = PACKED];
     */
    uint64Data: bigint[];
    /**
     * @generated from field: bytes doc_string = 12;
     */
    docString: Uint8Array;
    /**
     * @generated from field: repeated onnx.StringStringEntryProto external_data = 13;
     */
    externalData: StringStringEntryProto[];
    /**
     * @generated from field: onnx.TensorProto.DataLocation data_location = 14;
     */
    dataLocation: TensorProto_DataLocation;
    /**
     * @generated from field: repeated onnx.StringStringEntryProto metadata_props = 16;
     */
    metadataProps: StringStringEntryProto[];
};
/**
 * Describes the message onnx.TensorProto.
 * Use `create(TensorProtoSchema)` to create a new message.
 */
export declare const TensorProtoSchema: GenMessage<TensorProto>;
/**
 * @generated from message onnx.TensorProto.Segment
 */
export type TensorProto_Segment = Message<"onnx.TensorProto.Segment"> & {
    /**
     * @generated from field: int64 begin = 1;
     */
    begin: bigint;
    /**
     * @generated from field: int64 end = 2;
     */
    end: bigint;
};
/**
 * Describes the message onnx.TensorProto.Segment.
 * Use `create(TensorProto_SegmentSchema)` to create a new message.
 */
export declare const TensorProto_SegmentSchema: GenMessage<TensorProto_Segment>;
/**
 * @generated from enum onnx.TensorProto.DataLocation
 */
export declare enum TensorProto_DataLocation {
    /**
     * @generated from enum value: DEFAULT = 0;
     */
    DEFAULT = 0,
    /**
     * @generated from enum value: EXTERNAL = 1;
     */
    EXTERNAL = 1
}
/**
 * Describes the enum onnx.TensorProto.DataLocation.
 */
export declare const TensorProto_DataLocationSchema: GenEnum<TensorProto_DataLocation>;
/**
 * @generated from message onnx.SparseTensorProto
 */
export type SparseTensorProto = Message<"onnx.SparseTensorProto"> & {
    /**
     * @generated from field: onnx.TensorProto values = 1;
     */
    values?: TensorProto;
    /**
     * @generated from field: onnx.TensorProto indices = 2;
     */
    indices?: TensorProto;
    /**
     * @generated from field: repeated int64 dims = 3;
     */
    dims: bigint[];
};
/**
 * Describes the message onnx.SparseTensorProto.
 * Use `create(SparseTensorProtoSchema)` to create a new message.
 */
export declare const SparseTensorProtoSchema: GenMessage<SparseTensorProto>;
/**
 * @generated from message onnx.TensorShapeProto
 */
export type TensorShapeProto = Message<"onnx.TensorShapeProto"> & {
    /**
     * @generated from field: repeated onnx.TensorShapeProto.Dimension dim = 1;
     */
    dim: TensorShapeProto_Dimension[];
};
/**
 * Describes the message onnx.TensorShapeProto.
 * Use `create(TensorShapeProtoSchema)` to create a new message.
 */
export declare const TensorShapeProtoSchema: GenMessage<TensorShapeProto>;
/**
 * @generated from message onnx.TensorShapeProto.Dimension
 */
export type TensorShapeProto_Dimension = Message<"onnx.TensorShapeProto.Dimension"> & {
    /**
     * @generated from oneof onnx.TensorShapeProto.Dimension.value
     */
    value: {
        /**
         * @generated from field: int64 dim_value = 1;
         */
        value: bigint;
        case: "dimValue";
    } | {
        /**
         * @generated from field: string dim_param = 2;
         */
        value: string;
        case: "dimParam";
    } | {
        case: undefined;
        value?: undefined;
    };
    /**
     * @generated from field: string denotation = 3;
     */
    denotation: string;
};
/**
 * Describes the message onnx.TensorShapeProto.Dimension.
 * Use `create(TensorShapeProto_DimensionSchema)` to create a new message.
 */
export declare const TensorShapeProto_DimensionSchema: GenMessage<TensorShapeProto_Dimension>;
/**
 * @generated from message onnx.TypeProto
 */
export type TypeProto = Message<"onnx.TypeProto"> & {
    /**
     * @generated from oneof onnx.TypeProto.value
     */
    value: {
        /**
         * @generated from field: onnx.TypeProto.Tensor tensor_type = 1;
         */
        value: TypeProto_Tensor;
        case: "tensorType";
    } | {
        /**
         * @generated from field: onnx.TypeProto.Sequence sequence_type = 4;
         */
        value: TypeProto_Sequence;
        case: "sequenceType";
    } | {
        /**
         * @generated from field: onnx.TypeProto.Map map_type = 5;
         */
        value: TypeProto_Map;
        case: "mapType";
    } | {
        /**
         * @generated from field: onnx.TypeProto.Opaque opaque_type = 7;
         */
        value: TypeProto_Opaque;
        case: "opaqueType";
    } | {
        /**
         * @generated from field: onnx.TypeProto.SparseTensor sparse_tensor_type = 8;
         */
        value: TypeProto_SparseTensor;
        case: "sparseTensorType";
    } | {
        /**
         * @generated from field: onnx.TypeProto.Optional optional_type = 9;
         */
        value: TypeProto_Optional;
        case: "optionalType";
    } | {
        case: undefined;
        value?: undefined;
    };
    /**
     * @generated from field: string denotation = 6;
     */
    denotation: string;
};
/**
 * Describes the message onnx.TypeProto.
 * Use `create(TypeProtoSchema)` to create a new message.
 */
export declare const TypeProtoSchema: GenMessage<TypeProto>;
/**
 * @generated from message onnx.TypeProto.Tensor
 */
export type TypeProto_Tensor = Message<"onnx.TypeProto.Tensor"> & {
    /**
     * @generated from field: int32 elem_type = 1;
     */
    elemType: number;
    /**
     * @generated from field: onnx.TensorShapeProto shape = 2;
     */
    shape?: TensorShapeProto;
};
/**
 * Describes the message onnx.TypeProto.Tensor.
 * Use `create(TypeProto_TensorSchema)` to create a new message.
 */
export declare const TypeProto_TensorSchema: GenMessage<TypeProto_Tensor>;
/**
 * @generated from message onnx.TypeProto.Sequence
 */
export type TypeProto_Sequence = Message<"onnx.TypeProto.Sequence"> & {
    /**
     * @generated from field: onnx.TypeProto elem_type = 1;
     */
    elemType?: TypeProto;
};
/**
 * Describes the message onnx.TypeProto.Sequence.
 * Use `create(TypeProto_SequenceSchema)` to create a new message.
 */
export declare const TypeProto_SequenceSchema: GenMessage<TypeProto_Sequence>;
/**
 * @generated from message onnx.TypeProto.Map
 */
export type TypeProto_Map = Message<"onnx.TypeProto.Map"> & {
    /**
     * @generated from field: int32 key_type = 1;
     */
    keyType: number;
    /**
     * @generated from field: onnx.TypeProto value_type = 2;
     */
    valueType?: TypeProto;
};
/**
 * Describes the message onnx.TypeProto.Map.
 * Use `create(TypeProto_MapSchema)` to create a new message.
 */
export declare const TypeProto_MapSchema: GenMessage<TypeProto_Map>;
/**
 * @generated from message onnx.TypeProto.Opaque
 */
export type TypeProto_Opaque = Message<"onnx.TypeProto.Opaque"> & {
    /**
     * @generated from field: string domain = 1;
     */
    domain: string;
    /**
     * @generated from field: string name = 2;
     */
    name: string;
};
/**
 * Describes the message onnx.TypeProto.Opaque.
 * Use `create(TypeProto_OpaqueSchema)` to create a new message.
 */
export declare const TypeProto_OpaqueSchema: GenMessage<TypeProto_Opaque>;
/**
 * @generated from message onnx.TypeProto.SparseTensor
 */
export type TypeProto_SparseTensor = Message<"onnx.TypeProto.SparseTensor"> & {
    /**
     * @generated from field: int32 elem_type = 1;
     */
    elemType: number;
    /**
     * @generated from field: onnx.TensorShapeProto shape = 2;
     */
    shape?: TensorShapeProto;
};
/**
 * Describes the message onnx.TypeProto.SparseTensor.
 * Use `create(TypeProto_SparseTensorSchema)` to create a new message.
 */
export declare const TypeProto_SparseTensorSchema: GenMessage<TypeProto_SparseTensor>;
/**
 * @generated from message onnx.TypeProto.Optional
 */
export type TypeProto_Optional = Message<"onnx.TypeProto.Optional"> & {
    /**
     * @generated from field: onnx.TypeProto elem_type = 1;
     */
    elemType?: TypeProto;
};
/**
 * Describes the message onnx.TypeProto.Optional.
 * Use `create(TypeProto_OptionalSchema)` to create a new message.
 */
export declare const TypeProto_OptionalSchema: GenMessage<TypeProto_Optional>;
/**
 * @generated from message onnx.OperatorSetIdProto
 */
export type OperatorSetIdProto = Message<"onnx.OperatorSetIdProto"> & {
    /**
     * @generated from field: string domain = 1;
     */
    domain: string;
    /**
     * @generated from field: int64 version = 2;
     */
    version: bigint;
};
/**
 * Describes the message onnx.OperatorSetIdProto.
 * Use `create(OperatorSetIdProtoSchema)` to create a new message.
 */
export declare const OperatorSetIdProtoSchema: GenMessage<OperatorSetIdProto>;
/**
 * @generated from message onnx.FunctionProto
 */
export type FunctionProto = Message<"onnx.FunctionProto"> & {
    /**
     * @generated from field: string name = 1;
     */
    name: string;
    /**
     * @generated from field: repeated string input = 4;
     */
    input: string[];
    /**
     * @generated from field: repeated string output = 5;
     */
    output: string[];
    /**
     * @generated from field: repeated string attribute = 6;
     */
    attribute: string[];
    /**
     * @generated from field: repeated onnx.NodeProto node = 7;
     */
    node: NodeProto[];
    /**
     * @generated from field: bytes doc_string = 8;
     */
    docString: Uint8Array;
    /**
     * @generated from field: repeated onnx.OperatorSetIdProto opset_import = 9;
     */
    opsetImport: OperatorSetIdProto[];
    /**
     * @generated from field: string domain = 10;
     */
    domain: string;
    /**
     * @generated from field: repeated onnx.AttributeProto attribute_proto = 11;
     */
    attributeProto: AttributeProto[];
    /**
     * @generated from field: repeated onnx.ValueInfoProto value_info = 12;
     */
    valueInfo: ValueInfoProto[];
    /**
     * @generated from field: string overload = 13;
     */
    overload: string;
    /**
     * @generated from field: repeated onnx.StringStringEntryProto metadata_props = 14;
     */
    metadataProps: StringStringEntryProto[];
};
/**
 * Describes the message onnx.FunctionProto.
 * Use `create(FunctionProtoSchema)` to create a new message.
 */
export declare const FunctionProtoSchema: GenMessage<FunctionProto>;
