import { complaintAboutFault, type Fault } from './fault';

/** The faults that are set, and how often each has been met. */
export interface Faults {
	/** Misbehaves so from now on. Throws a RangeError for a fault that does not exist. */
	add(...faults: Fault[]): void;
	/** Behaves again. */
	clear(): void;
	/** What is set, with the calls that matched and those that went wrong. */
	list(): Array<Fault & { matched: number; met: number }>;
	/** The faults that this call meets; counts it. */
	meet(path: string): Fault[];
}

/** No fault at first. */
export function createFaults(): Faults {
	const set: Array<{ fault: Fault; matched: number; met: number }> = [];
	return {
		add(...faults) {
			for (const fault of faults) {
				const complaint = complaintAboutFault(fault);
				if (complaint) throw new RangeError(complaint);
				set.push({ fault, matched: 0, met: 0 });
			}
		},
		clear: () => void set.splice(0),
		list: () => set.map(({ fault, matched, met }) => ({ ...fault, matched, met })),
		meet(path) {
			return set
				.filter((entry) => {
					const { path: part = '', from = 1, times = Infinity } = entry.fault;
					if (!path.includes(part)) return false;
					entry.matched++;
					const isMet = entry.matched >= from && entry.matched < from + times;
					if (isMet) entry.met++;
					return isMet;
				})
				.map(({ fault }) => fault);
		},
	};
}
