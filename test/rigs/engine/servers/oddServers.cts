import { createServer, type AddressInfo, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { generate } from 'selfsigned';

import { closedAtEnd } from './closing';

/** A server that no answer can be had from. */
export interface OddServer {
	port: number;
	/** How many connections it had. */
	count: () => number;
	close: () => void;
}

/** One whose certificate nobody trusts. */
export async function untrustedServer(): Promise<OddServer> {
	const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
	return await listen(createTlsServer({ cert, key }, (socket) => socket.end()));
}

/** One that speaks http, asked for https. */
export const plainServer = async (): Promise<OddServer> =>
	await listen(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));

/** A proxy of a company, which lets nothing through; n8n goes by it until it is closed. */
export async function refusingProxy(): Promise<OddServer> {
	const words = 'Blocked by policy';
	const head = `HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: ${words.length}`;
	const proxy = await listen(createServer((socket) => socket.end(`${head}\r\n\r\n${words}`)));
	process.env.HTTPS_PROXY = `http://127.0.0.1:${proxy.port}`;
	const close = () => {
		delete process.env.HTTPS_PROXY;
		proxy.close();
	};
	return closedAtEnd({ ...proxy, close });
}

async function listen(server: Server): Promise<OddServer> {
	let connections = 0;
	server.on('connection', () => connections++);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return closedAtEnd({ port, count: () => connections, close: () => void server.close() });
}
