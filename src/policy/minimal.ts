/** The smallest policy that does something: what the error `policy-missing` offers to paste. */
export const MINIMAL_POLICY = `version: 1
models:
  - name: my-model
    path: models/my-model.onnx
    data:
      heldout: { path: data/test.npz, target: y }
    prune:
      - { method: structured, target: { macs: 1.5x } }
    metrics:
      - { name: accuracy }
    gate:
      - { check: accuracy.drop, max: 1pp }
`;
