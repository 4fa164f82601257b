/** CSV and JSON Lines. */
import { describe, expect, it } from 'vitest';
import { batchesOf, errorOf, numbers, open, port, readAll, targetsOf, valuesOf, workspaceWith } from './support.js';

const two = [port('x', 'float32', ['N', 2])];

describe('CSV', () => {
  const csv = (content: string | Uint8Array): Promise<string> => workspaceWith({ 'a.csv': content });

  it('feeds all columns but the target to the only input', async () => {
    const workspace = await csv('\ufeffa, b ,label\r\n1,2.5,0\r\n-3e2,.5,1\r\n\r\n"7",8,2\r\n');
    const samples = await open({ workspace, source: { path: 'a.csv', target: 'label' }, inputs: two });
    expect(samples.count).toBe(3);
    expect(await valuesOf(samples, 'x', 2)).toEqual([1, 2.5, -300, 0.5, 7, 8]);
    expect(await targetsOf(samples)).toEqual([0, 1, 2]);
    expect(samples.description).toBe('a.csv (csv, 3 samples); 2 columns (a, b) float64 [3,2] -> x float32 [N,2]; target label int32 [3]');
    expect(await valuesOf(samples.subset([2]), 'x')).toEqual([7, 8]);
  });

  it('takes columns in the order of the policy', async () => {
    const workspace = await csv('a,b,c\n1,2,3\n4,5,6\n');
    const samples = await open({
      workspace, source: { path: 'a.csv', inputs: { x: ['c', 'a'], y: 'b', z: ['b'] } },
      inputs: [...two, port('y', 'int64', ['N', 1]), port('z', 'int32', ['N'])],
    });
    const [batch] = await batchesOf(samples);
    expect([...batch?.feeds.keys() ?? []]).toEqual(['x', 'y', 'z']);
    expect(numbers(batch?.feeds.get('x')?.data)).toEqual([3, 1, 6, 4]);
    expect(batch?.feeds.get('y')).toEqual({ type: 'int64', dims: [2, 1], data: BigInt64Array.of(2n, 5n) });
    expect(batch?.feeds.get('z')).toEqual({ type: 'int32', dims: [2], data: Int32Array.of(2, 5) });
  });

  it.each([
    ['1\n2147483647\n', 'int32'], ['1\n2147483648\n', 'int64'], ['1\n0.5\n', 'float64'], ['1\n9007199254740993\n', 'float64'], ['1\n-0\n', 'float64'],
  ])('holds the target %j as %s', async (cells, type) => {
    const workspace = await csv(`y\n${cells}`);
    const [batch] = await batchesOf(await open({ workspace, source: { path: 'a.csv', inputs: { x: 'y' }, target: 'y' }, inputs: [port('x', 'float64', ['N'])] }));
    expect(batch?.target?.type).toBe(type);
  });

  it('reads a text column only if asked', async () => {
    const workspace = await csv('name,a,b\n"x, ""y""\n z",1,2\nw,3,4\n');
    expect(await valuesOf(await open({ workspace, source: { path: 'a.csv', inputs: { x: ['a', 'b'] } }, inputs: two }), 'x')).toEqual([1, 2, 3, 4]);
    const error = await errorOf(open({ workspace, source: { path: 'a.csv', inputs: { x: ['a', 'name'] } }, inputs: two }));
    expect(error).toMatchObject({ code: 'data-malformed', where: 'a.csv:3' });
    expect(error.message).toContain('column "name" holds "x, \\"y\\"\\n z", not a number');
  });

  it.each([
    ['', 'the file is empty'], ['a,b\n', 'no samples'], ['1,2\n3,4\n', 'there is no header'], ['a,,c\n1,2,3\n', 'column 2 has no name'],
    ['a,a\n1,2\n', 'two columns are named "a"'], ['a,b\n1,2\n3\n', 'line 3'], ['a,b\n1,2\n3,4,5\n', 'line 3'], ['a,b\n1,\n', 'line 2: column "b" holds "", not a number'],
    ['a,b\n1,NaN\n', 'holds "NaN"'], ['a,b\n1,0x10\n', 'holds "0x10"'], ['a,b\n1,Infinity\n', 'holds "Infinity"'], ['a,b\n1,"2\n3,4\n', 'line'],
    ['a;b\n1;2\n', 'not separated by commas'],
  ])('refuses %j', async (content, message) => {
    const error = await errorOf(open({ workspace: await csv(content), source: { path: 'a.csv' }, inputs: two }));
    expect(error.message).toContain(message);
    expect(['data-malformed', 'data-empty', 'data-unbound-input']).toContain(error.code);
  });

  it('says on which line the text stops being UTF-8', async () => {
    const workspace = await csv(Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.from('d\xe9j\xe0,1\n', 'latin1')]));
    expect((await errorOf(open({ workspace, source: { path: 'a.csv' }, inputs: two }))).message).toBe('a.csv is not UTF-8 text (line 3).');
  });

  it('does not take columns that no name and no count speaks for', async () => {
    const workspace = await csv('a,b,c\n1,2,3\n');
    expect((await errorOf(open({ workspace, source: { path: 'a.csv' }, inputs: two }))).message)
      .toBe('No column of a.csv feeds the model input x float32 [N,2]; its columns are a (int32 [1]), b (int32 [1]), c (int32 [1]).');
    expect((await errorOf(open({ workspace, source: { path: 'a.csv' }, inputs: [port('x', 'float32', ['N', 'F'])] }))).code).toBe('data-unbound-input');
  });

  it('survives columns with any name', async () => {
    const workspace = await csv('__proto__,constructor\n1,2\n');
    expect(await valuesOf(await open({ workspace, source: { path: 'a.csv' }, inputs: two }), 'x')).toEqual([1, 2]);
  });
});

describe('JSON Lines', () => {
  const jsonl = (content: string | Uint8Array): Promise<string> => workspaceWith({ 'a.jsonl': content });

  it('reads numbers and nested arrays', async () => {
    const workspace = await jsonl('\ufeff{"x":[[1,2],[3,4]],"y":1,"id":"a"}\r\n\n{"y":0,"x":[[5,6],[7,8.5]]}');
    const samples = await open({ workspace, source: { path: 'a.jsonl', target: 'y' }, inputs: [port('x', 'float32', ['N', 2, 2])] });
    expect(await valuesOf(samples, 'x', 1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8.5]);
    expect(await targetsOf(samples)).toEqual([1, 0]);
    expect(await valuesOf(samples.subset([1]), 'x')).toEqual([5, 6, 7, 8.5]);
  });

  it.each([
    ['{"x":[1,2]}\n{"x":[1}\n', 'a.jsonl line 2: it is not JSON'], ['{"x":[1,2]}\n[1]\n', 'line 2: it is not a JSON object'], ['{"x":[1,2]}\n\n{"y":1}\n', 'line 3: field "x" is no array of 2'],
    ['{"x":[1,2]}\n{"x":[1,2,3]}\n', 'line 2: field "x" has 3 elements where the first line has 2'], ['{"x":[1,2]}\n{"x":[1,"2"]}\n', 'holds "\\"2\\"" where a number is wanted'],
    ['{"x":[1,null]}\n', 'line 1: field "x" holds "null"'], ['{"x":[1,true]}\n', 'holds "true"'], ['{"x":3}\n', 'do not fit'], ['{"x":[]}\n', 'no samples'], ['', 'feeds the model input'],
    ['{"y":1}\n{"x":[1,2]}\n', 'line 2: field "y" is missing'], ['{"x":[[[[[[[[[[[[1]]]]]]]]]]]]}', 'where a number is wanted'],
  ])('refuses %j', async (content, message) => {
    const error = await errorOf(readAll({ workspace: await jsonl(content), source: { path: 'a.jsonl' }, inputs: two }));
    expect(`${error.message}`).toContain(message);
  });

  it('names no field that is not there', async () => {
    const workspace = await jsonl('{"a":1,"b":2,"__proto__":[1,2]}\n');
    expect((await errorOf(open({ workspace, source: { path: 'a.jsonl' }, inputs: two }))).message).toContain('its columns are a (int32 [1]), b (int32 [1]), __proto__ (int32 [1,2])');
    expect(await valuesOf(await open({ workspace, source: { path: 'a.jsonl', inputs: { x: '__proto__' } }, inputs: two }), 'x')).toEqual([1, 2]);
  });
});
