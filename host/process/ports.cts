import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

/** The only address that is listened on: a host is not reachable from the network. */
export const loopback = '127.0.0.1';

/** Below the ports that systems give to connections, so that no connection takes one of these before it is used. */
const FIRST_PORT = 20_000;
const END_OF_PORTS = 32_000;
const MOST_TRIES = 100;

/** A free port; `preferred` if it is free. */
export async function freePort(preferred?: number): Promise<number> {
	if (preferred !== undefined && (await isFree(preferred))) return preferred;
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const port = randomInt(FIRST_PORT, END_OF_PORTS);
		if (await isFree(port)) return port;
	}
	throw new Error(`No port from ${FIRST_PORT} to ${END_OF_PORTS} is free at ${loopback}`);
}

/** Checks both loopback addresses: on some systems two programs can bind a port, one at each address. */
async function isFree(port: number): Promise<boolean> {
	const answers = await Promise.all(
		[loopback, '::1'].map(async (host) => await answersAt(host, port)),
	);
	if (answers.includes(true)) return false;
	return await bindOnce(port).then(
		() => true,
		() => false,
	);
}

async function answersAt(host: string, port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect({ host, port, timeout: 1000 });
		const end = (answer: boolean) => {
			socket.destroy();
			resolve(answer);
		};
		socket.once('connect', () => end(true));
		socket.once('timeout', () => end(false));
		socket.once('error', () => end(false));
	});
}

async function bindOnce(port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, loopback, () => server.close(() => resolve()));
	});
}
