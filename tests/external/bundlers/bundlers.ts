/** Bundlers as a site uses them, with their own settings for production. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import webpack from 'webpack';

/** Makes one script of an entry in a folder; gives its text. */
export type Bundle = (folder: string, entry: string) => Promise<string>;

const byEsbuild: Bundle = async (folder, entry) => {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(folder, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
};

/** In a process of its own, as a site starts it: beside mocha its plugins do not find what others have emitted. */
const byVite: Bundle = async (folder, entry) => {
  const input = join(folder, entry);
  const options = {
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { write: false, modulePreload: false, rollupOptions: { input } },
  };
  const code = `
    import { build } from 'vite';
    const [{ output }] = [await build(${JSON.stringify(options)})].flat();
    process.stdout.write(output.map(({ code = '' }) => code).join(''));`;
  const args = ['--input-type=module', '--eval', code];
  return (await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 })).stdout;
};

const byWebpack: Bundle = (folder, entry) =>
  new Promise((resolve, reject) => {
    const compiler = webpack({
      mode: 'production',
      context: folder,
      entry: `./${entry}`,
      output: { path: join(folder, 'webpack'), filename: `${entry}.out.js` },
      performance: false,
    });
    if (!compiler) return reject(new Error('webpack made no compiler'));
    compiler.run((error, stats) => {
      const faults = stats?.toJson({ errors: true, warnings: true });
      const said = [...(faults?.errors ?? []), ...(faults?.warnings ?? [])].map(({ message }) => message);
      if (error || said.length) return reject(error ?? new Error(said.join('\n')));
      const file = join(folder, 'webpack', `${entry}.out.js`);
      compiler.outputFileSystem?.readFile(file, (fault, text) =>
        fault ? reject(fault) : resolve(String(text)),
      );
    });
  });

export const BUNDLERS: Record<string, Bundle> = { esbuild: byEsbuild, Vite: byVite, webpack: byWebpack };
