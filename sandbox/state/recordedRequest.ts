/** One call that the sandbox answered. Calls to the control paths are not recorded. */
export interface RecordedRequest {
	method: string;
	/** As it was sent, still encoded, without the query. */
	path: string;
	/** Decoded; a parameter given several times is a list. */
	query: Record<string, string | string[]>;
	/** Names in lower case. */
	headers: Record<string, string | string[] | undefined>;
	status: number;
	/** When it came, in milliseconds of the process's clock. */
	at: number;
	/** Milliseconds that the answer took. */
	ms: number;
	/** How many calls were pending when it came, itself included. */
	inFlight: number;
	/** What is wrong with the four Vipps-System-* headers, in words; empty if nothing is. */
	systemHeaderComplaints: string[];
}
