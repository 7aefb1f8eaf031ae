"""The record: models, snapshots of them for the kernel, stores of its effects."""
