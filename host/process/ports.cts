import { connect, createServer } from 'node:net';

/** The only address that is listened on: a host is not reachable from the network. */
export const loopback = '127.0.0.1';

/** A free port; `preferred` if it is free. */
export async function freePort(preferred?: number): Promise<number> {
	if (preferred !== undefined && (await isFree(preferred))) return preferred;
	return await bindOnce(0);
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

async function bindOnce(port: number): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, loopback, () => {
			const address = server.address();
			server.close(() => {
				if (address && typeof address === 'object') resolve(address.port);
				else reject(new Error(`No port could be taken at ${loopback}`));
			});
		});
	});
}
