/** How dist/custom-elements.json is read from the JSDoc of the elements. */
export default {
  globs: ['src/elements/**/*.ts', 'src/define.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
};
