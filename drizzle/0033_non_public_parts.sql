CREATE TABLE "non_public_parts" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"session_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "non_public_parts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
DROP INDEX "minutes_tenant_id_session_id_number_index";--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "non_public_part_id" uuid;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "non_public_part_id" uuid;--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "part" text DEFAULT 'public' NOT NULL;--> statement-breakpoint
ALTER TABLE "step_visits" ADD COLUMN "non_public_part_id" uuid;--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "non_public_part_id" uuid;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "non_public_part_id" uuid;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "non_public_part_id" uuid;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "public_board_id" uuid;--> statement-breakpoint
ALTER TABLE "non_public_parts" ADD CONSTRAINT "non_public_parts_tenant_id_session_id_live_sessions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."live_sessions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "non_public_parts" ADD CONSTRAINT "non_public_parts_tenant_id_board_id_boards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","board_id") REFERENCES "public"."boards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "non_public_parts_one_at_a_time" ON "non_public_parts" USING btree ("tenant_id","session_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "non_public_parts_tenant_id_board_id_index" ON "non_public_parts" USING btree ("tenant_id","board_id");--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_tenant_id_non_public_part_id_non_public_parts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","non_public_part_id") REFERENCES "public"."non_public_parts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_tenant_id_non_public_part_id_non_public_parts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","non_public_part_id") REFERENCES "public"."non_public_parts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_visits" ADD CONSTRAINT "step_visits_tenant_id_non_public_part_id_non_public_parts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","non_public_part_id") REFERENCES "public"."non_public_parts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_tenant_id_non_public_part_id_non_public_parts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","non_public_part_id") REFERENCES "public"."non_public_parts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_tenant_id_public_board_id_boards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","public_board_id") REFERENCES "public"."boards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_tenant_id_session_id_part_number_index" ON "minutes" USING btree ("tenant_id","session_id","part","number");