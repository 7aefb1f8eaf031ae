"""Many planning years played by a made-up state, lawful and not, for rehearsal."""
