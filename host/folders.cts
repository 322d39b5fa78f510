import { resolve } from 'node:path';

/** The root of this repository. */
export const repository = resolve(__dirname, '..');

/** The folder of the hosts and their user folders. It is never committed or published, and may be deleted. */
export const hostsFolder = resolve(repository, '.n8n-hosts');
