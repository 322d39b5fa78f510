import type { RunData } from './execution.cts';
import type { RestClient } from './rest.cts';

/** An execution, as n8n lists it. */
export interface ListedExecution {
	id: string;
	status: string;
}

/** The latest executions of a workflow, latest first. */
export async function executionsOf(
	client: RestClient,
	workflowId: string,
): Promise<ListedExecution[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const answer = await client.get(`/executions?filter=${filter}`);
	return (answer as { results: ListedExecution[] }).results;
}

/** What n8n has stored of an execution. */
export async function readExecution(client: RestClient, id: string): Promise<RunData> {
	const { status, data } = (await client.get(`/executions/${id}`)) as {
		status: string;
		data: string;
	};
	return { status, data: unflatten(data) as RunData['data'] };
}

/**
 * Reads the format of the "flatted" package, in which n8n stores executions: a list of values; a text inside an object is
 * the place of a value in that list.
 */
export function unflatten(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const seen = new Set<unknown>();
	const valueAt = (place: unknown): unknown => {
		const value = typeof place === 'string' ? values[Number(place)] : place;
		if (typeof value !== 'object' || value === null || seen.has(value)) return value;
		seen.add(value);
		const entries = value as Record<string, unknown>;
		for (const [key, inner] of Object.entries(entries)) entries[key] = valueAt(inner);
		return value;
	};
	return valueAt('0');
}
