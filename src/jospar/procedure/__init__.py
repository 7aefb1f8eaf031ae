"""The one door to the record: perform, and the journal that proves it."""
