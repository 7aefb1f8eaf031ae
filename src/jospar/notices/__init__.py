"""Little mail: notices, reminders, the daily digest, and the feed of deadlines."""
