"""Reference data: cycles, bodies, calendars and appointments."""
