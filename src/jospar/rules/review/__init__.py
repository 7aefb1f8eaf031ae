"""Review: the Ministry concludes on each concept and tells its body."""
