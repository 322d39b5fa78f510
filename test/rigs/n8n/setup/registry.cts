import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { delimiter, join } from 'node:path';
import fastify from 'fastify';

import type { N8nEnvironment } from '../../../../host/drive/environment.cts';
import { repository } from '../../../../host/folders.cts';
import { npmScript } from '../../../../host/install/npm.cts';
import { packPackage } from '../../../../host/install/pack.cts';
import { loopback } from '../../../../host/process/ports.cts';

/** A registry that holds this package alone, as it would be published. */
export interface Registry {
	/** The environment of an n8n that asks here for packages. */
	environment: N8nEnvironment;
	close(): Promise<void>;
}

/**
 * Packs the package and offers it. n8n takes no other registry than npm's, so an `npm` that asks here instead is put
 * into its path.
 *
 * @param folder for the tarball and that `npm`
 */
export async function startRegistry(
	environment: N8nEnvironment,
	folder: string,
): Promise<Registry> {
	const tarball = await readFile(await packPackage(repository, folder));
	const server = fastify();
	const { name, version, ...manifest } = JSON.parse(
		await readFile(join(repository, 'package.json'), 'utf8'),
	) as { name: string; version: string };
	const url: string = await server
		.get('/:name', () => {
			const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
			const dist = { tarball: `${url}/-/package.tgz`, integrity };
			return {
				name,
				'dist-tags': { latest: version },
				versions: { [version]: { name, version, ...manifest, dist } },
			};
		})
		.get('/-/package.tgz', (_, reply) => reply.type('application/octet-stream').send(tarball))
		.listen({ host: loopback, port: 0 });

	await writeFile(join(folder, 'npm'), npmThatAsks(url, environment.host.node));
	await chmod(join(folder, 'npm'), 0o755);
	const path = [folder, environment.variables.PATH].join(delimiter);
	return {
		environment: { ...environment, variables: { ...environment.variables, PATH: path } },
		close: async () => await server.close(),
	};
}

const npmThatAsks = (url: string, node: string) => `#!/bin/sh
for argument; do
	shift
	case $argument in --registry=*) argument="--registry=${url}" ;; esac
	set -- "$@" "$argument"
done
exec "${node}" "${npmScript()}" "$@"
`;
