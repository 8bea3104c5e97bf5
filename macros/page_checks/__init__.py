"""Rules for hand-written pages and for files that are published as they are."""
