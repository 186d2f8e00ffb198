CREATE TABLE "text_sources" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"text_id" uuid NOT NULL,
	"paragraph_id" text NOT NULL,
	"board_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"card_ids" jsonb NOT NULL,
	CONSTRAINT "text_sources_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "text_sources" ADD CONSTRAINT "text_sources_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_sources" ADD CONSTRAINT "text_sources_tenant_id_board_id_boards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","board_id") REFERENCES "public"."boards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "text_sources_tenant_id_text_id_index" ON "text_sources" USING btree ("tenant_id","text_id");--> statement-breakpoint
CREATE INDEX "text_sources_tenant_id_board_id_index" ON "text_sources" USING btree ("tenant_id","board_id");