/** What lies inside what, by the rules of Windows and of all others, on whichever of them this runs. */
import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBelow, isGitFolder, isInside, slashed, wayTo, windowsProblem } from '../../src/paths.js';

describe.each([['posix', posix], ['win32', win32]] as const)('inside, by %s', (name, rules) => {
  const base = name === 'win32' ? 'D:\\a\\repo' : '/home/runner/work/repo';
  const at = (...parts: string[]): string => rules.join(base, ...parts);

  it.each<[string, string, boolean]>([
    ['a file', at('models', 'a.onnx'), true], ['a name that starts with dots', at('..data'), true], ['the folder above', at('..'), false],
    ['a neighbour', at('..', 'other'), false], ['a neighbour whose name starts alike', `${base}-2`, false], ['back in again', at('x', '..', 'y'), true],
  ])('tells %s', (_, path, expected) => {
    expect([isInside(base, path, rules), isBelow(base, path, rules)]).toEqual([expected, expected]);
  });

  it('tells the folder itself apart from what is below it', () => {
    expect([isInside(base, base, rules), isBelow(base, base, rules)]).toEqual([true, false]);
    expect(isBelow(rules.parse(base).root, base, rules)).toBe(true);
  });

  it('writes ways with `/`', () => {
    expect(wayTo(base, at('a', 'b.npz'), rules)).toBe('a/b.npz');
    expect(wayTo(base, at('..', 'b'), rules)).toBe('../b');
  });
});

describe('Windows', () => {
  it('has other drives and servers outside, whatever their folders are called', () => {
    for (const path of ['C:\\a\\repo\\x', 'E:\\', '\\\\server\\share\\a\\repo']) expect(isInside('D:\\a\\repo', path, win32)).toBe(false);
    expect(wayTo('D:\\a\\repo', 'C:\\data\\x.npz', win32)).toBe('C:/data/x.npz');
  });

  it('has the same folder in any letter case', () => {
    expect(isInside('D:\\a\\Repo', 'd:\\A\\repo\\x', win32)).toBe(true);
  });

  it.each(['NUL', 'nul.npz', 'con', 'Com1', 'com1.x.onnx', 'LPT9', 'aux ', 'CONIN$', 'data.', 'data ', '.git.', '.git::$INDEX_ALLOCATION', 'eval.npz:stream', 'what?', 'a|b', 'com\u00b2'])('has no file of the name %j', (name) => {
    expect(windowsProblem(name)).toBeDefined();
  });

  it.each(['', '.', '..', 'null.npz', 'console', 'com10', 'com', 'auxiliary.csv', '.github', 'données.npz', 'a b.onnx', 'x.nul'])('has files of the name %j', (name) => {
    expect(windowsProblem(name)).toBeUndefined();
  });
});

it('takes a backslash for a letter where it is one', () => {
  expect(slashed('a\\b', posix)).toBe('a\\b');
  expect(slashed('a\\b', win32)).toBe('a/b');
});

it('knows the folder of git in any letter case', () => {
  expect(['.git', '.GIT', '.github', 'git'].map(isGitFolder)).toEqual([true, true, false, false]);
});
