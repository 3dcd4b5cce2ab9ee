/** One message on its way: to one person, whatever its headers say. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** At which point of the conversation a server refused (RFC 5321). */
export type RefusalStage = "greeting" | "tls" | "login" | "sender" | "recipient" | "content" | "busy";

/** What came of handing a message to a server. */
export type Answer =
  | { readonly kind: "accepted"; readonly response: string }
  | {
      readonly kind: "refused";
      readonly stage: RefusalStage;
      /** The server’s three digits; 0 when it broke off without any. */
      readonly code: number;
      readonly response: string;
    }
  | {
      readonly kind: "lost";
      /** Whether the whole message had gone out, so that the server may have taken it. */
      readonly isComplete: boolean;
      readonly response: string;
    };

/**
 * Called when nothing is missing but the end of the message: after it the server may have it, before it the server cannot.
 * The message is withdrawn when it returns false.
 */
export type HandOver = () => Promise<boolean>;

/** The port through which messages leave; one message at a time. */
export interface Transport extends AsyncDisposable {
  /** Reaches the server and logs in, without sending anything; undefined when that went well. */
  open(): Promise<Exclude<Answer, { kind: "accepted" }> | undefined>;
  send(envelope: Envelope, onHandOver: HandOver): Promise<Answer>;
  /** Leaves the server in peace during a long wait; the next message reaches it again. */
  rest(): Promise<void>;
}
