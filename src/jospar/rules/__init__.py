"""The kernel: what the Rules say, with no clock, no database and no packages."""
