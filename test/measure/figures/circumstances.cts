import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';

import { repository } from '../../../host/folders.cts';

/** The installed version of a development dependency. */
export function installedVersion(name: string): string {
	const path = join(repository, 'node_modules', name, 'package.json');
	return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

/** A description of this machine. */
export function machine(): string {
	const memory = Math.round(totalmem() / 2 ** 30);
	const model = cpus()[0]?.model.trim() || 'unknown processor';
	return `${availableParallelism()} cores (${model}), ${memory} GB of memory`;
}

/** `2026-05-17`, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
