ALTER TABLE "cards" ADD COLUMN "on_behalf_of" text;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "blackened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "cards_hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "cards_hidden_by" uuid;