import type { FastifyReply } from 'fastify';
import { sleep } from 'n8n-workflow';
import type { Fault } from './fault';

/** Ways to break the connection off, or to let it hang. */
const BREAKS = ['reset', 'resetAfterHeaders', 'truncated', 'stall', 'drip'];

/** The fault by which the connection itself goes wrong, if one does. */
export const breakAmong = (faults: Fault[]): Fault | undefined =>
	faults.find(({ kind }) => BREAKS.includes(kind));

/**
 * Sends as much of the body as the fault lets through, past fastify. Never settles: fastify would go on to send the whole.
 */
export async function sendBroken(reply: FastifyReply, fault: Fault, body: string): Promise<never> {
	void write(reply, fault, body);
	return await new Promise<never>(() => {});
}

async function write({ raw }: FastifyReply, fault: Fault, body: string): Promise<void> {
	const { kind, everyMs = 1000 } = fault;
	if (kind === 'stall') return;
	if (kind === 'reset') return void raw.destroy();

	const bytes = Buffer.from(body);
	raw.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
	raw.flushHeaders();
	if (kind === 'drip') {
		for (let at = 0; at < bytes.length && !raw.destroyed; at++) {
			raw.write(bytes.subarray(at, at + 1));
			await sleep(everyMs);
		}
		return void raw.end();
	}
	const part = kind === 'truncated' ? bytes.subarray(0, bytes.length / 2) : undefined;
	// Behind the written bytes, not over them.
	raw.write(part ?? '', () => void sleep(20).then(() => raw.destroy()));
}
