/** What somebody hears who has subscribed to a topic. */
export interface Listener {
	/** Another process said something; `sender` names its end of the bus. */
	hear(message: Uint8Array, sender: string): void;
	/** From now on the topic is heard, for the first time or again. What was said before may have been missed: look at the log. */
	listening(): void;
}

/**
 * One process's end of a bus between the processes of an installation. The bus is quick and forgetful: a message may get lost, come
 * twice or out of order, and nothing depends on it but how soon others know. The truth is the log in the database.
 */
export interface FanOut {
	/** Names this end for the others. */
	readonly self: string;
	/** Whether what is said now has a good chance to be heard. */
	readonly connected: boolean;
	/** Says something to all other ends that listen to the topic. Without a connection it is lost. */
	publish(topic: string, message: Uint8Array): void;
	/** Listens to a topic; one listener for each topic. The answer ends it. */
	subscribe(topic: string, listener: Listener): () => void;
	close(): Promise<void>;
}
