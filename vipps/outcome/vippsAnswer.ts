/** An answer of Vipps that is no success, in words. */
export interface VippsAnswer {
	status: number;
	/** `Vipps answered 400: …` */
	said: string;
	/** Where Vipps support finds the call, in words. */
	trace?: string;
}

/** Adds Vipps's answer to an error, as a property that is not printed. */
export const withVippsAnswer = <Thrown extends Error>(error: Thrown, answer: VippsAnswer): Thrown =>
	Object.defineProperty(error, 'vippsAnswer', { value: answer });

/** Vipps's answer to the call that failed; undefined if Vipps did not answer it. */
export const readVippsAnswer = (error: unknown): VippsAnswer | undefined =>
	(error as { vippsAnswer?: VippsAnswer } | undefined)?.vippsAnswer;
