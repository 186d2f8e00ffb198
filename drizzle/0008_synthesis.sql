CREATE TABLE "action_spaces" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"definition" text DEFAULT '' NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "action_spaces_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "strategy_cards" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"action_space_id" uuid NOT NULL,
	"text_id" uuid NOT NULL,
	CONSTRAINT "strategy_cards_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "topic_placements" (
	"tenant_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"action_space_id" uuid NOT NULL,
	"placed_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "topic_placements_tenant_id_topic_id_action_space_id_pk" PRIMARY KEY("tenant_id","topic_id","action_space_id")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"title" text NOT NULL,
	"cards" jsonb NOT NULL,
	"dots" integer,
	"voters" integer,
	"cast" integer,
	"contested" boolean DEFAULT false NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"left_out_reason" text,
	"left_out_by" uuid,
	CONSTRAINT "topics_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "action_spaces" ADD CONSTRAINT "action_spaces_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_cards" ADD CONSTRAINT "strategy_cards_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_cards" ADD CONSTRAINT "strategy_cards_tenant_id_action_space_id_action_spaces_tenant_id_id_fk" FOREIGN KEY ("tenant_id","action_space_id") REFERENCES "public"."action_spaces"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_cards" ADD CONSTRAINT "strategy_cards_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_placements" ADD CONSTRAINT "topic_placements_tenant_id_topic_id_topics_tenant_id_id_fk" FOREIGN KEY ("tenant_id","topic_id") REFERENCES "public"."topics"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_placements" ADD CONSTRAINT "topic_placements_tenant_id_action_space_id_action_spaces_tenant_id_id_fk" FOREIGN KEY ("tenant_id","action_space_id") REFERENCES "public"."action_spaces"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_tenant_id_board_id_boards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","board_id") REFERENCES "public"."boards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_spaces_tenant_id_process_id_index" ON "action_spaces" USING btree ("tenant_id","process_id");--> statement-breakpoint
CREATE UNIQUE INDEX "strategy_cards_tenant_id_action_space_id_index" ON "strategy_cards" USING btree ("tenant_id","action_space_id");--> statement-breakpoint
CREATE UNIQUE INDEX "topics_tenant_id_process_id_board_id_element_id_index" ON "topics" USING btree ("tenant_id","process_id","board_id","element_id");