CREATE TABLE "comment_answers" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "comment_answers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "comment_threads" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"board_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "comment_threads_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "comment_answers" ADD CONSTRAINT "comment_answers_tenant_id_thread_id_comment_threads_tenant_id_id_fk" FOREIGN KEY ("tenant_id","thread_id") REFERENCES "public"."comment_threads"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_answers" ADD CONSTRAINT "comment_answers_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_threads" ADD CONSTRAINT "comment_threads_tenant_id_board_id_boards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","board_id") REFERENCES "public"."boards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_answers_tenant_id_thread_id_index" ON "comment_answers" USING btree ("tenant_id","thread_id");--> statement-breakpoint
CREATE INDEX "comment_answers_tenant_id_person_id_index" ON "comment_answers" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_threads_tenant_id_board_id_element_id_index" ON "comment_threads" USING btree ("tenant_id","board_id","element_id");