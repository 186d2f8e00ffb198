CREATE TABLE "document_bases" (
	"document" text PRIMARY KEY NOT NULL,
	"upto_seq" bigint NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_checkpoints" (
	"id" uuid NOT NULL,
	"document" text NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"label" jsonb NOT NULL,
	"author" uuid,
	"at" timestamp with time zone NOT NULL,
	"bytes" "bytea",
	CONSTRAINT "document_checkpoints_id_document_pk" PRIMARY KEY("id","document")
);
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "epoch" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "folding_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "document_bases" ADD CONSTRAINT "document_bases_document_documents_name_fk" FOREIGN KEY ("document") REFERENCES "public"."documents"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_checkpoints" ADD CONSTRAINT "document_checkpoints_document_documents_name_fk" FOREIGN KEY ("document") REFERENCES "public"."documents"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_checkpoints_document_seq_index" ON "document_checkpoints" USING btree ("document","seq");