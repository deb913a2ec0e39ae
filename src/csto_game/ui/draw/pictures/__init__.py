"""Pictures of the past: pure functions from what a seat knows to rows."""
