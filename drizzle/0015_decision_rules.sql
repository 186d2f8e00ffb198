ALTER TABLE "results" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "contested" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "by_group" jsonb;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "quorate" boolean;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "papers" jsonb;--> statement-breakpoint
ALTER TABLE "round_voters" ADD COLUMN "voted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "quorum" integer;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
UPDATE "round_voters" SET "voted" = true FROM "ballots" WHERE "ballots"."tenant_id" = "round_voters"."tenant_id" AND "ballots"."round_id" = "round_voters"."round_id" AND "ballots"."voter_key" = "round_voters"."participant_id"::text;
