import { createHash, createHmac } from 'crypto';

const SIGNATURE_BYTES = 8;

/**
 * Writes and reads cursors: opaque base64 that holds `=` always and `+` or `/` often, as real ones
 * may. A cursor is good only for the list it was given out for.
 */
export interface Cursors {
	/**
	 * A cursor for a position in a list. The same position gives the same cursor, except when asked
	 * for a new one.
	 */
	write(list: string, position: string, fresh?: boolean): string;
	/** The position that a cursor names; undefined when it was not given out for this list. */
	read(list: string, cursor: string): string | undefined;
}

/**
 * Cursors that every sandbox with this seed understands, so that one kept by a client survives a
 * restart.
 */
export function createCursors(seed: number): Cursors {
	const key = `sandbox cursors ${seed}`;
	let written = 0;

	const signatureOf = (list: string, payload: Buffer) =>
		createHmac('sha256', key)
			.update(`${list}\n`)
			.update(payload)
			.digest()
			.subarray(0, SIGNATURE_BYTES);

	/** Hides the payload, and brings it back. */
	const masked = (payload: Buffer, signature: Buffer) => {
		const pad = createHash('shake256', { outputLength: payload.length })
			.update(key)
			.update(signature)
			.digest();
		return Buffer.from(payload.map((byte, at) => byte ^ (pad[at] ?? 0)));
	};

	return {
		write(list, position, fresh = false) {
			const text = `${position}\n${fresh ? ++written : ''}`.padEnd(9);
			const bytes = Buffer.from(text);
			const payload = (bytes.length + SIGNATURE_BYTES) % 3 ? bytes : Buffer.from(`${text} `);
			const signature = signatureOf(list, payload);
			return Buffer.concat([signature, masked(payload, signature)]).toString('base64');
		},
		read(list, cursor) {
			const bytes = Buffer.from(cursor, 'base64');
			if (bytes.toString('base64') !== cursor) return undefined;
			const signature = bytes.subarray(0, SIGNATURE_BYTES);
			const payload = masked(bytes.subarray(SIGNATURE_BYTES), signature);
			if (!signatureOf(list, payload).equals(signature)) return undefined;
			return payload.toString().split('\n')[0];
		},
	};
}
