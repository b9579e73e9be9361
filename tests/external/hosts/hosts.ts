/** All hosts, in the order of the table. */
import type { Host } from './host.js';
import debian from './hosts/debian.js';
import editors from './hosts/editors.js';
import frameworks from './hosts/frameworks.js';
import markdown from './hosts/markdown.js';
import node from './hosts/node.js';
import sanitizers from './hosts/sanitizers.js';

export const HOSTS: Host[] = [...markdown, ...node, ...frameworks, ...debian, ...sanitizers, ...editors];
