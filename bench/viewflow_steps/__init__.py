"""The way of a concept as a flow of viewflow's."""
