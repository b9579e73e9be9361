/** A folder as a user of one framework has it: that framework, our package as it is published, and an app. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { npm } from '../../support/packages.mjs';
import type { Framework } from './frameworks.js';

const APPS = 'tests/external/frameworks/apps';

/** Has the framework installed; gives its `node_modules`, and throws what stands in the way. */
export function install({ name, packages }: Framework): string {
  if ((process.env['FRAMEWORKS_SKIP'] ?? '').split(',').includes(name))
    throw new Error('FRAMEWORKS_SKIP names it.');
  const specs = Object.entries(packages).map(([key, version]) => `${key}@${version}`);
  return npm(`framework-${specs.join('-').replace(/[@/]+/g, '-')}`, specs, ['--ignore-scripts']);
}

/** What our package depends on, as npm would put it beside it. */
const OURS = ['lit', 'lit-html', 'lit-element', '@lit', '@lit-labs', 'valibot'];

/** @param modules of a framework, if there is one */
export function furnish(folder: string, modules = ''): void {
  const own = join(folder, 'node_modules');
  mkdirSync(join(own, 'entente-elements'), { recursive: true });
  for (const name of modules ? readdirSync(modules).filter((name) => !name.startsWith('.')) : [])
    symlinkSync(join(modules, name), join(own, name));
  for (const name of OURS) symlinkSync(resolve('node_modules', name), join(own, name));
  // Copied, not linked: what it imports has to be found from where it stands.
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
  for (const name of ['package.json', ...files])
    cpSync(name, join(own, 'entente-elements', name), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type": "module", "private": true}');
}

export async function bundle(folder: string, framework: Framework, modules: string): Promise<void> {
  const { main, template, jsxImportSource, compiler } = framework;
  for (const name of new Set([main, template, 'shown.ts'])) cpSync(join(APPS, name), join(folder, name));
  await build({
    entryPoints: [join(folder, main)],
    outfile: join(folder, 'app.js'),
    bundle: true,
    format: 'esm',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    jsx: 'automatic',
    jsxImportSource,
    plugins: compiler ? [await compiler(modules)] : [],
    logLevel: 'silent',
  });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,"><main></main><script type="module" src="app.js"></script>',
  );
}

/** What nobody should be able to write: a word, a number and a handler of the wrong kind, in each framework's way. */
const WRONG: [RegExp, string][] = [
  [/layout="full"/, 'layout="fulll"'],
  [/limit="3"/, `limit="'three'"`],
  [/limit=\{3\}/, `limit={'three'}`],
  [/(?<=\(event: )EntenteAsOfEvent/, 'KeyboardEvent'],
  [/(?<=as-of=\{)[^}]+/, '7'],
  [/(?<=:as-of=")[^"]+/, '7'],
];

/** Checks the app as it is, and again with each mistake; gives what is said of each file. */
export function check(folder: string, framework: Framework): { right: string[]; wrong: string[][] } {
  const { template, jsxImportSource, checker, options } = framework;
  const source = readFileSync(join(APPS, template), 'utf8');
  const wrong = WRONG.filter(([pattern]) => pattern.test(source)).map((change, i) => {
    const name = template.replace('.', `-wrong${i}.`);
    writeFileSync(join(folder, name), source.replace(...change));
    return name;
  });
  const compilerOptions = {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    types: [],
    strict: true,
    noEmit: true,
    verbatimModuleSyntax: true,
    skipLibCheck: !!checker,
    ...(jsxImportSource && {
      jsx: jsxImportSource === 'solid-js' ? 'preserve' : 'react-jsx',
      jsxImportSource,
    }),
  };
  const include = ['*.ts', '*.tsx', '*.vue', '*.svelte'];
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include, ...options }));
  const [program = '', ...args] = checker
    ? [join(folder, 'node_modules', checker[0] ?? ''), ...checker.slice(1)]
    : [resolve('node_modules/typescript/bin/tsc'), '--pretty', 'false'];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  const said = `${stdout}${stderr}`.split('\n').filter((line) => /error TS\d| ERROR "/.test(line));
  const of = (name: string) => said.filter((line) => line.includes(name));
  return {
    right: said.filter((line) => !line.includes('-wrong')),
    wrong: wrong.map(of),
  };
}
