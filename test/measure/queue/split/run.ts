import type { HostName } from '../../../../host/install/versions.cts';
import { freePort, loopback } from '../../../../host/process/ports.cts';
import { defaultOptions } from '../../../../sandbox/index';
import { credential } from '../../bench/cases/workflows';
import { spreadOf } from '../../bench/report/figures';
import { measuring, openHost, runByWebhook } from '../../bench/run/n8nHost.cts';
import { startSandboxProcess } from '../../bench/run/processes.cts';
import { grouped, type Section } from '../../figures/section';
import { startCluster } from '../cluster.cts';
import type { Services } from '../services.cts';
import { itemsOf, measured, work, workflows } from './workflows';

/** An n8n to measure: its address, and where it writes its results. */
interface Place {
	url: string;
	results: string;
}

interface Result {
	title: string;
	milliseconds: number;
	isComplete: boolean;
}

/** Measures many ledgers, whole and split over sub-workflows, in one process and in queue mode. */
export async function measureSplit(
	host: HostName,
	{ services, folder }: { services: Services; folder: string },
	say: (line: string) => void,
): Promise<{ section: Omit<Section, 'title'>; areComplete: boolean }> {
	const port = await freePort();
	const server = await startSandboxProcess({ ...work.sandbox, port });
	const { clientId, clientSecret } = defaultOptions;
	const baseUrl = `http://${loopback}:${port}`;
	const keys = { ...credential, data: { clientId, clientSecret, environment: 'custom', baseUrl } };
	const { ledgerIds } = server.greeting;
	const truth = await server.call('truth', { ...work.work, ledgerIds });
	const measure = async ({ url, results }: Place, where: string): Promise<Result[]> => {
		const found: Result[] = [];
		for (const { workflowId, title } of measured) {
			const times: number[] = [];
			let isComplete = true;
			for (let run = -work.warmUps; run < work.runs; run++) {
				await server.call('prepare', work);
				const items = itemsOf(ledgerIds, workflowId);
				const { elapsedMs = 0, fetched } = await runByWebhook(url, results, workflowId, items);
				say(`${where}, ${title}: ${Math.round(elapsedMs)} ms, ${fetched.count} entries`);
				if (run >= 0) times.push(elapsedMs);
				isComplete &&= fetched.digest === truth.digest;
			}
			found.push({ title: `${title}, ${where}`, milliseconds: spreadOf(times).median, isComplete });
		}
		return found;
	};
	try {
		const one = await openHost(host, keys, workflows(), { say });
		const n8n = await one.start();
		const inOne = await measure({ url: n8n.url, results: one.results }, 'one process');
		await n8n.stop();
		await one.close();
		const results = `${folder}/results.jsonl`;
		const cluster = await startCluster({
			...{ host, folder, credential: keys, workflows: workflows(), say },
			variables: { ...services.variables, ...measuring(results) },
		});
		const inQueue = await measure({ url: cluster.url, results }, 'queue mode, two workers');
		await cluster.close();
		const found = [...inOne, ...inQueue];
		return { section: sectionOf(found), areComplete: found.every(({ isComplete }) => isComplete) };
	} finally {
		server.close();
	}
}

function sectionOf(results: Result[]): Omit<Section, 'title'> {
	const first = results[0]?.milliseconds ?? NaN;
	return {
		head: ['', 'Time in ms', 'Times as long as the first', 'Complete'],
		rows: results.map(({ title, milliseconds, isComplete }) => [
			title,
			grouped(milliseconds),
			(milliseconds / first).toFixed(2),
			isComplete ? 'yes' : '**no**',
		]),
	};
}
