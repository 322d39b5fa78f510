import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastify from 'fastify';

import { repository } from '../../../host/folders.cts';
import { loopback } from '../../../host/process/ports.cts';

/** A file on the web. */
export interface Served {
	url: string;
	close(): Promise<void>;
}

/** Offers an example workflow to n8n's Import from URL. */
export async function serveExample(file: string): Promise<Served> {
	const workflow = await readFile(join(repository, 'workflows', file), 'utf8');
	const server = fastify();
	server.get(`/${file}`, (_, reply) => reply.type('text/plain').send(workflow));
	const address = await server.listen({ host: loopback, port: 0 });
	return { url: `${address}/${file}`, close: async () => await server.close() };
}
