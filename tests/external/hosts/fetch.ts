/** How the hosts' own programs come here, each once; what cannot be had throws, and its rows are skipped. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { debian, npm } from '../../support/packages.mjs';
import { versionOf } from './host.js';

/** `HOSTS_SKIP=docusaurus,hugo`: what to do without. */
function refuse(name: string): void {
  if ((process.env['HOSTS_SKIP'] ?? '').split(',').includes(name)) throw new Error('HOSTS_SKIP names it.');
}

export interface Package {
  /** Has it installed; gives the version of the first. */
  install(): string;
  /** The folder of all, once they are installed. */
  modules(): string;
  load<T>(name: string): Promise<T>;
}

/** Packages of npm, each in one exact version, which none of the project's own depends on. */
export function fromNpm(name: string, packages: Record<string, string>): Package {
  const specs = Object.entries(packages).map(([key, version]) => `${key}@${version}`);
  const [first = '', version] = Object.entries(packages)[0] ?? [];
  let modules: string | undefined;
  const get = () => {
    refuse(name);
    return (modules ??= npm(`host-${name}-${version}`, specs, ['--ignore-scripts']));
  };
  return {
    install: () => versionOf(get(), first),
    modules: get,
    load: (wanted) =>
      import(pathToFileURL(createRequire(join(get(), 'x.js')).resolve(wanted)).href) as Promise<never>,
  };
}

/** A program of Debian's. */
export function fromDebian(names: string[], programs: string[]): void {
  programs.forEach(refuse);
  debian(names, programs);
}
