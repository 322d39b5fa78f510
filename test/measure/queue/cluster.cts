import { join } from 'node:path';

import { installPackage } from '../../../host/drive/communityPackage.cts';
import { openEnvironment, type N8nEnvironment } from '../../../host/drive/environment.cts';
import { importCredentials, importWorkflows, publishWorkflow } from '../../../host/drive/n8n.cts';
import type { WorkflowImport } from '../../../host/drive/n8n.cts';
import { signIn, type RestClient } from '../../../host/drive/rest.cts';
import { startServer } from '../../../host/drive/server.cts';
import { repository } from '../../../host/folders.cts';
import { installHost } from '../../../host/install/install.cts';
import { packPackage } from '../../../host/install/pack.cts';
import { hosts, type HostName } from '../../../host/install/versions.cts';
import { owner } from '../../rigs/n8n/setup/owner.cts';
import { startWorker, type Worker } from './workers.cts';

/** n8n in queue mode: a main process and two workers with one database and one queue. */
export interface Cluster {
	/** The main process's address. */
	url: string;
	client: RestClient;
	/** The current workers. */
	workers: [Worker, Worker];
	/** The output of each of the two workers, over all its starts. */
	logs(): Promise<[string, string]>;
	/** Starts a stopped worker again. */
	restart(index: 0 | 1): Promise<void>;
	close(): Promise<void>;
}

/** How a cluster is started. */
export interface ClusterOptions {
	host: HostName;
	/** An empty folder. */
	folder: string;
	/** The addresses of the queue and the database. */
	variables: NodeJS.ProcessEnv;
	credential: { id: string; name: string; data: Record<string, unknown> };
	/** Published before the first start. */
	workflows: WorkflowImport[];
	say: (line: string) => void;
}

/** Starts all processes. Each has a folder of its own, as on separate machines. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
	const { folder, say } = options;
	const host = await installHost(hosts[options.host], { report: say });
	const tarball = await packPackage(repository, folder);
	const variables = {
		...options.variables,
		N8N_ENCRYPTION_KEY: 'the same for every process',
		N8N_LOG_LEVEL: 'info',
	};
	const open = async (name: string): Promise<N8nEnvironment> => {
		const environment = await openEnvironment(host, join(folder, name), { variables });
		await installPackage(environment, tarball);
		return environment;
	};
	const main = await open('main');
	const environments = [await open('worker-1'), await open('worker-2')] as const;
	say('Setting the database up');
	await importCredentials(main, [{ ...options.credential, type: 'vippsAccountingApi' }]);
	await importWorkflows(main, options.workflows);
	for (const { id } of options.workflows) await publishWorkflow(main, id);
	say('Starting the main process and two workers');
	const server = await startServer(main);
	const workers: Cluster['workers'] = [
		await startWorker(environments[0]),
		await startWorker(environments[1]),
	];
	const all: [Worker[], Worker[]] = [[workers[0]], [workers[1]]];
	const printed = async (starts: Worker[]) =>
		(await Promise.all(starts.map(async ({ log }) => await log()))).join('\n');
	return {
		url: server.url,
		client: await signIn(server.url, owner),
		workers,
		logs: async () => [await printed(all[0]), await printed(all[1])],
		async restart(index) {
			const worker = await startWorker(environments[index]);
			workers[index] = worker;
			all[index].push(worker);
		},
		async close() {
			await Promise.all(workers.map(async (worker) => await worker.stop()));
			await server.stop();
		},
	};
}
