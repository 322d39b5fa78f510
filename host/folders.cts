import { resolve } from 'node:path';

/** The root of this repository. */
export const repository = resolve(__dirname, '..');

/** Where hosts and their user folders live: never committed, never published, safe to delete. */
export const hostsFolder = resolve(repository, '.n8n-hosts');
