/**
 * The address of a compiled module, for workers and child processes, which Node loads without a TypeScript loader.
 * From `src/` (tests, tsx) it points at the same module under `dist/`; from `dist/` at the sibling.
 *
 * @param specifier relative, without extension: `./parse-html.worker`
 */
export const builtModule = (specifier: string, importMetaUrl: string): URL => {
  const url = new URL(`${specifier}.js`, importMetaUrl);
  if (!importMetaUrl.endsWith('.ts')) return url;
  return new URL(url.href.replace(/\/src\/(?!.*\/src\/)/, '/dist/'));
};
