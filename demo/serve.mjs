/**
 * `npm start`: installs and builds what is missing, then serves the demo at `/` and the built files beside it.
 * `npm run dev`: the same from source, without a build, and each page loads anew when a file of it changes.
 * `PORT` chooses the port; else it is the first from 8000 on that is free.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, root } from '../tests/support/prepare.mjs';

const fromSource = process.argv.includes('--watch');
install();
if (!fromSource) build();
// Only now, since these need what was just installed.
const { startDevServer } = await import('@web/dev-server');
const { esbuildPlugin } = await import('@web/dev-server-esbuild');

/** What stands in for a built file: a script that imports the source, as a module and as a classic script. */
const importing = (source) => `import('${source}');`;

/** What the build makes of other files: path below `/dist/` -> where it is in the sources. */
const SOURCES = [
  [/^entente\.css$/, '/src/styles/entente.css'],
  [/^feeds\/(.+)$/, '/data/$1'],
  [/^schema\/(.+)$/, '/data/schema/$1'],
  [/^((?:demo\.css|method\.html))$/, '/demo/$1'],
];

/** Answers for what would be in `dist/`, from source. */
function unbuilt(context, next) {
  // JSON that a module imports; what a page fetches stays JSON.
  if (context.path.endsWith('.json') && context.get('sec-fetch-dest') === 'script') {
    context.type = 'js';
    context.body = `export default ${readFileSync(join(root, context.path), 'utf8')};`;
    return undefined;
  }
  const [, file] = /^\/dist\/(.+)$/.exec(context.path) ?? [];
  if (!file) return next();
  const [, language] = /^locales\/(\w+)\.js$/.exec(file) ?? [];
  if (language || /^entente[\w.-]*\.js$/.test(file)) {
    context.type = 'js';
    context.body = importing(language ? `/src/i18n/${language}.ts` : '/src/define.ts');
    return undefined;
  }
  if (file === 'embed.html') {
    context.type = 'html';
    context.body = readFileSync(join(root, 'src/embed/frame-page.html'), 'utf8')
      .replace(/<meta http-equiv.*>/, '')
      .replace('/* script */', importing('/src/embed/frame-page.ts'));
    return undefined;
  }
  const [pattern, source] = SOURCES.find(([pattern]) => pattern.test(file)) ?? [];
  if (pattern) context.path = file.replace(pattern, source);
  return next();
}

/** The demo is the root of the site: all but the project's own folders is looked for in it. */
function demoAtRoot(context, next) {
  context.set('access-control-allow-origin', '*');
  if (!/^\/((data|demo|dist|node_modules|src)\/|__)/.test(context.path))
    context.path = `/demo${context.path}`.replace(/\/$/, '/index.html');
  return next();
}

await startDevServer({
  config: {
    rootDir: root,
    port: process.env.PORT ? Number(process.env.PORT) : undefined,
    watch: fromSource,
    nodeResolve: fromSource && { exportConditions: ['browser', 'development'] },
    middleware: fromSource ? [unbuilt, demoAtRoot] : [demoAtRoot],
    plugins: fromSource
      ? [esbuildPlugin({ ts: true, target: 'esnext', tsconfig: join(root, 'tsconfig.json') })]
      : [],
  },
  readCliArgs: false,
  readFileConfig: false,
});
