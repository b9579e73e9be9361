/** What compiles the templates that esbuild does not know, with the frameworks' own compilers. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import type { Plugin } from 'esbuild';

/** A module of the framework's folder. */
async function load<T>(modules: string, name: string): Promise<T> {
  const file = createRequire(join(modules, 'x.js')).resolve(name);
  const found = (await import(pathToFileURL(file).href)) as { default?: T } & T;
  return found.default ?? found;
}

const plugin = (
  filter: RegExp,
  compile: (source: string, path: string) => Promise<string>,
  loader: 'js' | 'ts' = 'js',
): Plugin => ({
  name: 'framework',
  setup: ({ onLoad }) =>
    onLoad({ filter }, async ({ path }) => ({
      contents: await compile(readFileSync(path, 'utf8'), path),
      loader,
    })),
});

export async function vue(modules: string): Promise<Plugin> {
  type Descriptor = object;
  const sfc = await load<{
    parse(source: string, options: object): { descriptor: Descriptor };
    compileScript(descriptor: Descriptor, options: object): { content: string };
  }>(modules, 'vue/compiler-sfc');
  // Vue asks for a component of that name unless it is told.
  const compilerOptions = { isCustomElement: (tag: string) => tag.startsWith('entente-') };
  return plugin(
    /\.vue$/,
    async (source, filename) =>
      sfc.compileScript(sfc.parse(source, { filename, templateParseOptions: compilerOptions }).descriptor, {
        id: basename(filename),
        inlineTemplate: true,
        templateOptions: { compilerOptions },
      }).content,
    'ts',
  );
}

export async function svelte(modules: string): Promise<Plugin> {
  const { compile } = await load<{
    compile(source: string, options: object): { js: { code: string } };
  }>(modules, 'svelte/compiler');
  return plugin(
    /\.svelte$/,
    async (source, filename) => compile(source, { filename, generate: 'client' }).js.code,
  );
}

export async function babel(modules: string): Promise<Plugin> {
  const { transformAsync } = await load<{
    transformAsync(source: string, options: object): Promise<{ code: string } | null>;
  }>(modules, '@babel/core');
  const presets = [await load(modules, 'babel-preset-solid')];
  return plugin(/\.tsx$/, async (source, filename) => {
    const { code } = await transform(source, { loader: 'tsx', jsx: 'preserve' });
    return (await transformAsync(code, { filename, presets, configFile: false }))?.code ?? '';
  });
}
