/** The frameworks, each in one exact version, and how its apps become a script. */
import type { Plugin } from 'esbuild';
import { babel, svelte, vue } from './compilers.js';

export interface Framework {
  name: string;
  /** The framework itself comes first. */
  packages: Record<string, string>;
  /** What starts the app, and the file that holds the template. */
  main: string;
  template: string;
  /** For esbuild and the type checker. */
  jsxImportSource?: string;
  compiler?: (modules: string) => Promise<Plugin>;
  /** What checks types in templates, with its arguments; TypeScript alone where there is none. */
  checker?: string[];
  options?: object;
}

const TYPESCRIPT = { typescript: '6.0.3' };

export const FRAMEWORKS: Framework[] = [
  {
    name: 'react',
    packages: {
      react: '19.3.1',
      'react-dom': '19.3.1',
      '@types/react': '19.3.0',
      '@types/react-dom': '19.3.0',
    },
    main: 'react.tsx',
    template: 'react.tsx',
    jsxImportSource: 'react',
  },
  {
    name: 'vue',
    packages: { vue: '3.5.45', 'vue-tsc': '3.3.14', ...TYPESCRIPT },
    main: 'vue.ts',
    template: 'App.vue',
    compiler: vue,
    checker: ['vue-tsc/bin/vue-tsc.js', '--noEmit', '--pretty', 'false'],
    options: { vueCompilerOptions: { strictTemplates: true } },
  },
  {
    name: 'svelte',
    packages: { svelte: '5.57.3', 'svelte-check': '4.7.8', ...TYPESCRIPT },
    main: 'svelte.ts',
    template: 'App.svelte',
    compiler: svelte,
    checker: ['svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json', '--output', 'machine'],
  },
  {
    name: 'preact',
    packages: { preact: '11.2.0' },
    main: 'preact.tsx',
    template: 'preact.tsx',
    jsxImportSource: 'preact',
  },
  {
    name: 'solid',
    packages: { 'solid-js': '1.9.19', 'babel-preset-solid': '1.9.16', '@babel/core': '7.29.13' },
    main: 'solid.tsx',
    template: 'solid.tsx',
    jsxImportSource: 'solid-js',
    compiler: babel,
  },
];
