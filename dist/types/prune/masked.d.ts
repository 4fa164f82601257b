import type { Model } from '../onnx/ir.js';
import type { Coupling } from '../ops/coupling.js';
import type { Facts } from '../ops/facts.js';
import type { Cut } from './cut.js';
/** `model` must compute in float32 where channels are cut (see twin.ts). */
export declare function maskModel(model: Model, coupling: Coupling, facts: Facts, cut: Cut): Model;
