import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { errorOfThrown } from '../../src/report/error.js';

it('an error for people keeps its parts, and null stands for what it does not say', () => {
  const error = new UserError({ code: 'model-not-found', message: 'there is no such file', where: 'a.onnx', fix: 'look again' });
  expect(errorOfThrown(error, 'load')).toEqual({
    code: 'model-not-found', message: 'there is no such file', where: 'a.onnx', fix: 'look again', stage: 'load',
  });
  expect(errorOfThrown(new UserError({ code: 'a', message: 'b' }), null)).toEqual({ code: 'a', message: 'b', where: null, fix: null, stage: null });
});

it.each([[new TypeError('x is undefined'), 'x is undefined'], ['thrown text', 'thrown text'], [undefined, 'undefined']])(
  'anything else (%o) is a bug of ours', (thrown, text) => {
    expect(errorOfThrown(thrown, 'prune')).toMatchObject({ code: 'internal-error', message: `prune-gate has a bug: ${text}`, stage: 'prune' });
  },
);
