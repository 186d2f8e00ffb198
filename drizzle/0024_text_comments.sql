ALTER TABLE "comment_threads" ALTER COLUMN "board_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_threads" ALTER COLUMN "element_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_answers" ADD COLUMN "mentions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD COLUMN "text_id" uuid;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD COLUMN "anchor" jsonb;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD COLUMN "suggestion_id" uuid;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_tenant_id_suggestion_id_text_suggestions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","suggestion_id") REFERENCES "public"."text_suggestions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_threads_tenant_id_suggestion_id_index" ON "comment_threads" USING btree ("tenant_id","suggestion_id");--> statement-breakpoint
CREATE INDEX "comment_threads_tenant_id_text_id_index" ON "comment_threads" USING btree ("tenant_id","text_id");--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_subject" CHECK (num_nonnulls(board_id, text_id) = 1 and num_nonnulls(element_id, anchor, suggestion_id) = 1);