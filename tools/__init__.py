"""Programs that the checks of the source and the tests run."""
