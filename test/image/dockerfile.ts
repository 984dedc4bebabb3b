import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of the Dockerfile, continued lines joined, comments left out. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** The project's root, from which the image is built. */
export const ROOT = join(import.meta.dirname, '../..');

/** Returns the Dockerfile's instructions by stage, those before the first stage left out. */
export function readStages(): readonly (readonly Instruction[])[] {
  const stages: Instruction[][] = [];
  for (const instruction of readInstructions()) {
    if (instruction.name === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

/** Returns what the last stage says with one instruction, in its order. */
export function imageSays(name: string): readonly string[] {
  return (readStages().at(-1) ?? []).filter((instruction) => instruction.name === name).map(({ text }) => text);
}

/** Returns what the image starts, e.g. `['node', 'dist/main.mjs']`. Throws when that isn't in exec form, which needs no shell. */
export function imageCommand(): readonly string[] {
  return JSON.parse(imageSays('CMD')[0] ?? '');
}

/** Returns the environment of the image. */
export function imageEnv(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    imageSays('ENV').map((text) => {
      const [name = '', ...value] = text.split('=');
      return [name, value.join('=')];
    }),
  );
}

function readInstructions(): readonly Instruction[] {
  const text = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(' ');
      return { name, text: rest.join(' ').trim() };
    });
}
